import { AUDIT_ARCH } from '@seccompile/abi'
import { ALLOW, policy } from '@seccompile/policy'
import { otherAbisOf } from '@seccompile/syscalls'
import type { LintRule } from '../examine/lint-rule.ts'
import { foreignNumber } from '../calls/foreign-number.ts'
import { openAbi } from '../calls/open-abi.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** A 64-bit kernel of mips takes the numbers of all its ABIs. */
const FOR_MIPS =
  'refuse by default, and allow calls by name: no rule for a call has its number of another ABI'

/** The lint rule `abi-open`. */
export const abiOpen: LintRule = {
  ...warningFacts('abi-open'),
  sources: [
    'seccomp(2)',
    'https://github.com/google/kafel/issues/19',
    'arch/x86/Kconfig: IA32_EMULATION',
    'arch/arm64/Kconfig: COMPAT',
    'arch/mips/kernel/scall64-o32.S: handle_sys',
  ],
  *check(on, looked) {
    for (const token of otherAbisOf(on.abi.token)) if (token !== 'x32') yield* openAbi(on, looked, token)
    if (on.abi.auditArch !== AUDIT_ARCH.X86_64) yield* foreignNumber(on, looked, FOR_MIPS)
  },
  caught: { policy: policy({ default: 'allow', badArch: ALLOW }).deny('execve') },
  nearMiss: { policy: policy({ default: 'allow', badArch: ALLOW, abis: ['riscv64'] }).deny('execve') },
}
