#ifndef CSPAWNING_H
#define CSPAWNING_H

#include <sys/types.h>

/// The places that a program is started with: its working directory (null for that of this process), its standard input (minus one
/// for /dev/null), output and error. Descriptors must be above 2.
struct spawn_places {
    const char *directory;
    int input;
    int output;
    int errors;
};

/// Starts the program at `path`, which is relative to the working directory that it is given, in a session of its own: with these
/// standard streams, no other descriptor, the usual handling of signals, none of them blocked. Returns 0 or the system's error.
/// Swift does not see the extensions of posix_spawn that this needs.
int spawn_command(
    pid_t *process, const char *path, char *const arguments[], char *const environment[],
    const struct spawn_places *places);

#endif
