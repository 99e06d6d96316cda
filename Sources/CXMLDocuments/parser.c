#include "internal.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// The process's only entity loader. libxml2 asks it for everything outside a document; it returns only files that the schema
// this thread is compiling may include.
static _Thread_local const struct rehearsal_xml_files *files;

void rehearsal_xml_allow(const struct rehearsal_xml_files *allowed) { files = allowed; }

static xmlParserInputPtr load(const char *address, const char *id, xmlParserCtxtPtr context) {
  (void)id;
  if (files == NULL || files->read == NULL || address == NULL) return NULL;
  size_t count = 0;
  const void *bytes = files->read(files->context, address, &count);
  if (bytes == NULL || count > rehearsal_xml_limit) return NULL;
  if (rehearsal_xsd_names_ids(bytes, count)) *files->has_ids = 1;
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(bytes, (int)count, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL) return NULL;
  xmlParserInputPtr input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) {
    xmlFreeParserInputBuffer(buffer);
    return NULL;
  }
  input->filename = (char *)xmlStrdup((const xmlChar *)address);
  return input;
}

static void start_once(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(load);
  rehearsal_xsd_start();
}

void rehearsal_xml_start(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, start_once);
}

// Only the first error is kept: the others mostly follow from it.
void rehearsal_xml_note(struct rehearsal_xml_notes *notes, const xmlError *error) {
  if (notes->is_noted || error == NULL || error->level < XML_ERR_ERROR) return;
  notes->is_noted = 1;
  notes->fault.line = error->line;
  // Only a parser stores the column there.
  notes->fault.column = error->domain == XML_FROM_PARSER || error->domain == XML_FROM_NAMESPACE ? error->int2 : 0;
  rehearsal_xml_copy(notes->reason, sizeof notes->reason, error->message);
  rehearsal_xml_copy(notes->file, sizeof notes->file, error->file);
  notes->path[0] = 0;
  notes->fault.reason = notes->reason;
  notes->fault.path = notes->path;
  notes->fault.file = notes->file;
}

void rehearsal_xml_refuse(struct rehearsal_xml_notes *notes, const char *reason, int line, int column) {
  xmlError error = {.level = XML_ERR_FATAL, .line = line, .int2 = column, .message = (char *)reason,
                    .domain = XML_FROM_PARSER};
  rehearsal_xml_note(notes, &error);
}

void rehearsal_xml_copy(char *to, size_t capacity, const char *from) {
  size_t count = from == NULL ? 0 : strlen(from);
  if (count >= capacity) count = capacity - 1;
  if (count > 0) memcpy(to, from, count);
  while (count > 0 && (to[count - 1] == '\n' || to[count - 1] == ' ')) count--;
  to[count] = 0;
}

static void on_error(void *context, xmlErrorPtr error) {
  xmlParserCtxtPtr parser = context;
  rehearsal_xml_note(parser->_private, error);
}

// Entities expand short documents to huge ones, and read files: none may be declared.
static void on_entity(void *context, const xmlChar *name, int type, const xmlChar *public, const xmlChar *system,
                      xmlChar *content) {
  (void)name, (void)type, (void)public, (void)system, (void)content;
  xmlParserCtxtPtr parser = context;
  int line = parser->input != NULL ? parser->input->line : 0, column = parser->input != NULL ? parser->input->col : 0;
  rehearsal_xml_refuse(parser->_private, "it declares an entity, and entities are not supported", line, column);
  xmlStopParser(parser);
}

static void on_unparsed(void *context, const xmlChar *name, const xmlChar *public, const xmlChar *system,
                        const xmlChar *notation) {
  (void)notation;
  on_entity(context, name, 0, public, system, NULL);
}

xmlParserCtxtPtr rehearsal_xml_context(struct rehearsal_xml_notes *notes) {
  rehearsal_xml_start();
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL) return NULL;
  context->_private = notes;
  context->sax->serror = on_error;
  context->sax->entityDecl = on_entity;
  context->sax->unparsedEntityDecl = on_unparsed;
  return context;
}

int rehearsal_xml_parse(xmlParserCtxtPtr context, const void *bytes, size_t count) {
  struct rehearsal_xml_notes *notes = context->_private;
  if (count == 0 || count > rehearsal_xml_limit) {
    rehearsal_xml_refuse(notes, count == 0 ? "it is empty" : "it is longer than 1 GB", 1, 1);
    return 0;
  }
  xmlCtxtReset(context);
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_COMPACT);
  context->_private = notes;
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(bytes, (int)count, XML_CHAR_ENCODING_NONE);
  xmlParserInputPtr input = buffer == NULL ? NULL : xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) {
    xmlFreeParserInputBuffer(buffer);
    rehearsal_xml_refuse(notes, "not enough memory to parse it", 0, 0);
    return 0;
  }
  inputPush(context, input);
  xmlParseDocument(context);
  if (!context->wellFormed && !notes->is_noted) rehearsal_xml_refuse(notes, "it is not well-formed", 0, 0);
  return !notes->is_noted;
}

// Names are kept for the next document; with ever new names the dictionary would grow without end.
void rehearsal_xml_renew(xmlParserCtxtPtr *context) {
  if (xmlDictSize((*context)->dict) < 10000) return;
  xmlParserCtxtPtr fresh = rehearsal_xml_context((*context)->_private);
  if (fresh == NULL) return;
  *fresh->sax = *(*context)->sax;
  rehearsal_xml_free(*context);
  *context = fresh;
}

void rehearsal_xml_free(xmlParserCtxtPtr context) {
  if (context == NULL) return;
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
}

struct rehearsal_xml_parser {
  xmlParserCtxtPtr context;
  struct rehearsal_xml_notes notes;
};

rehearsal_xml_parser *rehearsal_xml_parser_new(void) {
  rehearsal_xml_parser *parser = calloc(1, sizeof *parser);
  if (parser == NULL) return NULL;
  parser->context = rehearsal_xml_context(&parser->notes);
  if (parser->context == NULL) {
    free(parser);
    return NULL;
  }
  // No tree is built: only errors are of interest.
  rehearsal_xml_build_nothing(parser->context->sax);
  return parser;
}

void rehearsal_xml_build_nothing(xmlSAXHandler *sax) {
  sax->startDocument = NULL;
  sax->endDocument = NULL;
  sax->startElementNs = NULL;
  sax->endElementNs = NULL;
  sax->characters = NULL;
  sax->ignorableWhitespace = NULL;
  sax->cdataBlock = NULL;
  sax->comment = NULL;
  sax->processingInstruction = NULL;
  sax->reference = NULL;
}

void rehearsal_xml_parser_free(rehearsal_xml_parser *parser) {
  if (parser == NULL) return;
  rehearsal_xml_free(parser->context);
  free(parser);
}

const rehearsal_xml_fault *rehearsal_xml_check(rehearsal_xml_parser *parser, const void *bytes, size_t count) {
  parser->notes.is_noted = 0;
  rehearsal_xml_renew(&parser->context);
  return rehearsal_xml_parse(parser->context, bytes, count) ? NULL : &parser->notes.fault;
}
