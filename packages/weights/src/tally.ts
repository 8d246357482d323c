/*
 * The sum of counts, by call.
 *
 * In counts that a person writes, an unknown name is an error. In the output of a tool it is not, because a kernel
 * may be newer than our tables, and the other counts are still useful. An unknown call is left out, with a warning at
 * its first place.
 */
import { PolicyError } from '@seccompile/policy'
import { warning } from '@seccompile/policy/toolkit'
import type { Source, Warning } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { isSyscallName, syscallNames } from '@seccompile/syscalls'

/** The most unknown calls that get a warning each; the others share one. */
const MAX_WARNINGS = 10

/** The error for a name that no ABI has. */
export function unknownCall(name: string, place?: Source): PolicyError {
  const hint = didYouMean(name, syscallNames, '; names are those of the kernel, as strace prints them')
  return new PolicyError('E_NAME', `unknown system call ${quote(name)}${hint}`, place)
}

/** A sum of counts for each call. */
export interface Tally {
  readonly counts: ReadonlyMap<string, number>
  /** Adds calls of `name`, which a tool printed at `place`. */
  readonly add: (name: string, count: number, place: Source) => void
  /** Warnings for the calls that were left out. */
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
      const named = all.slice(0, MAX_WARNINGS).map(([name, { count, place }]) =>
        warning(
          'unknown-name',
          {
            brief: `unknown call ${quote(name)} is left out`,
            full: `unknown system call ${quote(name)} is left out, with its count of ${count}`,
          },
          place,
        ),
      )
      const rest = all.length - named.length
      return rest === 0
        ? named
        : [...named, warning('unknown-name', `${rest} more unknown system calls are left out`)]
    },
  }
}
