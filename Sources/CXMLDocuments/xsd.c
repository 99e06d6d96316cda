#include "internal.h"

#include <libxml/schemasInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlschemastypes.h>
#include <stdlib.h>
#include <string.h>

struct rehearsal_xsd {
  xmlSchemaPtr schema;
  // The schema refers to its nodes.
  xmlDocPtr document;
  // libxml2 compares IDs only in a tree.
  int has_ids;
  struct rehearsal_xml_notes notes;
};

// XSD removes blanks around a number, a date and any other type but xs:string before it is checked (part 2, 4.3.6). libxml2
// 2.9 does so only for types with the flag NORMVALUENEEDED; a derived type inherits it if its base type has HAS_FACETS.
void rehearsal_xsd_start(void) {
  for (int type = XML_SCHEMAS_STRING; type < XML_SCHEMAS_ANYTYPE; type++) {
    xmlSchemaTypePtr built_in = xmlSchemaGetBuiltInType((xmlSchemaValType)type);
    if (built_in == NULL) continue;
    built_in->flags |= (XML_SCHEMAS_TYPE_NORMVALUENEEDED) | (XML_SCHEMAS_TYPE_HAS_FACETS);
  }
}

static void on_schema_error(void *context, xmlErrorPtr error) { rehearsal_xml_note(context, error); }

// Some warnings mean that a part of the schema was not read: they are errors here.
static void on_unread(void *context, xmlErrorPtr error) {
  xmlError raised = *error;
  if (raised.code == XML_SCHEMAP_WARN_UNLOCATED_SCHEMA || raised.code == XML_SCHEMAP_FAILED_LOAD) {
    raised.level = XML_ERR_ERROR;
  }
  on_schema_error(context, &raised);
}

int rehearsal_xsd_names_ids(const char *bytes, size_t count) {
  for (size_t at = 1; at + 2 < count; at++) {
    if (bytes[at] == 'I' && bytes[at + 1] == 'D' && strchr(": \t\r\n\"'", bytes[at - 1]) != NULL &&
        strchr(" \t\r\n\"'", bytes[at + 2]) != NULL) {
      return 1;
    }
  }
  return 0;
}

rehearsal_xsd *rehearsal_xsd_new(
    const void *bytes, size_t count, const char *path, rehearsal_xsd_read read, void *context) {
  rehearsal_xml_start();
  rehearsal_xsd *xsd = calloc(1, sizeof *xsd);
  if (xsd == NULL) return NULL;
  const struct rehearsal_xml_files files = {read, context, &xsd->has_ids};
  xsd->has_ids = rehearsal_xsd_names_ids(bytes, count);
  xmlParserCtxtPtr parser = rehearsal_xml_context(&xsd->notes);
  xmlDocPtr document = NULL;
  if (parser != NULL && rehearsal_xml_parse(parser, bytes, count)) document = parser->myDoc;
  if (parser != NULL && document == NULL && parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  if (parser != NULL) parser->myDoc = NULL;
  if (document != NULL) document->URL = xmlStrdup((const xmlChar *)path);
  xmlSchemaParserCtxtPtr compiler = document == NULL ? NULL : xmlSchemaNewDocParserCtxt(document);
  if (compiler != NULL) {
    xmlSchemaSetParserStructuredErrors(compiler, on_unread, &xsd->notes);
    // Included files are parsed by contexts of libxml2; their errors are reported only here.
    xmlStructuredErrorFunc earlier = xmlStructuredError;
    void *earlier_context = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(&xsd->notes, on_unread);
    rehearsal_xml_allow(&files);
    xsd->schema = xmlSchemaParse(compiler);
    rehearsal_xml_allow(NULL);
    xmlSetStructuredErrorFunc(earlier_context, earlier);
    xmlSchemaFreeParserCtxt(compiler);
  }
  if (parser != NULL) xmlFreeParserCtxt(parser);
  xsd->document = document;
  if (xsd->schema == NULL && !xsd->notes.is_noted) rehearsal_xml_refuse(&xsd->notes, "it is not a schema", 0, 0);
  return xsd;
}

void rehearsal_xsd_free(rehearsal_xsd *xsd) {
  if (xsd == NULL) return;
  xmlSchemaFree(xsd->schema);
  if (xsd->document != NULL) xmlFreeDoc(xsd->document);
  free(xsd);
}

const rehearsal_xml_fault *rehearsal_xsd_mistake(const rehearsal_xsd *xsd) {
  return xsd->notes.is_noted ? &xsd->notes.fault : NULL;
}

struct rehearsal_xsd_validator {
  // The first member, so that a handler finds the validator by the context's notes.
  struct rehearsal_xml_notes notes;
  xmlParserCtxtPtr context;
  xmlSchemaValidCtxtPtr validity;
  int has_ids;
  // The validator's handlers while a document is read, and their context.
  xmlSAXHandlerPtr handlers;
  void *user;
  // The parser of trees, for the position of an error.
  xmlParserCtxtPtr builder;
};

static rehearsal_xsd_validator *validator_of(void *context) { return ((xmlParserCtxtPtr)context)->_private; }

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute) {
  rehearsal_xsd_validator *validator = validator_of(context);
  validator->handlers->startElementNs(
      validator->user, name, prefix, uri, namespaces, namespace, attributes, defaulted, attribute);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  rehearsal_xsd_validator *validator = validator_of(context);
  validator->handlers->endElementNs(validator->user, name, prefix, uri);
}

