import { policy } from '@seccompile/policy'
import type { LintRule } from '../lint-rule.ts'
import { openAbi } from '../open-abi.ts'

/** The lint rule `x32-open`. */
export const x32Open: LintRule = {
  name: 'x32-open',
  severity: 'high',
  means: 'Calls of x32, which an x86_64 kernel may offer, run whatever the rules for x86_64 refuse.',
  remedy: 'Name x32 in the policy, or let badArch refuse its calls.',
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
