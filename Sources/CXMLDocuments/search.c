#include "internal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// libxml2 itself refuses elements nested deeper than 256.
enum { deepest = 260, most_steps = 40 };

struct rehearsal_xml_search {
  xmlParserCtxtPtr context;
  // The context's own pointer leads here first.
  struct rehearsal_xml_notes notes;
  char *names[most_steps];
  int anywhere[most_steps];
  int elements, has_attribute;
  // By depth: bit i says that step i may come next in a child.
  uint64_t open[deepest];
  // By depth: the start of the element's text in `text`, or -1.
  ptrdiff_t starts[deepest];
  int depth, searched;
  char *text;
  size_t count, capacity;
  int is_short_of_memory;
  rehearsal_xml_found found;
  void *found_context;
};

static rehearsal_xml_search *owner(void *context) {
  struct rehearsal_xml_notes *notes = ((xmlParserCtxtPtr)context)->_private;
  return (rehearsal_xml_search *)((char *)notes - offsetof(rehearsal_xml_search, notes));
}

// The library leaves an ampersand in an attribute as a reference to its character.
static void pass_attribute(rehearsal_xml_search *search, const char *value, size_t count) {
  static const char written[] = "&#38;";
  const size_t length = sizeof written - 1;
  char *plain = memchr(value, '&', count) == NULL ? NULL : malloc(count);
  if (plain == NULL) {
    search->found(search->found_context, value, count);
    return;
  }
  size_t kept = 0;
  for (size_t at = 0; at < count;) {
    int is_reference = count - at >= length && memcmp(value + at, written, length) == 0;
    plain[kept++] = is_reference ? '&' : value[at];
    at += is_reference ? length : 1;
  }
  search->found(search->found_context, plain, kept);
  free(plain);
}

static int is_named(const rehearsal_xml_search *search, int step, const xmlChar *name) {
  return strcmp((const char *)name, search->names[step]) == 0;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
  rehearsal_xml_search *search = owner(context);
  if (search->depth + 1 >= deepest) {
    search->depth++;
    return;
  }
  const uint64_t before = search->open[search->depth];
  uint64_t after = 0;
  for (int step = 0; step < search->elements; step++) {
    if ((before >> step & 1) == 0) continue;
    if (search->anywhere[step]) after |= (uint64_t)1 << step;
    if (is_named(search, step, name)) after |= (uint64_t)1 << (step + 1);
  }
  const int last = search->elements;
  const uint64_t complete = (uint64_t)1 << last;
  int is_complete = (after & complete) != 0;
  if (search->has_attribute && search->anywhere[last] && (before & complete) != 0) is_complete = 1;
  search->depth++;
  search->starts[search->depth] = -1;
  if (search->has_attribute) {
    if (is_complete) {
      if (search->anywhere[last]) after |= complete;
      for (int index = 0; index < attribute_count; index++) {
        const xmlChar **attribute = attributes + 5 * index;
        if (!is_named(search, last, attribute[0])) continue;
        pass_attribute(search, (const char *)attribute[3], (size_t)(attribute[4] - attribute[3]));
      }
    }
    // An element is passed once, and its children are looked at for more only below //.
    if (!search->anywhere[last]) after &= ~complete;
  } else {
    if (is_complete) {
      search->starts[search->depth] = (ptrdiff_t)search->count;
      search->searched++;
    }
    after &= ~complete;
  }
  search->open[search->depth] = after;
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)name, (void)prefix, (void)uri;
  rehearsal_xml_search *search = owner(context);
  if (search->depth <= 0) return;
  if (search->depth < deepest && search->starts[search->depth] >= 0) {
    const size_t start = (size_t)search->starts[search->depth];
    if (!search->is_short_of_memory) {
      search->found(search->found_context, search->text == NULL ? "" : search->text + start, search->count - start);
    }
    search->searched--;
    if (search->searched == 0) search->count = 0;
  }
  search->depth--;
}

static void on_text(void *context, const xmlChar *bytes, int count) {
  rehearsal_xml_search *search = owner(context);
  if (search->searched == 0 || count <= 0 || search->is_short_of_memory) return;
  const size_t needed = search->count + (size_t)count;
  if (needed > search->capacity) {
    size_t capacity = needed * 2;
    char *text = realloc(search->text, capacity);
    if (text == NULL) {
      search->is_short_of_memory = 1;
      return;
    }
    search->text = text;
    search->capacity = capacity;
  }
  memcpy(search->text + search->count, bytes, (size_t)count);
  search->count = needed;
}

rehearsal_xml_search *rehearsal_xml_search_new(void) {
  rehearsal_xml_search *search = calloc(1, sizeof *search);
  if (search == NULL) return NULL;
  search->context = rehearsal_xml_context(&search->notes);
  if (search->context == NULL) {
    free(search);
    return NULL;
  }
  xmlSAXHandler *sax = search->context->sax;
  rehearsal_xml_build_nothing(sax);
  sax->startElementNs = on_start;
  sax->endElementNs = on_end;
  sax->characters = on_text;
  sax->ignorableWhitespace = on_text;
  sax->cdataBlock = on_text;
  return search;
}

void rehearsal_xml_search_free(rehearsal_xml_search *search) {
  if (search == NULL) return;
  for (int index = 0; index < most_steps; index++) free(search->names[index]);
  rehearsal_xml_free(search->context);
  free(search->text);
  free(search);
}

void rehearsal_xml_search_add(rehearsal_xml_search *search, const char *name, int anywhere, int is_attribute) {
  if (search == NULL || search->has_attribute || search->elements + 1 >= most_steps) return;
  const int index = search->elements;
  search->names[index] = strdup(name);
  if (search->names[index] == NULL) return;
  search->anywhere[index] = anywhere;
  if (is_attribute) {
    search->has_attribute = 1;
  } else {
    search->elements++;
  }
}

int rehearsal_xml_search_run(
    rehearsal_xml_search *search, const void *bytes, size_t count, rehearsal_xml_found found, void *context) {
  search->notes.is_noted = 0;
  rehearsal_xml_renew(&search->context);
  search->depth = 0;
  search->searched = 0;
  search->count = 0;
  search->is_short_of_memory = 0;
  search->open[0] = 1;
  search->found = found;
  search->found_context = context;
  const int is_whole = rehearsal_xml_parse(search->context, bytes, count);
  return is_whole && !search->is_short_of_memory;
}
