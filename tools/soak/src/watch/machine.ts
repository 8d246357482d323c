/* The ABI of this machine, and filters that refuse single calls of its own ABI. */
import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { nativeAbi } from '@seccompile/kernel/exec'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

const { token, auditArch } = nativeAbi()

/** The machine's own ABI. */
export const OWN: AbiTable = abiTable(token)

/** An errno that no call of the commands has by itself. @see errno(3): EXDEV */
const ODD_ERRNO = 18

/** A filter that refuses calls of the machine's own ABI by {@link ODD_ERRNO}. */
export function refusing(names: readonly string[]): Program {
  const tests = names.flatMap((name) => [
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: numberOf(OWN, name) ?? 0xffff_fffe },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ERRNO', ODD_ERRNO) },
  ])
  return [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
    { code: BPF.JEQ_K, jt: 0, jf: tests.length + 1, k: auditArch },
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    ...tests,
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
  ]
}
