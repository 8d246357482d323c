/* Writes the program that kafel makes of the policy on standard input for x86_64 to standard output. */
#include <linux/audit.h>
#include <linux/filter.h>
#include <stdio.h>
#include "kafel.h"

int main(void) {
  struct sock_fprog program;
  kafel_ctxt_t context = kafel_ctxt_create();
  kafel_set_input_file(context, stdin);
  kafel_set_target_arch(context, AUDIT_ARCH_X86_64);
  if (kafel_compile(context, &program) != 0) {
    fputs(kafel_error_msg(context), stderr);
    return 1;
  }
  fwrite(program.filter, sizeof(struct sock_filter), program.len, stdout);
  return 0;
}
