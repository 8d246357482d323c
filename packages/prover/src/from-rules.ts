/*
 * Turns rules into a diagram. The first match wins, so the rules are added from the last to the first, each on top of
 * the rest: `rule ? verdict : rest`.
 *
 * Neighbouring rules with one verdict are added together. Their numbers are ranges of one word, and one walk puts all
 * of them on top of the rest.
 */
import { argHigh, argLow, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { anyOf } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { canonical, U32, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Range, RangeSet, Rule, RuleSet, Section } from '@seccompile/rules'
import { byHighWord, highWord, lowWord } from './argument-words.ts'
import { overlay } from './overlay.ts'
import type { OverlayPiece } from './overlay.ts'
import { placeOf } from './word-order.ts'

const WHOLE = U32.max
const ARCH = placeOf(WORD_ARCH)
const NR = placeOf(WORD_NR)

const pieceOf =
  (to: Node): ((range: Range<number>) => OverlayPiece) =>
  ({ lo, hi }) => ({ lo, hi, to })

/** The predicate that `nr` is in one of `numbers`. */
export function numbersPredicate(store: Store, numbers: RangeSet<number>): Node {
  return overlay(store, NR, WHOLE, numbers.map(pieceOf(store.always)), store.never)
}

function testPredicate(store: Store, { index, mask, values }: ArgumentTest): Node {
  const lowPredicate = (lows: RangeSet<number>): Node =>
    overlay(store, placeOf(argLow(index)), lowWord(mask), lows.map(pieceOf(store.always)), store.never)
  const pieces = byHighWord(values).map(({ lo, hi, lows }) => ({ lo, hi, to: lowPredicate(lows) }))
  return overlay(store, placeOf(argHigh(index)), highWord(mask), pieces, store.never)
}

/** The diagram of `predicate`, with the leaves 0 and 1. */
export function predicateDiagram(store: Store, predicate: Predicate): Node {
  switch (predicate.kind) {
    case 'argument':
      return testPredicate(store, predicate)
    case 'all':
      return predicate.of.reduceRight<Node>(
        (rest, part) => store.ite(predicateDiagram(store, part), rest, store.never),
        store.always,
      )
    case 'any':
      return predicate.of.reduceRight<Node>(
        (rest, part) => store.ite(predicateDiagram(store, part), store.always, rest),
        store.never,
      )
  }
}

/** The union of `ranges`, ascending, with gaps between the ranges. */
function unionOf(ranges: RangeSet<number>): RangeSet<number> {
  const union: Range<number>[] = []
  let last: { readonly lo: number; hi: number } | undefined
  ranges
    .toSorted((a, b) => a.lo - b.lo)
    .forEach(({ lo, hi }) => {
      if (last === undefined || last.hi + 1 < lo) union.push((last = { lo, hi }))
      else if (last.hi < hi) last.hi = hi
    })
  return union
}

/** Runs of neighbouring rules with one verdict. Which rule of a run matches does not matter. */
function runsOf(rules: readonly Rule[]): readonly (readonly [Rule, ...Rule[]])[] {
  const runs: [Rule, ...Rule[]][] = []
  let run: [Rule, ...Rule[]] | undefined
  for (let i = 0; i < rules.length; i += 1) {
    const rule = rules[i]!
    if (run?.[0].verdict === rule.verdict) run.push(rule)
    else runs.push((run = [rule]))
  }
  return runs
}

/** For each condition of `run`, the numbers of its rules, in no order. */
function byCondition(run: readonly Rule[]): ReadonlyMap<Predicate, RangeSet<number>> {
  const groups = new Map<Predicate, Range<number>[]>()
  for (const { numbers, when } of run) {
    let group = groups.get(when)
    if (group === undefined) groups.set(when, (group = []))
    for (let i = 0; i < numbers.length; i += 1) group.push(numbers[i]!)
  }
  return groups
}

/** `conditions`, with the tests of one masked argument joined to a test of one set of values. */
function withSets(conditions: readonly Predicate[]): readonly Predicate[] {
  const sets = new Map<string, ArgumentTest[]>()
  const others: Predicate[] = []
  for (const when of conditions) {
    if (when.kind !== 'argument') {
      others.push(when)
      continue
    }
    const key = `${when.index} ${when.mask}`
    const known = sets.get(key)
    if (known === undefined) sets.set(key, [when])
    else known.push(when)
  }
  const joined = [...sets.values()].map((tests) => ({
    ...tests[0]!,
    values: canonical(
      U64,
      tests.flatMap(({ values }) => values),
    ),
  }))
  return [...joined, ...others]
}

/** For each condition of `run`, its numbers and the diagram of the condition. */
function piecesOf(store: Store, run: readonly Rule[]): readonly OverlayPiece[] {
  const groups = new Map<string, { readonly numbers: RangeSet<number>; readonly conditions: Predicate[] }>()
  for (const [when, ranges] of byCondition(run)) {
    const numbers = unionOf(ranges)
    const key = numbers.map(({ lo, hi }) => `${lo}-${hi}`).join()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { numbers, conditions: [when] })
    else group.conditions.push(when)
  }
  return [...groups.values()].flatMap(({ numbers, conditions }) => {
    const parts = conditions.flatMap((when) => (when.kind === 'any' ? when.of : [when]))
    const predicates = withSets(parts).map((when) => predicateDiagram(store, when))
    return numbers.map(pieceOf(anyOf(store, predicates)))
  })
}

/**
 * `pieces` as lists that are ascending and without overlap. There is usually one list, since few numbers have several
 * conditions.
 */
function layersOf(pieces: readonly OverlayPiece[]): readonly (readonly OverlayPiece[])[] {
  const layers: OverlayPiece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.lo - b.lo)) {
    const free = layers.find((layer) => layer.at(-1)!.hi < piece.lo)
    if (free === undefined) layers.push([piece])
    else free.push(piece)
  }
  return layers
}

/** `rest`, with the verdict of `run` for the calls that a rule of it matches. */
function withRun(store: Store, run: readonly [Rule, ...Rule[]], rest: Node): Node {
  const verdict = store.terminal(run[0].verdict)
  const layers = layersOf(piecesOf(store, run))
  if (layers.length === 1)
    return overlay(store, NR, WHOLE, layers[0]!, rest, (when, before) => store.ite(when, verdict, before))
  const predicates = layers.map((layer) => overlay(store, NR, WHOLE, layer, store.never))
  return store.ite(anyOf(store, predicates), verdict, rest)
}

function sectionDiagram(store: Store, { rules, otherwise }: Section): Node {
  return runsOf(rules).reduceRight<Node>((rest, run) => withRun(store, run, rest), store.terminal(otherwise))
}

/** The diagram of the meaning of `rules`. @throws DiagramLimitError */
export function fromRules(store: Store, { sections, badArch }: RuleSet): Node {
  const pieces = sections.map((section): OverlayPiece => {
    const { arch } = section
    return { lo: arch, hi: arch, to: sectionDiagram(store, section) }
  })
  return overlay(
    store,
    ARCH,
    WHOLE,
    pieces.sort((a, b) => a.lo - b.lo),
    store.terminal(badArch),
  )
}
