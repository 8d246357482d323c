import { policy } from '@seccompile/policy'
import type { LintRule } from '../examine/lint-rule.ts'
import { openAbi } from '../calls/open-abi.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** The lint rule `x32-open`. */
export const x32Open: LintRule = {
  ...warningFacts('x32-open'),
  sources: [
    'seccomp(2)',
    'https://github.com/rust-vmm/seccompiler/issues/74',
    'arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT',
  ],
  check: (on, looked) => openAbi(on, looked, 'x32'),
  caught: {
    policy: policy({ default: 'allow', abis: ['x86_64', 'x32'] }).on(['x86_64'], (rules) =>
      rules.deny('execve'),
    ),
  },
  nearMiss: { policy: policy({ default: 'allow', abis: ['x86_64', 'x32'] }).deny('execve') },
}
