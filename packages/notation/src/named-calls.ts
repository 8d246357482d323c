/*
 * Reads a rule set by the names of calls.
 *
 * A notation names calls. A filter decides numbers, and each of its sections belongs to one or two ABIs. With the
 * tables of the ABIs, this file finds the answers of each name on every ABI that has the call, and the answers of the
 * numbers without a name.
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

/** Neighbouring numbers of an ABI without a name, with their answers. */
export interface UnnamedNumbers extends Range<number> {
  readonly abi: AbiTable
  readonly answers: readonly ConditionalVerdict[]
}

/** A rule set by names. */
export interface NamedCalls {
  /** The calls in the order of their numbers on the first ABI. Names that only later ABIs have come after those. */
  readonly calls: readonly NamedCall[]
  readonly unnamed: readonly UnnamedNumbers[]
  readonly badArch: Verdict
}

/** Whether no call satisfies a condition, by its canonical diagram. For example, a mask may leave no value of a range. */
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

/**
 * The answers of a list of rules, with the default at the end. Answers that cannot hold, or that repeat the last one,
 * are left out.
 */
function answersOf(
  { rules }: DecidingRules,
  otherwise: Verdict,
  isNever: IsNever,
): readonly ConditionalVerdict[] {
  const answers = rules.filter(({ when }) => !isNever(when)).map(({ when, verdict }) => ({ when, verdict }))
  const last = answers.at(-1)
  const closed: readonly ConditionalVerdict[] =
    last !== undefined && isAlways(last.when) ? answers : [...answers, { when: ALWAYS, verdict: otherwise }]
  const end = closed.at(-1)! // the list ends with the default
  const others = closed.findLastIndex(({ verdict }) => verdict !== end.verdict) + 1
  return [...closed.slice(0, others), end]
}

/** The section of `rules` for an ABI. Without one, the default is the verdict for other architectures. */
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

/** `rules` by name, with the tables of `abis`. */
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
