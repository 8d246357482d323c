/*
 * Joins two rule sets: each call gets the stricter of their two verdicts.
 *
 * For a range of numbers, each set has a list of rules of which the first match decides. The pairs of both lists, in
 * the order of the first list and then of the second, are such a list again: the first pair that matches consists of
 * the deciding rule of each set. Some pairs are not needed: a rule that is as strict as the whole other list needs no
 * pair, and no pair needs a rule behind an unconditional one. The number of pairs is the product of the lengths of
 * both lists. Above a bound there is no result.
 *
 *   first   0..9 -> ALLOW                second   3 when args[0] in {1} -> ERRNO(1)
 *           otherwise -> KILL_PROCESS             otherwise -> ALLOW
 *
 *   both    0..2, 4..9 -> ALLOW          3 when args[0] in {1} -> ERRNO(1)          3 -> ALLOW
 *           otherwise -> KILL_PROCESS
 */
import { strengthOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import { deciding } from './deciding.ts'
import { all, ALWAYS, isAlways, isNever } from './predicate.ts'
import { canonical, U32 } from './range.ts'
import type { Range } from './range.ts'
import type { ConditionalVerdict, Rule, RuleSet, Section } from './rule-set.ts'
import { ruleSet } from './verify.ts'

/** Most pairs of conditions in the result of {@link strictest}. */
export const MAX_STRICTEST_PAIRS = 50_000

/** The number of pairs that may still be made. */
interface Room {
  pairs: number
}

/** The stricter of two verdicts; of equal actions, `first`. */
function stricter(first: Verdict, second: Verdict): Verdict {
  return strengthOf(second) < strengthOf(first) ? second : first
}

/** The rules of a list, with an unconditional one at the end. */
function closed(rules: readonly Rule[], otherwise: Verdict): readonly ConditionalVerdict[] {
  const last = rules.at(-1)
  return last !== undefined && isAlways(last.when) ? rules : [...rules, { when: ALWAYS, verdict: otherwise }]
}

/** The pairs of two lists, in the order in which they decide; `'many'` where there is no room for all of them. */
function pairs(
  first: readonly ConditionalVerdict[],
  second: readonly ConditionalVerdict[],
  room: Room,
): readonly ConditionalVerdict[] | 'many' {
  const strongest = Math.min(...second.map(({ verdict }) => strengthOf(verdict)))
  const weak = first.filter(({ verdict }) => strengthOf(verdict) > strongest).length
  room.pairs -= first.length - weak + weak * second.length
  if (room.pairs < 0) return 'many'
  return first.flatMap(({ when, verdict }) => {
    if (strengthOf(verdict) <= strongest) return [{ when, verdict }]
    return second
      .map((other) => ({ when: all([when, other.when]), verdict: stricter(verdict, other.verdict) }))
      .filter((pair) => !isNever(pair.when))
  })
}

/** The joint section of `first` and `second`. Neighbouring numbers with one pair of lists share their rules. */
function sectionOf(first: Section, second: Section, room: Room): Section | 'many' {
  const otherwise = stricter(first.otherwise, second.otherwise)
  const left = deciding(first.rules)
  const right = deciding(second.rules)
  const groups = new Map<
    string,
    { readonly numbers: Range<number>[]; readonly rules: readonly ConditionalVerdict[] }
  >()
  const places = [first.rules, second.rules].map((rules) => new Map(rules.map((rule, i) => [rule, i])))
  const keyOf = (side: 0 | 1, rules: readonly Rule[]): string =>
    rules.map((rule) => places[side]!.get(rule)).join()
  for (let [i, j] = [0, 0]; i < left.length && j < right.length;) {
    const [one, other] = [left[i]!, right[j]!]
    const numbers = { lo: Math.max(one.lo, other.lo), hi: Math.min(one.hi, other.hi) }
    const key = `${keyOf(0, one.rules)};${keyOf(1, other.rules)}`
    const known = groups.get(key)
    if (known !== undefined) known.numbers.push(numbers)
    else {
      const rules = pairs(closed(one.rules, first.otherwise), closed(other.rules, second.otherwise), room)
      if (rules === 'many') return 'many'
      groups.set(key, { numbers: [numbers], rules })
    }
    if (one.hi <= other.hi) i += 1
    if (other.hi <= one.hi) j += 1
  }
  const rules = [...groups.values()].flatMap(({ numbers, rules: own }) =>
    own
      .filter(({ when, verdict }, at) => at < own.length - 1 || !isAlways(when) || verdict !== otherwise)
      .map(({ when, verdict }) => ({ numbers: canonical(U32, numbers), when, verdict })),
  )
  return { arch: first.arch, rules, otherwise }
}

/** The section of `rules` for `arch`. Where there is none, its default is the verdict for other architectures. */
function sectionFor({ sections, badArch }: RuleSet, arch: number): Section {
  return sections.find((section) => section.arch === arch) ?? { arch, rules: [], otherwise: badArch }
}

/**
 * The rules that give each call the stricter verdict of `first` and `second`. The stronger action wins, and where
 * equal actions have different data, `first` wins. The result is `'many'` where the conditions on the same numbers
 * would need more than {@link MAX_STRICTEST_PAIRS} pairs.
 * @see kernel/seccomp.c: seccomp_run_filters(), which joins the verdicts of the filters of a task in this way
 */
export function strictest(first: RuleSet, second: RuleSet): RuleSet | 'many' {
  expectObject(first, 'first', 'sections', 'badArch')
  expectObject(second, 'second', 'sections', 'badArch')
  const arches = [...new Set([...first.sections, ...second.sections].map(({ arch }) => arch))]
  const room: Room = { pairs: MAX_STRICTEST_PAIRS }
  const sections: Section[] = []
  for (const arch of arches) {
    const section = sectionOf(sectionFor(first, arch), sectionFor(second, arch), room)
    if (section === 'many') return 'many'
    sections.push(section)
  }
  return ruleSet({
    sections,
    badArch: stricter(first.badArch, second.badArch),
  })
}
