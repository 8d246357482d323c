import type { AbiToken } from '@seccompile/syscalls'
import type { Constant } from './constant.ts'
import * as signals from './tables/sig.ts'
import type { SignalName } from './tables/sig.ts'
import { valueOn } from './value-on.ts'

/**
 * The number of a signal on an ABI, such as 17 for `SIGCHLD` on x86_64 and 18 on mips; undefined for a name that the ABI
 * lacks, or that none has.
 * @throws TypeError for an unknown ABI
 */
export function signalOn(name: SignalName, abi: AbiToken): number | undefined {
  const table: Readonly<Record<string, Constant>> = signals
  // Own keys only, though a namespace has no others: a copy made by a bundler may.
  return Object.hasOwn(table, name) ? valueOn(table[name] as Constant, abi) : undefined
}
