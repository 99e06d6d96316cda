#ifndef REHEARSAL_CXMLDOCUMENTS_INTERNAL_H
#define REHEARSAL_CXMLDOCUMENTS_INTERNAL_H
#include "CXMLDocuments.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>

/// The first error in a text, and its message.
struct rehearsal_xml_notes {
  int is_noted;
  rehearsal_xml_fault fault;
  char reason[400], path[400], file[400];
};

struct rehearsal_xml_files {
  rehearsal_xsd_read read;
  void *context;
  // Set to 1 if one of them has an xs:ID.
  int *has_ids;
};

/// The most bytes of a document: libxml2 counts in int.
static const size_t rehearsal_xml_limit = 1000000000;

/// Initializes libxml2, once for the process, before anything else.
void rehearsal_xml_start(void);
/// The part of it for schemas.
void rehearsal_xsd_start(void);
/// Sets the files that this thread's libxml2 may read until the next call; NULL for none.
void rehearsal_xml_allow(const struct rehearsal_xml_files *allowed);

void rehearsal_xml_note(struct rehearsal_xml_notes *notes, const xmlError *error);
void rehearsal_xml_refuse(struct rehearsal_xml_notes *notes, const char *reason, int line, int column);
void rehearsal_xml_copy(char *to, size_t capacity, const char *from);

/// A parser that notes errors and refuses entities.
xmlParserCtxtPtr rehearsal_xml_context(struct rehearsal_xml_notes *notes);
/// True if xs:ID seems to be used.
int rehearsal_xsd_names_ids(const char *bytes, size_t count);
void rehearsal_xml_free(xmlParserCtxtPtr context);
/// Replaces a parser that has grown by one with the same handlers.
void rehearsal_xml_renew(xmlParserCtxtPtr *context);
/// Removes the handlers that build a tree.
void rehearsal_xml_build_nothing(xmlSAXHandler *sax);
/// True if there is no error. A tree, where the handlers build one, is owned by the caller.
int rehearsal_xml_parse(xmlParserCtxtPtr context, const void *bytes, size_t count);
#endif
