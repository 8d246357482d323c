/* The part of an answer that shows a filter: its size, its costs, its listing and what is proved of it. */
import type { Program } from '@seccompile/abi'
import { cost, longestPath } from '@seccompile/compiler'
import type { Certificate, Cost } from '@seccompile/compiler'
import { listingLines } from '@seccompile/describe'
import type { AbiCostRow, FilterPart } from '../messages.ts'
import type { ShownFilter } from './shown-filter.ts'

function costRows({ abis }: Cost): readonly AbiCostRow[] {
  return abis.map(({ abi, allowed, cached, calls }) => ({
    abi,
    allowed: allowed.count,
    mean: allowed.mean,
    worst: allowed.worst,
    cached,
    calls: calls.length,
  }))
}

/** A certificate in words; `what` names the proved property. */
export function proofOf(certificate: Certificate, what: string): FilterPart['proof'] {
  switch (certificate.kind) {
    case 'proved':
      return {
        kind: 'proved',
        text:
          certificate.nodes === undefined
            ? `${what} for every call; a search finds no call with two verdicts`
            : `${what} for every call; the diagram of the proof has ${certificate.nodes} nodes`,
        ...(certificate.digest === undefined ? {} : { digest: certificate.digest }),
      }
    case 'undecided':
      return { kind: 'undecided', text: `not proved: ${certificate.reason}` }
    case 'skipped':
      return { kind: 'undecided', text: 'not proved' }
  }
}

/** Facts that are shown of a filter beside its numbers. */
export type FilterFacts = Pick<FilterPart, 'source' | 'isPolicy' | 'bytes' | 'proof' | 'notes'>

/** The part that shows `subject`. */
export function filterPart(subject: ShownFilter, facts: FilterFacts, costs: Cost): FilterPart {
  const { program, filter, args } = subject
  const { endianness, abis } = filter
  return {
    part: 'filter',
    ...facts,
    abis: abis.map(({ token }) => token),
    insns: program.length,
    longest: costs.longestPath,
    ebpf: costs.ebpfInsns,
    costs: costRows(costs),
    listing: listingLines(program, endianness, { abis, args }),
    ms: 0,
  }
}

/** A filter with its facts, and the part that shows it. */
export interface MadeFilter {
  readonly subject: ShownFilter
  readonly part: FilterPart
}

/** Size, longest path and mean cost of the rows of a table. */
export function measured(
  program: Program,
  { filter: { abis, endianness } }: ShownFilter,
): {
  readonly insns: number
  readonly longest: number
  readonly mean: number
} {
  const [main] = abis
  const [first] = cost(program, [main], endianness).abis
  return { insns: program.length, longest: longestPath(program), mean: first?.allowed.mean ?? 0 }
}
