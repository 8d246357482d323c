import { actionOf, dataOf, refuses } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { errnoOn } from '@seccompile/constants/errno'
import type { Predicate } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import type { ExaminedAbi } from './examined.ts'

/** Whether the ABI has the call and every call `name` that meets `args` fails or kills. */
export function isRefusedWhole({ has, verdicts }: ExaminedAbi, name: string, args?: Predicate): boolean {
  return has(name) && verdicts(name, args).every(refuses)
}

/** Whether a call with this verdict fails, and with ENOSYS, by the number of `abi`. */
export function isEnosys(abi: AbiTable, verdict: Verdict): boolean {
  return actionOf(verdict) === 'ERRNO' && dataOf(verdict) === errnoOn('ENOSYS', abi.token)
}

/** Whether a call with this verdict fails, and with another errno than ENOSYS. */
export function isOtherErrno(abi: AbiTable, verdict: Verdict): boolean {
  return actionOf(verdict) === 'ERRNO' && !isEnosys(abi, verdict)
}
