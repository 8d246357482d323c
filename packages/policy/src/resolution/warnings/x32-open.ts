/*
 * x32: the numbers from 0x40000000 of x86_64, with the same `arch`. If these numbers run, they make calls like those
 * of x86_64, and a rule for a number of x86_64 does not cover them.
 */
import { letsRun, seccompData } from '@seccompile/abi'
import { numberOf } from '@seccompile/syscalls'
import { warning } from '../../data/warning.ts'
import type { ShownCall, Warning } from '../../data/warning.ts'
import { openText } from './abi-open.ts'
import type { OpenAbi } from './abi-open.ts'
import { verdictOn } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** Bit 30 of a number, which selects x32. @see arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT */
const X32_BIT = 0x4000_0000

/** The call that x86_64 refuses, by its number of x32: most calls have the same number there, with bit 30 set. */
function byX32({ beside, refused, call }: OpenAbi): ShownCall | undefined {
  if (call !== undefined) return call
  const { abi } = beside
  const nr = numberOf(abi, refused)
  if (abi.token !== 'x86_64' || nr === undefined) return undefined
  return { abi: 'x32', data: seccompData({ nr: nr + X32_BIT, arch: abi.auditArch }) }
}

/** The warning that numbers of x32 run. */
export function x32Open(looked: WarningSubject, open: readonly OpenAbi[]): readonly Warning[] {
  return open
    .filter(({ token }) => token === 'x32')
    .flatMap((each) => {
      const call = byX32(each)
      if (call !== undefined && !letsRun(verdictOn(looked.rules, call))) return []
      return [warning('x32-open', openText(each), undefined, call)]
    })
}
