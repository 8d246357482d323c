/* The optimised form of a raw filter. */
import { optimize } from '@seccompile/compiler'
import type { OptimizeGoal } from '@seccompile/compiler'
import type { ShownFilter } from './shown-filter.ts'
import { filterPart, proofOf } from './filter-part.ts'
import type { MadeFilter } from './filter-part.ts'

/** The optimised filter with the meaning of the raw filter `given`, or the reason why the proof has no result. */
export function optimised({ subject, part }: MadeFilter, goal: OptimizeGoal): MadeFilter | string {
  const { program, filter } = subject
  const { endianness, abis } = filter
  const found = optimize(program, { endianness, abis, goal })
  if (found.kind === 'undecided') return found.reason
  const better: ShownFilter = { ...subject, program: found.program }
  const what =
    found.origin === 'input'
      ? 'no better filter was found; this one means the same'
      : 'it means what the given filter means'
  const facts = { ...part, bytes: found.bytes, proof: proofOf(found.certificate, what) }
  return { subject: better, part: filterPart(better, facts, found.after) }
}
