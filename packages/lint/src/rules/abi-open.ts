import { ALLOW, policy } from '@seccompile/policy'
import { otherAbisOf } from '@seccompile/syscalls'
import type { LintRule } from '../examine/lint-rule.ts'
import { openAbi } from '../calls/open-abi.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** The lint rule `abi-open`. */
export const abiOpen: LintRule = {
  ...warningFacts('abi-open'),
  sources: [
    'seccomp(2)',
    'https://github.com/google/kafel/issues/19',
    'arch/x86/Kconfig: IA32_EMULATION',
    'arch/arm64/Kconfig: COMPAT',
  ],
  *check(on, looked) {
    for (const token of otherAbisOf(on.abi.token)) if (token !== 'x32') yield* openAbi(on, looked, token)
  },
  caught: { policy: policy({ default: 'allow', badArch: ALLOW }).deny('execve') },
  nearMiss: { policy: policy({ default: 'allow', badArch: ALLOW, abis: ['riscv64'] }).deny('execve') },
}
