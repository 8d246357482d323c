/*
 * The entry point of a probe: it hides the vDSO from the C library, which then makes the calls that a vDSO makes unnecessary.
 * Then it jumps to the entry point of the library.
 */
#include <elf.h>
#include <link.h>

__attribute__((used)) void hide_vdso(unsigned long *stack) {
  unsigned long *word = stack + 1 + *stack + 1;
  while (*word++ != 0)
    ;
  for (; word[0] != AT_NULL; word += 2)
    if (word[0] == AT_SYSINFO_EHDR) word[0] = AT_IGNORE;
}

#if defined(__x86_64__)
__asm__(".globl probe_start\nprobe_start:\n mov %rsp,%rdi\n push %rdx\n call hide_vdso\n pop %rdx\n jmp _start\n");
#elif defined(__i386__)
__asm__(".globl probe_start\nprobe_start:\n mov %esp,%eax\n push %edx\n push %eax\n call hide_vdso\n pop %eax\n pop %edx\n jmp _start\n");
#elif defined(__aarch64__)
__asm__(".globl probe_start\nprobe_start:\n mov x19,x0\n mov x0,sp\n bl hide_vdso\n mov x0,x19\n b _start\n");
#elif defined(__riscv)
__asm__(".globl probe_start\nprobe_start:\n mv s1,a0\n mv a0,sp\n call hide_vdso\n mv a0,s1\n tail _start\n");
#elif defined(__arm__)
__asm__(".globl probe_start\n.type probe_start,%function\n.arm\nprobe_start:\n mov r4,r0\n mov r0,sp\n bl hide_vdso\n mov r0,r4\n b _start\n");
#elif defined(__powerpc64__)
__asm__(".globl probe_start\nprobe_start:\n b _start\n");
#else
__asm__(".globl probe_start\n");
#endif
