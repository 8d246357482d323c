/*
 * What the calls of each ABI get, by name.
 *
 * A notation names calls. A filter decides numbers, and each of its sections belongs to one or two ABIs. This file reads a
 * rule set by the tables of the ABIs: for each name its answers on every ABI that has the call, and for the numbers
 * without a name what they get.
 */
import type { Verdict } from '@seccompile/abi'
import { createOutcomes } from '@seccompile/outcomes'
import { abiNumbers } from '@seccompile/syscalls'
import { ALWAYS, deciding, intersection, isAlways, rangeAt } from '@seccompile/rules'
import type { ConditionalVerdict, DecidingRules, Predicate, Range, RuleSet, Section } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'

/** The answers to a call on one ABI; the condition of the last one always holds. */
export interface AbiAnswers {
  readonly abi: AbiTable
  readonly nr: number
  readonly answers: readonly ConditionalVerdict[]
}

/** A name, with its answers on each ABI that has the call, in the order of the target. */
export interface NamedCall {
  readonly name: string
  readonly on: readonly AbiAnswers[]
}

/** Neighbouring numbers of an ABI that no table names, and what they get. */
export interface UnnamedNumbers extends Range<number> {
  readonly abi: AbiTable
  readonly answers: readonly ConditionalVerdict[]
}

/** A rule set by names. */
export interface NamedCalls {
  /** In the order of their numbers on the first ABI; names that only later ABIs have come after those. */
  readonly calls: readonly NamedCall[]
  readonly unnamed: readonly UnnamedNumbers[]
  readonly badArch: Verdict
}

/** Whether no call meets a condition, by its canonical diagram: a mask may leave no value that a range asks for. */
type IsNever = (when: Predicate) => boolean

function createIsNever(): IsNever {
  const outcomes = createOutcomes()
  const never = outcomes.of([], 0)
  const known = new Map<Predicate, boolean>()
  return (when) => {
    const found =
      known.get(when) ?? outcomes.of([{ numbers: [{ lo: 0, hi: 0 }], when, verdict: 1 }], 0) === never
    known.set(when, found)
    return found
  }
}

/** The answers of a list of rules: without those that cannot hold, or say what the last one says, and closed by the default. */
function answersOf(
  { rules }: DecidingRules,
  otherwise: Verdict,
  isNever: IsNever,
): readonly ConditionalVerdict[] {
  const answers = rules.filter(({ when }) => !isNever(when)).map(({ when, verdict }) => ({ when, verdict }))
  const last = answers.at(-1)
  const closed: readonly ConditionalVerdict[] =
    last !== undefined && isAlways(last.when) ? answers : [...answers, { when: ALWAYS, verdict: otherwise }]
  const end = closed.at(-1)! // it is closed
  const others = closed.findLastIndex(({ verdict }) => verdict !== end.verdict) + 1
  return [...closed.slice(0, others), end]
}

/** The section of `rules` for an ABI; where there is none, its calls get the verdict for other architectures. */
function sectionOf({ sections, badArch }: RuleSet, { auditArch }: AbiTable): Section {
  return sections.find(({ arch }) => arch === auditArch) ?? { arch: auditArch, rules: [], otherwise: badArch }
}

/** The ranges of the numbers of `abi` that no call has. */
function unnamedOf(
  abi: AbiTable,
  section: Section,
  ranges: readonly DecidingRules[],
  isNever: IsNever,
): readonly UnnamedNumbers[] {
  return ranges
    .filter(({ lo }) => !abi.names.has(lo))
    .flatMap((range) =>
      intersection([{ lo: range.lo, hi: range.hi }], abiNumbers(abi)).map(({ lo, hi }) => ({
        lo,
        hi,
        abi,
        answers: answersOf(range, section.otherwise, isNever),
      })),
    )
}

/** `rules`, read by the tables of `abis`. */
export function namedCalls(rules: RuleSet, abis: readonly AbiTable[]): NamedCalls {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectList(abis, 'abis', 'auditArch', 'numbers')
  const isNever = createIsNever()
  const calls = new Map<string, AbiAnswers[]>()
  const unnamed: UnnamedNumbers[] = []
  for (const abi of abis) {
    const section = sectionOf(rules, abi)
    const numbers = [...abi.numbers].toSorted(([, a], [, b]) => a - b)
    const ranges = deciding(
      section.rules,
      numbers.map(([, nr]) => nr),
    )
    for (const [name, nr] of numbers) {
      const found = { abi, nr, answers: answersOf(rangeAt(ranges, nr), section.otherwise, isNever) }
      const known = calls.get(name)
      if (known === undefined) calls.set(name, [found])
      else known.push(found)
    }
    unnamed.push(...unnamedOf(abi, section, ranges, isNever))
  }
  return { calls: [...calls].map(([name, on]) => ({ name, on })), unnamed, badArch: rules.badArch }
}
