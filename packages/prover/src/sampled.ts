/*
 * A last resort. Where no diagram fits its bounds, two IRs may still be seen to differ: a call with different verdicts is
 * proof enough, however it was found. That none is found proves nothing.
 */
import { contains } from '@seccompile/rules'
import type { Endianness, SeccompData } from '@seccompile/abi'
import { levelFunctions } from '@seccompile/pass'
import type { Subject } from './leveled.ts'
import type { Within } from './question.ts'

/** Most calls to try. */
const MAX_CALLS = 4096

/** Calls at the edges of what the two IRs test, of those that are asked about. */
export function edgeCalls(
  irs: readonly Subject[],
  endianness: Endianness,
  within: Within | undefined,
): readonly SeccompData[] {
  const calls = irs
    .flatMap((subject) => (subject.level === 'stack' ? subject.ir : [subject]))
    .flatMap(({ level, ir }) => levelFunctions(level).witnesses(ir, endianness))
  const inside =
    within === undefined
      ? calls
      : calls.filter(
          ({ arch, nr }) =>
            arch === within.arch && (within.numbers === undefined || contains(within.numbers, nr)),
        )
  const step = Math.max(Math.ceil(inside.length / MAX_CALLS), 1)
  return inside.filter((_, i) => i % step === 0)
}
