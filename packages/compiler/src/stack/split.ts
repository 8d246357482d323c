/*
 * Divides rules among filters that are all attached.
 *
 * The kernel runs every filter of a task and obeys the strictest verdict. ALLOW is the weakest verdict. For each
 * call, one filter yields the verdict of the rules, and every other filter yields ALLOW. So all filters together mean
 * the rules, for any verdicts.
 *
 *   0..9 -> ERRNO(1)                    first: 0..9 -> ERRNO(1)          second: 200 when args[1] in {1, 5} -> LOG
 *   200 when args[1] in {1, 5} -> LOG          otherwise -> ALLOW                200 -> TRAP
 *   200 -> TRAP                                                                  otherwise -> ALLOW
 *   otherwise -> ALLOW
 *
 * The rules become a line of entries. First come the ranges of numbers whose verdict does not depend on arguments, in
 * the order of the numbers. Then come groups of numbers that have the same rules on arguments. Each group is one
 * entry, since its numbers share the tests of arguments. A large entry is cut into several pieces, at the first
 * values of the ranges that it tests for one argument. Each piece has a box of values. A filter takes a stretch of
 * the line, so neighbours stay together. Calls that are allowed for all arguments need no filter, so the line does
 * not have them.
 *
 * Cuts along one argument do not divide conditions on different arguments well. Profiles have lists of values of one
 * argument, so this is acceptable.
 */
