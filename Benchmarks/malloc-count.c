// Counts allocations on the heap, for Benchmarks/templates.sh:
//   cc -O2 -shared -fPIC -o malloc-count.so malloc-count.c; LD_PRELOAD=./malloc-count.so PROGRAM
#include <stddef.h>
#include <stdint.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

uint64_t malloc_count;

void *malloc(size_t size) { malloc_count++; return __libc_malloc(size); }
void *calloc(size_t count, size_t size) { malloc_count++; return __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { malloc_count++; return __libc_realloc(old, size); }
void *aligned_alloc(size_t alignment, size_t size) { malloc_count++; return __libc_memalign(alignment, size); }
int posix_memalign(void **out, size_t alignment, size_t size) {
  malloc_count++;
  *out = __libc_memalign(alignment, size);
  return *out ? 0 : 12;
}
