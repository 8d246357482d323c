import type { AbiToken } from '@seccompile/syscalls'
import { constantIn, namesIn } from './constant/family-text.ts'
import { ERRNO_TEXT } from './tables/errno-text.ts'
import type { ErrnoName } from './tables/errno.ts'
import { valueOn } from './value-on.ts'

/** The names of all errors that some ABI has, sorted by code unit. */
export const errnoNames: readonly ErrnoName[] = /* @__PURE__ */ Object.freeze(
  ([...namesIn(ERRNO_TEXT)] as ErrnoName[]).sort(), // the generator writes the type from the same list
)

/**
 * The number of an error on an ABI, such as 38 for `ENOSYS` on x86_64 and 89 on mips; undefined for a name that this
 * ABI, or every ABI, lacks.
 * @throws TypeError for an unknown ABI
 */
export function errnoOn(name: ErrnoName, abi: AbiToken): number | undefined {
  const found = constantIn('errno', ERRNO_TEXT, name)
  return found === undefined ? undefined : valueOn(found, abi)
}
