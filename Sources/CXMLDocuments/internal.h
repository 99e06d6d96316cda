#ifndef REHEARSAL_CXMLDOCUMENTS_INTERNAL_H
#define REHEARSAL_CXMLDOCUMENTS_INTERNAL_H
#include "CXMLDocuments.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>

/// The first thing that is wrong with a text, with its words.
struct rehearsal_xml_notes {
  int is_noted;
  rehearsal_xml_fault fault;
  char reason[400], path[400], file[400];
};

struct rehearsal_xml_files {
  rehearsal_xsd_read read;
  void *context;
  // Set where one of them has an xs:ID.
  int *has_ids;
};

/// Bytes of a document: libxml2 counts in int.
static const size_t rehearsal_xml_limit = 1000000000;

/// Once for the process, before anything else of libxml2.
void rehearsal_xml_start(void);
/// The part of it that concerns schemas.
void rehearsal_xsd_start(void);
/// What this thread's libxml2 may read until told otherwise; NULL for nothing.
void rehearsal_xml_allow(const struct rehearsal_xml_files *allowed);

void rehearsal_xml_note(struct rehearsal_xml_notes *notes, const xmlError *error);
void rehearsal_xml_refuse(struct rehearsal_xml_notes *notes, const char *reason, int line, int column);
void rehearsal_xml_copy(char *to, size_t capacity, const char *from);

/// A parser that notes what is wrong and refuses entities.
xmlParserCtxtPtr rehearsal_xml_context(struct rehearsal_xml_notes *notes);
/// Whether xs:ID seems to be named.
int rehearsal_xsd_names_ids(const char *bytes, size_t count);
void rehearsal_xml_free(xmlParserCtxtPtr context);
/// A new one with the same handlers, where the old one has grown.
void rehearsal_xml_renew(xmlParserCtxtPtr *context);
/// Takes away the handlers that make a tree.
void rehearsal_xml_build_nothing(xmlSAXHandler *sax);
/// Whether nothing is wrong. A tree, where the handlers build one, is the caller's.
int rehearsal_xml_parse(xmlParserCtxtPtr context, const void *bytes, size_t count);
#endif
