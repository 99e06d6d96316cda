#define PCRE2_CODE_UNIT_WIDTH 8
#include "CPatterns.h"

#include <pcre2.h>
#include <stdbool.h>
#include <stdlib.h>

// Steps before a match is given up: about a tenth of a second.
static const uint32_t match_limit = 1000000;
static const size_t first_stack = 32 * 1024, greatest_stack = 1024 * 1024;

struct rehearsal_pattern {
  pcre2_code *code;
};

struct rehearsal_matcher {
  pcre2_match_context *context;
  pcre2_match_data *data;
  pcre2_jit_stack *stack;
};

rehearsal_pattern *rehearsal_pattern_new(const void *text, size_t count, char *reason, size_t capacity, size_t *offset) {
  const uint32_t options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_DOLLAR_ENDONLY |
                           PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF;
  int error = PCRE2_ERROR_NOMEMORY;
  *offset = 0;
  rehearsal_pattern *pattern = malloc(sizeof *pattern);
  if (pattern != NULL) pattern->code = pcre2_compile(text, count, options, &error, offset, NULL);
  if (pattern == NULL || pattern->code == NULL) {
    if (capacity > 0) reason[0] = 0;
    pcre2_get_error_message(error, (PCRE2_UCHAR *)reason, capacity);
    free(pattern);
    return NULL;
  }
  // Without a JIT it is interpreted, more slowly and with the same results.
  (void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
  return pattern;
}

void rehearsal_pattern_free(rehearsal_pattern *pattern) {
  if (pattern != NULL) pcre2_code_free(pattern->code);
  free(pattern);
}

rehearsal_matcher *rehearsal_matcher_new(void) {
  rehearsal_matcher *matcher = calloc(1, sizeof *matcher);
  if (matcher == NULL) return NULL;
  matcher->context = pcre2_match_context_create(NULL);
  matcher->data = pcre2_match_data_create(2, NULL);
  matcher->stack = pcre2_jit_stack_create(first_stack, greatest_stack, NULL);
  if (matcher->context == NULL || matcher->data == NULL) {
    rehearsal_matcher_free(matcher);
    return NULL;
  }
  pcre2_set_match_limit(matcher->context, match_limit);
  // Without its own stack the JIT uses 32 KiB of the thread's.
  if (matcher->stack != NULL) pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
  return matcher;
}

void rehearsal_matcher_free(rehearsal_matcher *matcher) {
  if (matcher == NULL) return;
  pcre2_match_data_free(matcher->data);
  pcre2_match_context_free(matcher->context);
  pcre2_jit_stack_free(matcher->stack);
  free(matcher);
}

int rehearsal_pattern_found(const rehearsal_pattern *pattern, rehearsal_matcher *matcher, const void *text, size_t count) {
  const void *subject = text != NULL ? text : "";
  int found = pcre2_match(pattern->code, subject, count, 0, PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
  return found >= 0 ? 1 : found == PCRE2_ERROR_NOMATCH ? 0 : -1;
}

int rehearsal_pattern_next(
    const rehearsal_pattern *pattern, rehearsal_matcher *matcher, const void *text, size_t count, size_t start,
    rehearsal_match *match) {
  const void *subject = text != NULL ? text : "";
  int found = pcre2_match(pattern->code, subject, count, start, PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
  if (found < 0) return found == PCRE2_ERROR_NOMATCH ? 0 : -1;
  uint32_t groups = 0;
  if (pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &groups) != 0) return -1;
  const PCRE2_SIZE *places = pcre2_get_ovector_pointer(matcher->data);
  match->start = (ptrdiff_t)places[0];
  match->end = (ptrdiff_t)places[1];
  const int at = groups > 0 ? 2 : 0;
  // Groups behind the last that took part are not written.
  const bool takes_part = at == 0 || ((found == 0 || found > 1) && places[2] != PCRE2_UNSET);
  match->group_start = takes_part ? (ptrdiff_t)places[at] : -1;
  match->group_end = takes_part ? (ptrdiff_t)places[at + 1] : -1;
  return 1;
}
