#ifndef REHEARSAL_CXMLDOCUMENTS_H
#define REHEARSAL_CXMLDOCUMENTS_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// An error in a text, valid until its owner is used again. `line` and `column` count from 1, and are 0 where they are not
/// known. `reason` is libxml2's message as it is, with quotes from the text; `path` is the XPath of the element, and empty
/// where it is not known.
typedef struct {
  int line, column;
  const char *reason;
  const char *path;
  const char *file;
} rehearsal_xml_fault;

/// A parser with its buffers; for one thread at a time. NULL where memory is short. It reads only the given bytes:
/// no file, no network. A declared entity, elements nested 256 deep, and a text or name of more than 10 MB are
/// refused.
typedef struct rehearsal_xml_parser rehearsal_xml_parser;
rehearsal_xml_parser *rehearsal_xml_parser_new(void);
void rehearsal_xml_parser_free(rehearsal_xml_parser *parser);

/// NULL where `bytes` are one well-formed document (XML 1.0 with namespaces).
const rehearsal_xml_fault *rehearsal_xml_check(rehearsal_xml_parser *parser, const void *bytes, size_t count);

/// Looks for the elements or attributes at a path; for one thread at a time. NULL where memory is short.
typedef struct rehearsal_xml_search rehearsal_xml_search;
rehearsal_xml_search *rehearsal_xml_search_new(void);
void rehearsal_xml_search_free(rehearsal_xml_search *search);

/// Adds an element to the path, or an attribute as its end; `anywhere` for one at any depth. The name has no namespace.
void rehearsal_xml_search_add(rehearsal_xml_search *search, const char *name, int anywhere, int is_attribute);

/// Takes one text that was found; it is valid during the call.
typedef void (*rehearsal_xml_found)(void *context, const void *bytes, size_t count);

/// Passes the text of each element or attribute at the path. 0 where `bytes` are not a well-formed document: then those before the
/// mistake were passed.
int rehearsal_xml_search_run(
    rehearsal_xml_search *search, const void *bytes, size_t count, rehearsal_xml_found found, void *context);

/// The text of a file that a schema includes or imports, or NULL: then `count` is not set. It is copied at once.
typedef const void *(*rehearsal_xsd_read)(void *context, const char *path, size_t *count);

/// A compiled XSD 1.0 schema; never changes, so threads may share it.
typedef struct rehearsal_xsd rehearsal_xsd;

/// NULL only where memory is short. `rehearsal_xsd_mistake` returns its error, or NULL.
rehearsal_xsd *rehearsal_xsd_new(
    const void *bytes, size_t count, const char *path, rehearsal_xsd_read read, void *context);
void rehearsal_xsd_free(rehearsal_xsd *xsd);
const rehearsal_xml_fault *rehearsal_xsd_mistake(const rehearsal_xsd *xsd);

/// Validates by `xsd`, which must outlive it; for one thread at a time. NULL where memory is short.
typedef struct rehearsal_xsd_validator rehearsal_xsd_validator;
rehearsal_xsd_validator *rehearsal_xsd_validator_new(const rehearsal_xsd *xsd);
void rehearsal_xsd_validator_free(rehearsal_xsd_validator *validator);

/// NULL where `bytes` are a document that the schema allows.
const rehearsal_xml_fault *rehearsal_xsd_check(rehearsal_xsd_validator *validator, const void *bytes, size_t count);

#ifdef __cplusplus
}
#endif
#endif
