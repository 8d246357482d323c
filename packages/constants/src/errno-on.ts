import type { AbiToken } from '@seccompile/syscalls'
import type { Constant } from './constant.ts'
import * as errno from './tables/errno.ts'
import type { ErrnoName } from './tables/errno.ts'
import { valueOn } from './value-on.ts'

/**
 * The number of an error on an ABI, such as 38 for `ENOSYS` on x86_64 and 89 on mips; undefined for a name that the ABI
 * lacks, or that none has.
 * @throws TypeError for an unknown ABI
 */
export function errnoOn(name: ErrnoName, abi: AbiToken): number | undefined {
  const table: Readonly<Record<string, Constant>> = errno
  // Own keys only, though a namespace has no others: a copy made by a bundler may.
  return Object.hasOwn(table, name) ? valueOn(table[name] as Constant, abi) : undefined
}
