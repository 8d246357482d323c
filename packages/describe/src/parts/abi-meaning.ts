/*
 * The meaning of a filter, call by call, on each ABI.
 *
 * The prover answers for arch values and numbers. ABIs with one arch value divide its numbers, see `ownNumbers()`.
 * Each call of a table gets its outcome: one verdict, or conditions with verdicts. Numbers that no call of the table
 * has, such as those above the newest known call, are kept as numbers.
 */
import type { Verdict } from '@seccompile/abi'
import type { ArchRegion, Case, Within } from '@seccompile/prover'
import { canonical, contains, difference, intersection, U32 } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import { calls as callsOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { CallNames } from '../names/call-names.ts'
import { isLong, ownNumbers } from './alike.ts'
import { conditionText, SHOWN } from './regions.ts'

/** A verdict and its condition as text; empty for a condition that always holds. */
export interface OutcomeCase {
  readonly verdict: Verdict
  readonly condition: string
  /** The condition with few values of each test. */
  readonly shown: string
}

/** What calls get: the verdict of the first case whose condition holds. A single case has no condition. */
export interface CasesOfCalls {
  readonly cases: readonly OutcomeCase[]
  /** Equal for outcomes with the same cases, whose errnos have the same names on both ABIs. */
  readonly key: string
}

/** Numbers that no call of the table has, and that get an outcome other than the default. */
export interface NamelessNumbers {
  readonly numbers: RangeSet<number>
  readonly outcome: CasesOfCalls
}

/** What a filter does to the calls of one ABI. */
export interface AbiMeaning {
  readonly abi: AbiTable
  /** The outcome of each call of the ABI that the question is about, by name, in the order of numbers. */
  readonly outcomes: ReadonlyMap<string, CasesOfCalls>
  /** In the order of their first number. */
  readonly unnamed: readonly NamelessNumbers[]
  /** The verdict of all other numbers. */
  readonly otherwise: Verdict
  /** The key of an outcome that is `otherwise`. */
  readonly otherwiseKey: string
}

const ALL: RangeSet<number> = [{ lo: U32.min, hi: U32.max }]
const one = (value: number): RangeSet<number> => [{ lo: value, hi: value }]

function keyOf(cases: readonly OutcomeCase[], { token }: AbiTable, names: CallNames): string {
  return JSON.stringify(
    cases.map(({ verdict, condition }) => [verdict, names.verdict(verdict, [token]), condition]),
  )
}

function outcomeOf(
  cases: readonly Case[],
  abi: AbiTable,
  numbers: RangeSet<number>,
  names: CallNames,
): CasesOfCalls {
  const texts = cases.map(({ verdict, when, pointer }): OutcomeCase => {
    const asked = { arch: abi.auditArch, numbers, when, pointer }
    const condition = conditionText(asked, names)
    return { verdict, condition, shown: condition === '' ? '' : conditionText(asked, names, SHOWN) }
  })
  return { cases: texts, key: keyOf(texts, abi, names) }
}

/** The outcome that is a verdict without a condition. */
function always(verdict: Verdict, abi: AbiTable, names: CallNames): CasesOfCalls {
  const cases = [{ verdict, condition: '', shown: '' }]
  return { cases, key: keyOf(cases, abi, names) }
}

const sizeOf = (numbers: RangeSet<number>): number =>
  numbers.reduce((sum, { lo, hi }) => sum + hi - lo + 1, 0)

/** The verdict that an ABI gives by default: `otherwise`, or where it has no number with it, that of most numbers. */
function defaultOf(regions: ArchRegion['regions'], own: RangeSet<number>, otherwise: Verdict): Verdict {
  const parts = regions.map(({ numbers, cases }) => ({ cases, size: sizeOf(intersection(numbers, own)) }))
  if (parts.reduce((sum, { size }) => sum + size, 0) < sizeOf(own)) return otherwise
  const [most] = parts.filter(({ cases }) => cases.length === 1).toSorted((a, b) => b.size - a.size)
  return most?.cases[0]?.verdict ?? otherwise
}

/**
 * The meaning of `section`, which is about the one value `arch`, on each ABI of this value: of those calls that the
 * question is about.
 */
export function abiMeanings(
  names: CallNames,
  arch: number,
  { regions, otherwise }: ArchRegion,
  within: Within | undefined,
): readonly AbiMeaning[] {
  const tables = names.tables(arch)
  const owns = ownNumbers(tables)
  const asked = within?.numbers ?? ALL
  return tables.flatMap((abi, i): readonly AbiMeaning[] => {
    const own = intersection(owns[i]!, asked)
    if (own.length === 0) return []
    const byDefault = defaultOf(regions, own, otherwise)
    const mine = regions.filter(({ cases: [first, ...others] }) => others.length > 0 || first?.verdict !== byDefault) // prettier-ignore
    const rest = always(byDefault, abi, names)
    const known = callsOf(abi).filter(({ nr }) => contains(own, nr))
    const outcomes = known.map(({ name, nr }): readonly [string, CasesOfCalls] => {
      const region = mine.find(({ numbers }) => contains(numbers, nr))
      if (region === undefined) return [name, rest]
      const numbers = region.cases.some(({ when }) => isLong(when)) ? region.numbers : one(nr)
      return [name, outcomeOf(region.cases, abi, numbers, names)]
    })
    const nameless = difference(U32, own, canonical(U32, known.flatMap(({ nr }) => one(nr)))) // prettier-ignore
    const unnamed = mine
      .map(({ numbers, cases }) => ({ numbers: intersection(numbers, nameless), cases }))
      .filter(({ numbers }) => numbers.length > 0)
      .map(({ numbers, cases }) => ({ numbers, outcome: outcomeOf(cases, abi, numbers, names) }))
    const { verdict } = rest.cases[0]!
    return [{ abi, outcomes: new Map(outcomes), unnamed, otherwise: verdict, otherwiseKey: rest.key }]
  })
}
