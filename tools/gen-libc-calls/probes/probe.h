/*
 * A probe makes one function of the C library, between two marks in the list of its calls. It runs in two variants, `v` 0 and 1,
 * which pass different arguments: an argument that is equal in both comes from the library, and not from the program.
 *
 * The working directory has a file f, a directory d, and a symbolic link l to f.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

extern int v;
extern void add_probe(const char *name, void (*run)(void));

/* No program closes these descriptors: the marks are calls that nothing else makes. */
#define BEGIN_MARK (-701)
#define END_MARK (-702)
#define begin() syscall(SYS_close, BEGIN_MARK)
#define end() syscall(SYS_close, END_MARK)

#define PROBE_NAMED(id, name)                                               \
  static void run_##id(void);                                               \
  __attribute__((constructor)) static void add_##id(void) { add_probe(name, run_##id); } \
  static void run_##id(void)

/* A probe with its own set-up, which calls begin() and end(). */
#define PROBE(id) PROBE_NAMED(id, #id)

/* A probe of a single expression. */
#define ONE_NAMED(id, name, ...) \
  PROBE_NAMED(id, name) {        \
    begin();                     \
    (void)!(__VA_ARGS__);        \
    end();                       \
  }
#define ONE(id, ...) ONE_NAMED(id, #id, __VA_ARGS__)
