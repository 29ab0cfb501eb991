// The options of glibc's allocator, which Swift's own module of the C library leaves out.
#include <malloc.h>
#include <sys/mman.h>