static void on_text(void *context, const xmlChar *text, int count) {
  rehearsal_xsd_validator *validator = validator_of(context);
  validator->handlers->characters(validator->user, text, count);
}

static void on_cdata(void *context, const xmlChar *text, int count) {
  rehearsal_xsd_validator *validator = validator_of(context);
  validator->handlers->cdataBlock(validator->user, text, count);
}

static int where(void *context, const char **file, unsigned long *line) {
  xmlParserCtxtPtr parser = context;
  if (file != NULL) *file = NULL;
  if (line != NULL) *line = parser->input != NULL ? (unsigned long)parser->input->line : 0;
  return 0;
}

rehearsal_xsd_validator *rehearsal_xsd_validator_new(const rehearsal_xsd *xsd) {
  rehearsal_xsd_validator *validator = calloc(1, sizeof *validator);
  if (validator == NULL) return NULL;
  validator->context = rehearsal_xml_context(&validator->notes);
  validator->builder = rehearsal_xml_context(&validator->notes);
  validator->has_ids = xsd->has_ids;
  validator->validity = xmlSchemaNewValidCtxt(xsd->schema);
  if (validator->context == NULL || validator->builder == NULL || validator->validity == NULL) {
    rehearsal_xsd_validator_free(validator);
    return NULL;
  }
  xmlSAXHandler *sax = validator->context->sax;
  rehearsal_xml_build_nothing(sax);
  sax->startElementNs = on_start;
  sax->endElementNs = on_end;
  sax->characters = on_text;
  sax->ignorableWhitespace = on_text;
  sax->cdataBlock = on_cdata;
  xmlSchemaSetValidStructuredErrors(validator->validity, on_schema_error, &validator->notes);
  return validator;
}

void rehearsal_xsd_validator_free(rehearsal_xsd_validator *validator) {
  if (validator == NULL) return;
  rehearsal_xml_free(validator->context);
  rehearsal_xml_free(validator->builder);
  xmlSchemaFreeValidCtxt(validator->validity);
  free(validator);
}

static void on_placed(void *context, xmlErrorPtr error) {
  rehearsal_xsd_validator *validator = context;
  struct rehearsal_xml_notes *notes = &validator->notes;
  if (notes->is_noted) return;
  rehearsal_xml_note(notes, error);
  xmlChar *path = error->node == NULL ? NULL : xmlGetNodePath(error->node);
  rehearsal_xml_copy(notes->path, sizeof notes->path, (const char *)path);
  if (path != NULL) xmlFree(path);
}

// Validates a tree: only nodes have paths, and IDs are compared only in a tree.
static void check_tree(rehearsal_xsd_validator *validator, const void *bytes, size_t count) {
  if (rehearsal_xml_parse(validator->builder, bytes, count)) {
    xmlSchemaSetValidStructuredErrors(validator->validity, on_placed, validator);
    xmlSchemaValidateSetLocator(validator->validity, NULL, NULL);
    const int outcome = xmlSchemaValidateDoc(validator->validity, validator->builder->myDoc);
    if (outcome != 0) rehearsal_xml_refuse(&validator->notes, "it is not valid", 0, 0);
    xmlSchemaSetValidStructuredErrors(validator->validity, on_schema_error, &validator->notes);
  }
  if (validator->builder->myDoc != NULL) xmlFreeDoc(validator->builder->myDoc);
  validator->builder->myDoc = NULL;
}

// Validates again, for the position.
static void place(rehearsal_xsd_validator *validator, const void *bytes, size_t count) {
  const struct rehearsal_xml_notes first = validator->notes;
  validator->notes.is_noted = 0;
  check_tree(validator, bytes, count);
  if (!validator->notes.is_noted) {
    validator->notes = first;
    validator->notes.path[0] = 0;
  }
}

const rehearsal_xml_fault *rehearsal_xsd_check(rehearsal_xsd_validator *validator, const void *bytes, size_t count) {
  struct rehearsal_xml_notes *notes = &validator->notes;
  notes->is_noted = 0;
  rehearsal_xml_renew(&validator->context);
  rehearsal_xml_renew(&validator->builder);
  if (validator->has_ids) {
    check_tree(validator, bytes, count);
    return notes->is_noted ? &notes->fault : NULL;
  }
  xmlSchemaValidateSetLocator(validator->validity, where, validator->context);
  validator->handlers = NULL;
  validator->user = NULL;
  xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug(validator->validity, &validator->handlers, &validator->user);
  if (plug == NULL) {
    rehearsal_xml_refuse(notes, "not enough memory to validate it", 0, 0);
    return &notes->fault;
  }
  const int is_whole = rehearsal_xml_parse(validator->context, bytes, count);
  const int is_valid = xmlSchemaIsValid(validator->validity);
  xmlSchemaSAXUnplug(plug);
  if (is_whole && is_valid != 1) rehearsal_xml_refuse(notes, "it is not valid", 0, 0);
  if (!notes->is_noted) return NULL;
  place(validator, bytes, count);
  return &notes->fault;
}
