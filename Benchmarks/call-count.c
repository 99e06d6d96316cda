// Counts the allocations and the locks of a program, all of them and those that its own file asks for, rather than a library:
//   cc -O2 -shared -fPIC -o call-count.so call-count.c; CALL_COUNT=FILE LD_PRELOAD=./call-count.so PROGRAM
// At the exit one line goes to FILE: allocations, own allocations, locks, own locks. Locks are those of the C library: a Mutex of
// Swift's is compiled into its caller, and is not among them.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static atomic_ulong allocations, own_allocations, locks, own_locks;
static uintptr_t begin, end;
static int (*next_pthread_lock)(pthread_mutex_t *), (*next_lock)(mtx_t *);

// The first object is the program itself.
static int note_program(struct dl_phdr_info *info, size_t size, void *data) {
  (void)size, (void)data;
  begin = UINTPTR_MAX;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    if (info->dlpi_phdr[i].p_type != PT_LOAD) continue;
    uintptr_t from = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr, to = from + info->dlpi_phdr[i].p_memsz;
    if (from < begin) begin = from;
    if (to > end) end = to;
  }
  return 1;
}

__attribute__((constructor)) static void prepare(void) { dl_iterate_phdr(note_program, NULL); }

__attribute__((destructor)) static void report(void) {
  const char *path = getenv("CALL_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%lu %lu %lu %lu\n", allocations, own_allocations, locks, own_locks);
  fclose(file);
}

static inline void count(atomic_ulong *all, atomic_ulong *own, void *caller) {
  atomic_fetch_add_explicit(all, 1, memory_order_relaxed);
  if ((uintptr_t)caller >= begin && (uintptr_t)caller < end) atomic_fetch_add_explicit(own, 1, memory_order_relaxed);
}

#define ALLOCATED count(&allocations, &own_allocations, __builtin_return_address(0))

void *malloc(size_t size) { ALLOCATED; return __libc_malloc(size); }
void *calloc(size_t number, size_t size) { ALLOCATED; return __libc_calloc(number, size); }
void *realloc(void *old, size_t size) { ALLOCATED; return __libc_realloc(old, size); }
void *aligned_alloc(size_t alignment, size_t size) { ALLOCATED; return __libc_memalign(alignment, size); }
int posix_memalign(void **out, size_t alignment, size_t size) {
  ALLOCATED;
  *out = __libc_memalign(alignment, size);
  return *out ? 0 : 12;
}

#define LOCKED count(&locks, &own_locks, __builtin_return_address(0))

int pthread_mutex_lock(pthread_mutex_t *mutex) {
  if (!next_pthread_lock) next_pthread_lock = (int (*)(pthread_mutex_t *))dlsym(RTLD_NEXT, "pthread_mutex_lock");
  LOCKED;
  return next_pthread_lock(mutex);
}

int mtx_lock(mtx_t *mutex) {
  if (!next_lock) next_lock = (int (*)(mtx_t *))dlsym(RTLD_NEXT, "mtx_lock");
  LOCKED;
  return next_lock(mutex);
}