import { actionOf, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import {
  ALWAYS,
  argumentTests,
  canonical,
  deciding,
  isAlways,
  isNever,
  not,
  predicateKey,
  ruleSet,
  U32,
  union,
} from '@seccompile/rules'
import type { ArgumentTest, ConditionalVerdict, RangeSet, Rule, RuleSet, Section } from '@seccompile/rules'
import { inside, joinBoxes, restrict, sameVariable } from './boxes.ts'
import type { Box, BoxSide } from './boxes.ts'

/** The calls with the same rules on their arguments. */
interface SplitEntry {
  /** Numbers by the index of their section; empty for the calls of other architectures. */
  readonly numbers: ReadonlyMap<number, RangeSet<number>>
  /** First match wins. */
  readonly decisions: readonly ConditionalVerdict[]
  readonly otherwise: Verdict
}

/** The calls of an entry whose arguments lie in a box. One filter decides them. */
export interface EntryPiece {
  readonly entry: SplitEntry
  /** Has no sides where the piece is the whole entry. */
  readonly box: Box
  /** Whether it belongs to the filter that is attached last. */
  readonly isLast: boolean
  /** Whether some of its calls go to a listener. */
  readonly notifies: boolean
  /** An estimate of its instructions, relative to other pieces. */
  readonly weight: number
}

const ALLOW = verdictOf('ALLOW')

/** An entry that tests more values than this is cut. */
const LARGE = 64

/** The most sides of a box. If so many cuts leave a condition large, one more does not help. */
const MAX_SIDES = 6

const isAllow = (verdict: Verdict): boolean => actionOf(verdict) === 'ALLOW'
const isNotify = (verdict: Verdict): boolean => actionOf(verdict) === 'USER_NOTIF'

/** `rules` without data in ALLOW verdicts. The kernel ignores that data, and stacked filters cannot keep it. */
export function withoutAllowData(rules: RuleSet): RuleSet {
  const plain = (verdict: Verdict): Verdict => (isAllow(verdict) ? ALLOW : verdict)
  const isPlain = (verdict: Verdict): boolean => plain(verdict) === verdict
  const { sections, badArch } = rules
  if (
    isPlain(badArch) &&
    sections.every((section) => isPlain(section.otherwise) && section.rules.every((r) => isPlain(r.verdict)))
  )
    return rules
  return ruleSet({
    sections: sections.map((section) => ({
      ...section,
      rules: section.rules.map((rule) => ({ ...rule, verdict: plain(rule.verdict) })),
      otherwise: plain(section.otherwise),
    })),
    badArch: plain(badArch),
  })
}

/** A function that numbers rules: rules with the same condition and verdict have the same number. */
function ruleNumbers(): (rule: Rule) => number {
  const byText = new Map<string, number>()
  const byRule = new Map<Rule, number>()
  return (rule) => {
    const known = byRule.get(rule)
    if (known !== undefined) return known
    const text = `${rule.verdict} ${predicateKey(rule.when)}`
    const number = byText.get(text) ?? byText.size
    byText.set(text, number)
    byRule.set(rule, number)
    return number
  }
}

interface SplitGroup extends SplitEntry {
  readonly numbers: Map<number, RangeSet<number>>
}

/** The entries of `rules` in the order of the line. Numbers in `lasts` have entries of their own. */
function entriesOf(
  { sections, badArch }: RuleSet,
  lasts: readonly (readonly number[])[],
): readonly SplitEntry[] {
  const plain: SplitEntry[] = isAllow(badArch)
    ? []
    : [{ numbers: new Map(), decisions: [], otherwise: badArch }]
  const groups = new Map<string, SplitGroup>()
  const numberOf = ruleNumbers()
  sections.forEach((section, place) => {
    const isOwn = new Set(lasts[place])
    for (const { lo, hi, rules } of deciding(section.rules, lasts[place])) {
      const closing = rules.at(-1)
      const isClosed = closing !== undefined && isAlways(closing.when)
      const otherwise = isClosed ? closing.verdict : section.otherwise
      const open = isClosed ? rules.slice(0, -1) : rules
      const numbers = [{ lo, hi }]
      if (open.length === 0) {
        if (!isAllow(otherwise))
          plain.push({ numbers: new Map([[place, numbers]]), decisions: [], otherwise })
        continue
      }
      const apart = isOwn.has(lo) ? 'last ' : ''
      const key = `${apart}${otherwise}: ${open.map(numberOf).join()}`
      const group = groups.get(key) ?? {
        numbers: new Map<number, RangeSet<number>>(),
        decisions: open.map(({ when, verdict }) => ({ when, verdict })),
        otherwise,
      }
      group.numbers.set(place, union(U32, group.numbers.get(place) ?? [], numbers))
      groups.set(key, group)
    }
  })
  return [...plain, ...groups.values()]
}

/** The decisions of an entry, without those that no call in `boxes` can meet. */
function restricted({ decisions }: SplitEntry, boxes: readonly Box[]): readonly ConditionalVerdict[] {
  if (boxes.some((box) => box.length === 0)) return decisions
  return decisions
    .map(({ when, verdict }) => ({ when: restrict(when, boxes), verdict }))
    .filter(({ when }) => !isNever(when))
}

function notifies(entry: SplitEntry, box: Box): boolean {
  if (isNotify(entry.otherwise)) return true
  const notifying = entry.decisions.filter(({ verdict }) => isNotify(verdict))
  return notifying.length > 0 && restricted({ ...entry, decisions: notifying }, [box]).length > 0
}

const valuesTested = (decisions: readonly ConditionalVerdict[]): number =>
  decisions.reduce(
    (sum, { when }) => sum + argumentTests(when).reduce((count, { values }) => count + values.length, 0),
    0,
  )

/** How many ranges of values the rules of `piece` test within its box. */
export function valuesIn({ entry, box }: EntryPiece): number {
  return valuesTested(restricted(entry, [box]))
}

/** The cuts of a masked argument within its side. */
interface SideCuts extends BoxSide {
  /** The first value of each new side except the first side, ascending. */
  readonly cuts: readonly bigint[]
}

/** The masked argument with the most places to cut within `box`, and these places. Among equals, the first. */
function bestCut(decisions: readonly ConditionalVerdict[], box: Box): SideCuts | undefined {
  const variables = new Map<string, { readonly test: ArgumentTest; readonly begins: Set<bigint> }>()
  for (const { when } of decisions)
    for (const test of argumentTests(when)) {
      const key = `${test.index} ${test.mask}`
      const variable = variables.get(key) ?? { test, begins: new Set() }
      for (const { lo } of test.values) variable.begins.add(lo)
      variables.set(key, variable)
    }
  const cuts = [...variables.values()].map(({ test: { index, mask }, begins }) => {
    const { lo, hi } = box.find((side) => sameVariable(side, { index, mask })) ?? { lo: 0n, hi: mask }
    const inside = [...begins].filter((value) => value > lo && value <= hi)
    return { index, mask, lo, hi, cuts: inside.sort((a, b) => (a < b ? -1 : 1)) }
  })
  const [first, ...others] = cuts.filter(({ cuts: inside }) => inside.length > 0)
  return first === undefined
    ? undefined
    : others.reduce((best, cut) => (cut.cuts.length > best.cuts.length ? cut : best), first)
}

/**
 * `piece`, cut at the first values of the ranges that it tests for one argument; `undefined` where it cannot be cut.
 */
export function cutPiece(piece: EntryPiece): readonly EntryPiece[] | undefined {
  const { entry, box, isLast } = piece
  if (box.length === MAX_SIDES) return undefined
  const cut = bestCut(restricted(entry, [box]), box)
  if (cut === undefined) return undefined
  const { index, mask, lo, hi, cuts } = cut
  const begins = [lo, ...cuts]
  const weight = piece.weight / begins.length
  return begins.map((begin, i): EntryPiece => {
    const side: BoxSide = { index, mask, lo: begin, hi: (begins[i + 1] ?? hi + 1n) - 1n }
    const inside = [...box.filter((other) => !sameVariable(other, side)), side]
    return { entry, box: inside, isLast, notifies: notifies(entry, inside), weight }
  })
}

/**
 * The pieces of `rules` in the order of the line. Calls that `rules` allow for all arguments are in no piece.
 * @param lasts - for each section, the numbers for the filter that is attached last
 */
export function piecesOf(rules: RuleSet, lasts: readonly (readonly number[])[]): readonly EntryPiece[] {
  return entriesOf(rules, lasts).flatMap((entry): readonly EntryPiece[] => {
    const isLast = [...entry.numbers].some(([place, numbers]) =>
      lasts[place]!.some((nr) => numbers.some(({ lo, hi }) => lo <= nr && nr <= hi)),
    )
    const values = valuesTested(entry.decisions)
    const piece: EntryPiece = { entry, box: [], isLast, notifies: notifies(entry, []), weight: values + 2 }
    return values > LARGE ? (cutPiece(piece) ?? [piece]) : [piece]
  })
}

/** The decisions of an entry within `boxes`, and ALLOW outside. The last decision always matches. */
function decisionsWithin(entry: SplitEntry, boxes: readonly Box[]): readonly ConditionalVerdict[] {
  const outside = not(inside(boxes))
  return [
    ...(isNever(outside) ? [] : [{ when: outside, verdict: ALLOW }]),
    ...restricted(entry, boxes),
    { when: ALWAYS, verdict: entry.otherwise },
  ]
}

/** The rules that mean `rules` for the calls of `pieces`, and allow all other calls. */
export function partOf({ sections, badArch }: RuleSet, pieces: readonly EntryPiece[]): RuleSet {
  const boxesOf = new Map<SplitEntry, Box[]>()
  for (const { entry, box } of pieces) {
    const boxes = boxesOf.get(entry)
    if (boxes === undefined) boxesOf.set(entry, [box])
    else boxes.push(box)
  }
  const rules: Rule[][] = sections.map(() => [])
  const plain = sections.map(() => new Map<Verdict, RangeSet<number>[]>())
  let decidesOthers = false
  for (const [entry, boxes] of boxesOf) {
    if (entry.numbers.size === 0) decidesOthers = true
    const decisions = entry.decisions.length === 0 ? [] : decisionsWithin(entry, joinBoxes(boxes))
    for (const [place, numbers] of entry.numbers) {
      for (const decision of decisions) rules[place]!.push({ numbers, ...decision })
      if (decisions.length > 0) continue
      const alike = plain[place]!
      alike.set(entry.otherwise, [...(alike.get(entry.otherwise) ?? []), numbers])
    }
  }
  const made = sections.map((section, place): Section => ({
    arch: section.arch,
    rules: [
      ...[...plain[place]!].map(([verdict, numbers]) => ({
        numbers: canonical(U32, numbers.flat()),
        when: ALWAYS,
        verdict,
      })),
      ...rules[place]!,
    ],
    otherwise: ALLOW,
  }))
  const needed = decidesOthers ? made : made.filter((section) => section.rules.length > 0)
  return ruleSet({
    // A rule set needs a section. Where no section decides anything, any section is right.
    sections: needed.length > 0 ? needed : made.slice(0, 1),
    badArch: decidesOthers ? badArch : ALLOW,
  })
}
