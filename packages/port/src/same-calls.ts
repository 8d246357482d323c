/*
 * Calls that do the same.
 *
 * A function that makes a single call here and a single call there says that these two do the same: open() makes `open`, and `openat`.
 * A function that makes several calls says nothing of pairs: tmpfile() of one library makes `statx` and that of another `getrandom`, and
 * neither does what the other does. So calls do the same if a function with single calls says so, if their names differ in a version
 * or a width, or if they are in the list below.
 */
import type { FunctionCalls, MeasuredCall } from '@seccompile/libc-calls'
import type { NamedList } from './meant-functions.ts'

/** Calls that do the same, and that no function makes alone. @see the manual page of each */
const SAME: readonly (readonly string[])[] = [
  ['clone', 'clone3', 'fork', 'vfork'],
  ['access', 'faccessat', 'faccessat2'],
  ['chmod', 'fchmodat', 'fchmodat2'],
  ['tkill', 'tgkill'],
  ['read', 'readv'],
  ['write', 'writev'],
  ['wait4', 'waitid'],
  ['execve', 'execveat'],
  ['sigreturn', 'rt_sigreturn'],
  ['pause', 'ppoll'],
]

/** The name without its version or width: `fchmodat2`, `setuid32` and `ppoll_time64`. */
const plainName = (call: string): string => call.replace(/(?:_time64|32|64|\d)$/, '')

/** The names of a single call, with the one that the library makes after its ENOSYS; none of a list with more. */
function single(list: readonly MeasuredCall[]): readonly string[] {
  const [only, ...others] = list
  if (only === undefined || others.length > 0) return []
  return [only.name, ...(only.instead.length === 1 ? only.instead.map(({ name }) => name) : [])]
}

/** Whether a call here and a call there do the same. */
export type DoTheSame = (here: string, there: string) => boolean

/** Which calls do the same, by the lists of functions here and by the functions there. */
export function sameCalls(lists: readonly NamedList[], functions: readonly FunctionCalls[]): DoTheSame {
  const singles = new Map<string, Set<string>>()
  for (const [name, list] of lists)
    for (const call of single(list)) singles.set(name, (singles.get(name) ?? new Set()).add(call))
  const pairs = new Set(
    functions.flatMap(({ function: name, lists: there }) =>
      there.flatMap(single).flatMap((call) => [...(singles.get(name) ?? [])].map((own) => `${own} ${call}`)),
    ),
  )
  return (here, there) =>
    here === there ||
    plainName(here) === plainName(there) ||
    pairs.has(`${here} ${there}`) ||
    SAME.some((calls) => calls.includes(here) && calls.includes(there))
}
