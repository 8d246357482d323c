/*
 * Counts that are being added up, by call.
 *
 * Whoever writes counts by hand is told of a name that is unknown. What a tool printed is another matter: a kernel
 * newer than our tables has calls that we cannot know, and they must not make the rest useless. Those are left out
 * with a warning at their first place.
 */
import { didYouMean } from '@seccompile/abi'
import { PolicyError, quote, warning } from '@seccompile/policy'
import type { Source, Warning } from '@seccompile/policy'
import { isSyscallName, syscallNames } from '@seccompile/syscalls'

/** Unknown calls that are warned of one by one. */
const MAX_WARNINGS = 10

/** The error for a name that no ABI has. */
export function unknownCall(name: string, place?: Source): PolicyError {
  const hint = didYouMean(name, syscallNames, '; names are those of the kernel, as strace prints them')
  return new PolicyError('E_NAME', `unknown system call ${quote(name)}${hint}`, place)
}

/** Counts by call, growing. */
export interface Tally {
  readonly counts: ReadonlyMap<string, number>
  /** Adds calls of `name`, which a tool printed at `place`. */
  readonly add: (name: string, count: number, place: Source) => void
  /** What was left out. */
  readonly warnings: () => readonly Warning[]
}

/** An empty tally. */
export function tally(): Tally {
  const counts = new Map<string, number>()
  const unknown = new Map<string, { count: number; readonly place: Source }>()
  return {
    counts,
    add: (name, count, place) => {
      if (isSyscallName(name)) {
        counts.set(name, (counts.get(name) ?? 0) + count)
        return
      }
      const before = unknown.get(name)
      if (before === undefined) unknown.set(name, { count, place })
      else before.count += count
    },
    warnings: () => {
      const all = [...unknown]
      const named = all
        .slice(0, MAX_WARNINGS)
        .map(([name, { count, place }]) =>
          warning(
            'W_NAME',
            `unknown system call ${quote(name)} is left out, with its count of ${count}`,
            place,
          ),
        )
      const rest = all.length - named.length
      return rest === 0
        ? named
        : [...named, warning('W_NAME', `${rest} more unknown system calls are left out`)]
    },
  }
}
