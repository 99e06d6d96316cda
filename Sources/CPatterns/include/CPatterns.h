#ifndef REHEARSAL_CPATTERNS_H
#define REHEARSAL_CPATTERNS_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled regular expression of PCRE2, with the options under which it follows ECMA-262 (`$` only at the very end, empty
/// classes, references to groups that did not match). Never changes, so threads may share it.
typedef struct rehearsal_pattern rehearsal_pattern;

/// NULL where `text` is not an expression or memory is short: then `reason` (zero-terminated, at most `capacity` bytes) is the
/// error, and `offset` its position in bytes.
rehearsal_pattern *rehearsal_pattern_new(const void *text, size_t count, char *reason, size_t capacity, size_t *offset);
void rehearsal_pattern_free(rehearsal_pattern *pattern);

/// The buffers of matching, for one thread at a time and any pattern. NULL where memory is short.
typedef struct rehearsal_matcher rehearsal_matcher;
rehearsal_matcher *rehearsal_matcher_new(void);
void rehearsal_matcher_free(rehearsal_matcher *matcher);

/// Returns 1 where the pattern matches anywhere in `text`, which must be UTF-8; 0 where not; -1 where it was given up because
/// it took too many steps or too much memory.
int rehearsal_pattern_found(const rehearsal_pattern *pattern, rehearsal_matcher *matcher, const void *text, size_t count);

/// Looks for the next match from `start` on, a place between two characters. Returns 1 with the match and its first group, which is the
/// match itself where it has no group, and -1 to -1 where the group took no part; 0 and -1 as above. Offsets are in bytes.
typedef struct {
  ptrdiff_t start, end, group_start, group_end;
} rehearsal_match;
int rehearsal_pattern_next(
    const rehearsal_pattern *pattern, rehearsal_matcher *matcher, const void *text, size_t count, size_t start,
    rehearsal_match *match);

#ifdef __cplusplus
}
#endif
#endif
