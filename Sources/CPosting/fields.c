#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool rehearsal_poster_keep(buffer *buffer, const void *bytes, size_t count) {
  if (count > buffer->capacity) {
    size_t capacity = buffer->capacity < 512 ? 512 : buffer->capacity;
    while (capacity < count) {
      if (capacity > SIZE_MAX / 2) return false;
      capacity *= 2;
    }
    char *larger = malloc(capacity);
    if (larger == NULL) return false;
    free(buffer->bytes);
    buffer->bytes = larger;
    buffer->capacity = capacity;
  }
  if (count > 0 && bytes != NULL) memcpy(buffer->bytes, bytes, count);
  buffer->count = count;
  return true;
}

void rehearsal_poster_wipe(buffer *buffer) {
  volatile char *bytes = buffer->bytes;
  for (size_t index = 0; index < buffer->capacity; index++) bytes[index] = 0;
  free(buffer->bytes);
  memset(buffer, 0, sizeof *buffer);
}

static bool is_name(const char *name, size_t count, const char *other) {
  return count == strlen(other) && strncasecmp(name, other, count) == 0;
}

bool rehearsal_poster_is_content_type(const char *name, size_t count) { return is_name(name, count, "Content-Type"); }

static bool is_token(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
         || (byte != 0 && strchr("!#$%&'*+-.^_`|~", byte) != NULL);
}

bool rehearsal_poster_is_header(const rehearsal_poster_field *field) {
  // The client writes these itself: another length would make two requests of one.
  static const char *const own[] = {"Content-Length", "Transfer-Encoding", "Connection", "Expect", "Upgrade", "Trailer", "TE"};
  if (field->name_count == 0) return false;
  for (size_t index = 0; index < field->name_count; index++) {
    if (!is_token((unsigned char)field->name[index])) return false;
  }
  for (size_t index = 0; index < sizeof own / sizeof *own; index++) {
    if (is_name(field->name, field->name_count, own[index])) return false;
  }
  const unsigned char *value = field->value;
  for (size_t index = 0; index < field->value_count; index++) {
    if ((value[index] < 32 && value[index] != '\t') || value[index] == 127) return false;
  }
  return true;
}

// Enough for the name, ": ", the value and the end.
static size_t text_size(const rehearsal_poster_field *field) { return field->name_count + field->value_count + 3; }

static void write_text(const rehearsal_poster_field *field, char *into) {
  const char *value = field->value;
  size_t count = field->value_count;
  while (count > 0 && (*value == ' ' || *value == '\t')) value++, count--;
  while (count > 0 && (value[count - 1] == ' ' || value[count - 1] == '\t')) count--;
  memcpy(into, field->name, field->name_count);
  into += field->name_count;
  // The library takes "Name:" for a wish to leave the header out, and "Name;" for an empty one.
  if (count == 0) {
    memcpy(into, ";", 2);
    return;
  }
  memcpy(into, ": ", 2);
  memcpy(into + 2, value, count);
  into[2 + count] = 0;
}

int32_t rehearsal_poster_add_header(rehearsal_poster *poster, const rehearsal_poster_field *field) {
  if (!rehearsal_poster_is_header(field)) return rehearsal_poster_bad_header;
  header *more = realloc(poster->headers, (poster->header_count + 1) * sizeof *more);
  if (more == NULL) return rehearsal_poster_no_memory;
  poster->headers = more;
  char *text = malloc(text_size(field));
  if (text == NULL) return rehearsal_poster_no_memory;
  write_text(field, text);
  poster->headers[poster->header_count++] = (header){text, field->name_count};
  if (rehearsal_poster_is_content_type(field->name, field->name_count)) poster->has_content_type = true;
  return rehearsal_poster_done;
}

static bool is_replaced(const header *header, const rehearsal_poster_field *fields, size_t count) {
  for (size_t index = 0; index < count; index++) {
    if (fields[index].name_count == header->name_count
        && strncasecmp(fields[index].name, header->text, header->name_count) == 0) {
      return true;
    }
  }
  return false;
}

int32_t rehearsal_poster_fields(slot *slot, const rehearsal_poster_field *fields, size_t count) {
  // What the library adds by itself is left out.
  static char no_expect[] = "Expect:", no_content_type[] = "Content-Type:";
  const rehearsal_poster *poster = slot->poster;
  size_t most = poster->header_count + count + 2, size = 0;
  bool has_content_type = poster->has_content_type;
  for (size_t index = 0; index < count; index++) {
    if (!rehearsal_poster_is_header(&fields[index])) return rehearsal_poster_bad_header;
    size += text_size(&fields[index]);
    if (rehearsal_poster_is_content_type(fields[index].name, fields[index].name_count)) has_content_type = true;
  }
  if (!rehearsal_poster_keep(&slot->fields_text, NULL, size)) return rehearsal_poster_no_memory;
  if (most > slot->fields_capacity) {
    struct curl_slist *larger = realloc(slot->fields, most * sizeof *larger);
    if (larger == NULL) return rehearsal_poster_no_memory;
    slot->fields = larger;
    slot->fields_capacity = most;
  }
  size_t used = 0;
  slot->fields[used++].data = no_expect;
  if (!has_content_type) slot->fields[used++].data = no_content_type;
  for (size_t index = 0; index < poster->header_count; index++) {
    if (!is_replaced(&poster->headers[index], fields, count)) slot->fields[used++].data = poster->headers[index].text;
  }
  char *text = slot->fields_text.bytes;
  for (size_t index = 0; index < count; index++) {
    write_text(&fields[index], text);
    slot->fields[used++].data = text;
    text += text_size(&fields[index]);
  }
  for (size_t index = 0; index < used; index++) slot->fields[index].next = index + 1 < used ? &slot->fields[index + 1] : NULL;
  return rehearsal_poster_done;
}
