/* A question about one filter or two: the ABIs that name calls, and the bounds of the prover. */
import { auditArchName } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import type { Filter } from '@seccompile/filter'
import { abiNumbers } from '@seccompile/syscalls'
import { STACK_LIMITS } from '@seccompile/prover'
import type { ProveOptions, Within } from '@seccompile/prover'
import { contains } from '@seccompile/rules'
import { expectFunction, expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { ARCH_64BIT } from '../parts/regions.ts'
import type { FilterPair } from './filter-pair.ts'

/** The calls that a question is about, and the ABI that names them. */
export interface WithinPart {
  readonly abi: AbiTable
  readonly within: Within
}

/** A question about one filter. */
export interface SingleQuestion {
  readonly filter: Filter
  /** The ABIs that name calls: the ABI of the part first, then those of the filter. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly prove: ProveOptions
}

const proveOptions = (filters: readonly [Filter, ...Filter[]], within: Within | undefined): ProveOptions => ({
  endianness: filters[0].endianness,
  ...(filters.some(({ subject }) => subject.level === 'stack') ? STACK_LIMITS : {}),
  within,
})

/** `abis` without repeats; the ABI of `part` comes first. */
function named(
  part: WithinPart | undefined,
  abis: readonly [AbiTable, ...AbiTable[]],
): readonly [AbiTable, ...AbiTable[]] {
  const first = part?.abi ?? abis[0]
  const others = new Map(abis.map((abi) => [abi.token, abi]))
  others.delete(first.token)
  return [first, ...others.values()]
}

/** The question about one filter. */
export function aboutOne(filter: Filter, part?: WithinPart): SingleQuestion {
  expectObject(filter, 'filter', 'subject', 'endianness', 'abis')
  return { filter, abis: named(part, filter.abis), prove: proveOptions([filter], part?.within) }
}

/** The question about two filters. */
export function aboutTwo(filters: readonly [Filter, Filter], part?: WithinPart): FilterPair {
  expectList(filters, 'filters', 'subject', 'endianness', 'abis')
  const [left, right] = filters
  expectObject(left, 'filters[0]')
  expectObject(right, 'filters[1]')
  const abis = named(part, [...left.abis, ...right.abis])
  return { left, right, abis, prove: proveOptions([left, right], part?.within) }
}

/**
 * The calls of the main ABI of `filters`, which is `main`. A raw filter does not name its ABIs, and may be for other
 * architectures; then the calls of an architecture that it names, one of 64 bits if there is one.
 */
export function mainPart(filters: readonly Pick<Filter, 'arches'>[], main: AbiTable): Within {
  expectList(filters, 'filters', 'arches')
  expectObject(main, 'main', 'auditArch', 'base')
  const arches = filters.flatMap((filter) => filter.arches())
  const [first] = arches.includes(main.auditArch) ? [] : [...arches.filter((arch) => arch >= ARCH_64BIT), ...arches] // prettier-ignore
  return first === undefined ? { arch: main.auditArch, numbers: abiNumbers(main) } : { arch: first }
}

/**
 * The answer of `ask`. When its example is a call of another architecture and a call of the main ABI is an example as
 * well, the answer has the call of the main ABI.
 */
export function askMainFirst<Answer extends object>(
  asked: Pick<FilterPair, 'left' | 'right' | 'abis' | 'prove'>,
  ask: (options: ProveOptions) => Answer,
): Answer {
  expectObject(asked, 'asked', 'left', 'right', 'abis', 'prove')
  expectFunction(ask, 'ask')
  const { left, right, abis, prove } = asked
  const [main] = abis
  const answer = ask(prove)
  if (main === undefined || !('data' in answer) || prove.within !== undefined) return answer
  const within = mainPart([left, right], main)
  const { arch, nr } = answer.data as SeccompData // the call of every answer that has one
  if (arch === within.arch && (within.numbers === undefined || contains(within.numbers, nr))) return answer
  const ofMain = ask({ ...prove, within })
  return 'data' in ofMain ? ofMain : answer
}

/**
 * The note that two filters are for different architectures, which may explain an answer, with `advice`; `undefined`
 * when both are for the same architectures, or one filter names none.
 */
export function archesNote(pair: FilterPair, advice?: string): string | undefined {
  expectObject(pair, 'pair', 'left', 'right')
  const { left, right } = pair
  const [ours, theirs] = [left.arches(), right.arches()]
  if (ours.length === 0 || theirs.length === 0) return undefined
  const [mine, other] = [ours, theirs].map((arches) => arches.map(auditArchName).sort().join(', '))
  if (mine === other) return undefined
  const common = ours.some((arch) => theirs.includes(arch))
  const then =
    advice ?? (common ? '--within ABI compares the calls of one ABI' : 'no architecture is in both')
  return `${left.name} is for ${mine} and ${right.name} for ${other}; ${then}`
}
