#ifndef CSPAWNING_H
#define CSPAWNING_H

#include <sys/types.h>

/// Starts the program at `path` in a session of its own: standard input from /dev/null, standard output and error to these two
/// descriptors, which must be above 2, no other descriptor, the usual handling of signals, none of them blocked. Returns 0 or the
/// system's error. Swift does not see the extensions of posix_spawn that this needs.
int spawn_command(
    pid_t *process, const char *path, char *const arguments[], char *const environment[], int output, int errors);

#endif
