import type { AbiToken } from '@seccompile/syscalls'
import { constantIn } from './constant/family-text.ts'
import { SIG_TEXT } from './tables/sig-text.ts'
import type { SignalName } from './tables/sig.ts'
import { valueOn } from './value-on.ts'

/**
 * The number of a signal on an ABI, such as 17 for `SIGCHLD` on x86_64 and 18 on mips; undefined for a name that this
 * ABI, or every ABI, lacks.
 * @throws TypeError for an unknown ABI
 */
export function signalOn(name: SignalName, abi: AbiToken): number | undefined {
  const found = constantIn('sig', SIG_TEXT, name)
  return found === undefined ? undefined : valueOn(found, abi)
}
