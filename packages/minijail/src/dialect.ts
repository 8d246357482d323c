/**
 * The compiler of minijail, of two, that a policy is written for.
 *
 * `'c'`: the parser in libminijail, which `minijail0 -S` runs (syscall_filter.c). `'python'`: the compiler in
 * `tools`, which makes a filter ahead of time (tools/parser.py, tools/compiler.py). They disagree on `; return`.
 * Under `read: arg0 == 0; return EPERM`, a call with 0 runs in C, and gets EPERM in Python.
 */
export type MinijailDialect = 'c' | 'python'
