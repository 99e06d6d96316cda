#define _GNU_SOURCE
#include "CSpawning.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>

#ifdef __APPLE__
// There the flag closes every descriptor that no action names.
#define CLOSE_OTHERS POSIX_SPAWN_CLOEXEC_DEFAULT
#else
#define CLOSE_OTHERS 0
#endif

static int set_up(
    posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, const struct spawn_places *places)
{
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    int failure = places->directory ? posix_spawn_file_actions_addchdir_np(actions, places->directory) : 0;
    if (!failure)
        failure = places->input < 0 ? posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0)
                                    : posix_spawn_file_actions_adddup2(actions, places->input, 0);
    if (!failure) failure = posix_spawn_file_actions_adddup2(actions, places->output, 1);
    if (!failure) failure = posix_spawn_file_actions_adddup2(actions, places->errors, 2);
#ifndef __APPLE__
    if (!failure) failure = posix_spawn_file_actions_addclosefrom_np(actions, 3);
#endif
    if (!failure) failure = posix_spawnattr_setsigdefault(attributes, &all);
    if (!failure) failure = posix_spawnattr_setsigmask(attributes, &none);
    if (!failure)
        failure = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | CLOSE_OTHERS);
    return failure;
}

int spawn_command(
    pid_t *process, const char *path, char *const arguments[], char *const environment[],
    const struct spawn_places *places)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure) return failure;
    failure = posix_spawnattr_init(&attributes);
    if (!failure) {
        failure = set_up(&actions, &attributes, places);
        if (!failure) failure = posix_spawn(process, path, &actions, &attributes, arguments, environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}
