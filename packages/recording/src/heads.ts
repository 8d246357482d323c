import { read } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import { headReader } from './read-line.ts'
import type { RecordingHead } from './recording.ts'

/** `a` where both are the same, else `undefined`: a field that differs is not known of the sum. */
const agreed = <T>(a: T | undefined, b: T | undefined): T | undefined => (a === b ? a : undefined)

/**
 * The head of the sum of two recordings. A field on which the two differ is left out; `source` and `machine` are then
 * `several`. ABIs, and what was not seen, are those of both. `began` is the earlier time.
 * @throws TypeError or RangeError for a wrong head
 */
export function sumHeads(left: RecordingHead, right: RecordingHead): RecordingHead {
  const a = read(headReader, left, 'left')
  const b = read(headReader, right, 'right')
  const began = Math.min(a.began ?? Infinity, b.began ?? Infinity)
  const kernel = agreed(a.kernel, b.kernel)
  const libc = agreed(a.libc, b.libc)
  const scenario = agreed(a.scenario, b.scenario)
  const outerFilters = agreed(a.outerFilters, b.outerFilters)
  return {
    source: agreed(a.source, b.source) ?? 'several',
    machine: agreed(a.machine, b.machine) ?? 'several',
    ...(kernel === undefined ? {} : { kernel }),
    ...(libc === undefined ? {} : { libc }),
    abis: abis.map(({ token }) => token).filter((token) => a.abis.includes(token) || b.abis.includes(token)),
    ...(scenario === undefined ? {} : { scenario }),
    ...(outerFilters === undefined ? {} : { outerFilters }),
    unseen: [...new Set([...a.unseen, ...b.unseen])].sort(),
    ...(began === Infinity ? {} : { began }),
  }
}
