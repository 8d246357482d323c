import { AUDIT_ARCH } from '@seccompile/abi'
import { policy } from '@seccompile/policy'
import type { LintRule } from '../examine/lint-rule.ts'
import { foreignNumber } from '../calls/foreign-number.ts'
import { openAbi } from '../calls/open-abi.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** Linux before 5.4 has one table for both ABIs. */
const FOR_OLD_KERNELS = 'give unknown numbers ENOSYS, or use Linux 5.4 or newer'

/** The lint rule `x32-open`. */
export const x32Open: LintRule = {
  ...warningFacts('x32-open'),
  sources: [
    'seccomp(2)',
    'https://github.com/rust-vmm/seccompiler/issues/74',
    'arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT',
    'commit 6365b842aae4 of Linux 5.4',
  ],
  *check(on, looked) {
    yield* openAbi(on, looked, 'x32')
    if (on.abi.auditArch === AUDIT_ARCH.X86_64) yield* foreignNumber(on, looked, FOR_OLD_KERNELS)
  },
  caught: {
    policy: policy({ default: 'allow', abis: ['x86_64', 'x32'] }).on(['x86_64'], (rules) =>
      rules.deny('execve'),
    ),
  },
  nearMiss: { policy: policy({ default: 'allow', abis: ['x86_64', 'x32'] }).deny('execve') },
}
