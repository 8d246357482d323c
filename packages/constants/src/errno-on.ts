import { actionOf, dataOf, verdictName } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { expectList } from '@seccompile/shape'
import { abis as allAbis } from '@seccompile/syscalls'
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

/**
 * The error with the number `errno` on each of `abis`; undefined where they have no common name for the number. Of
 * several names, it is the first of the kernel's headers, which manual pages and libc take too: `EAGAIN` and not
 * `EWOULDBLOCK`, `EOPNOTSUPP` and not `ENOTSUP`.
 */
function errnoNamed(errno: number, abis: readonly AbiToken[]): ErrnoName | undefined {
  const lines = ERRNO_TEXT.match(new RegExp(String.raw`^\S+ .*\b${errno}\b`, 'gm')) ?? []
  const names = lines.map((line) => line.slice(0, line.indexOf(' ')) as ErrnoName) // the line of a constant begins with its name
  return names.find((name) => abis.every((abi) => errnoOn(name, abi) === errno))
}

/**
 * The name of the error that `verdict` gives on each of `abis`, or on every ABI if the list is empty or left out;
 * undefined for a verdict without an error, and where the ABIs have no common name for its number.
 * @throws RangeError where `verdict` is no u32; TypeError for an unknown ABI
 */
export function errnoOf(verdict: Verdict, abis: readonly AbiToken[] = []): ErrnoName | undefined {
  expectList(abis, 'abis')
  if (actionOf(verdict) !== 'ERRNO') return undefined
  return errnoNamed(dataOf(verdict), abis.length > 0 ? abis : allAbis.map(({ token }) => token))
}

/**
 * A verdict for people: as `verdictName` writes it, with the name of an errno instead of its number where the name is
 * right on each of `abis`, or on every ABI if the list is empty or left out: `ALLOW`, `ERRNO(EPERM)`, `ERRNO(0)`.
 * @throws RangeError where `verdict` is no u32; TypeError for an unknown ABI
 */
export function verdictText(verdict: Verdict, abis: readonly AbiToken[] = []): string {
  const name = errnoOf(verdict, abis)
  return name === undefined ? verdictName(verdict) : `ERRNO(${name})`
}
