#ifndef REHEARSAL_CPATTERNS_H
#define REHEARSAL_CPATTERNS_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled regular expression: PCRE2's, as ECMA-262 has it where the two differ by an option (`$` at the very end
/// alone, empty classes, references to groups that took no part). Never changes, so threads may share it.
typedef struct rehearsal_pattern rehearsal_pattern;

/// NULL where `text` is no expression or memory is short: then `reason` (ended by a zero, at most `capacity` bytes) and
/// `offset` (bytes from its beginning) say what is wrong.
rehearsal_pattern *rehearsal_pattern_new(const void *text, size_t count, char *reason, size_t capacity, size_t *offset);
void rehearsal_pattern_free(rehearsal_pattern *pattern);

/// What matching writes to, for one thread at a time and any pattern. NULL where memory is short.
typedef struct rehearsal_matcher rehearsal_matcher;
rehearsal_matcher *rehearsal_matcher_new(void);
void rehearsal_matcher_free(rehearsal_matcher *matcher);

/// 1 where the pattern is found anywhere in `text`, which must be UTF-8; 0 where not; -1 where it was given up because it
/// took too many steps or too much memory.
int rehearsal_pattern_found(const rehearsal_pattern *pattern, rehearsal_matcher *matcher, const void *text, size_t count);

#ifdef __cplusplus
}
#endif
#endif
