/*
 * Rules as a diagram. The first match wins, so rules are put on from the last to the first, each over what was
 * before: `rule ? verdict : rest`.
 */
import { argHigh, argLow, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { bitAt, WORD_BITS, wordEquals } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet, RuleSet, Section } from '@seccompile/rules'
import { placeOf } from './word-order.ts'

const WHOLE = U32.max

/** A bit that is asked, and what it adds to the value where it is 1. */
interface ValueBit {
  readonly bit: number
  readonly weight: bigint
}

/** The bits of `word` that `mask` keeps, from the highest; the lowest of the word adds 2^`shift`. */
function bitsOfWord(word: Word, mask: number, shift = 0): readonly ValueBit[] {
  const weights = Array.from({ length: WORD_BITS }, (_, at) => WORD_BITS - 1 - at)
  return weights
    .filter((weight) => ((mask >>> weight) & 1) === 1)
    .map((weight) => ({ bit: bitAt(placeOf(word), weight), weight: 1n << BigInt(weight + shift) }))
}

/** The predicate that is 1 where the value of `bits`, highest first, is in one of `ranges`. */
function inRanges(store: Store, bits: readonly ValueBit[], ranges: RangeSet<bigint>): Node {
  /** What the bits from each on come to at most. */
  const most = bits.reduceRight<readonly bigint[]>(
    ([sum = 0n, ...rest], { weight }) => [sum + weight, sum, ...rest],
    [0n],
  )
  /** Values that begin as `base` does, whose bits from `at` on are open; only ranges `first` to `last` may hold some. */
  const walk = (at: number, base: bigint, first: number, last: number): Node => {
    const end = base + most[at]!
    let [from, to] = [first, last]
    while (from <= to && ranges[from]!.hi < base) from += 1
    while (from <= to && ranges[to]!.lo > end) to -= 1
    if (from > to) return store.never
    if (ranges[from]!.lo <= base && ranges[from]!.hi >= end) return store.always
    const { bit, weight } = bits[at]!
    return store.node(bit, walk(at + 1, base, from, to), walk(at + 1, base + weight, from, to))
  }
  return walk(0, 0n, 0, ranges.length - 1)
}

const NUMBER_BITS = bitsOfWord(WORD_NR, WHOLE)

function numbersPredicate(store: Store, numbers: RangeSet<number>): Node {
  return inRanges(
    store,
    NUMBER_BITS,
    numbers.map(({ lo, hi }) => ({ lo: BigInt(lo), hi: BigInt(hi) })),
  )
}

function testPredicate(store: Store, { index, mask, values }: ArgumentTest): Node {
  const high = bitsOfWord(argHigh(index), Number(mask >> 32n), WORD_BITS)
  const low = bitsOfWord(argLow(index), Number(mask & 0xffff_ffffn))
  return inRanges(store, [...high, ...low], values)
}

function predicateDiagram(store: Store, predicate: Predicate): Node {
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

function sectionDiagram(store: Store, { rules, otherwise }: Section): Node {
  return rules.reduceRight<Node>((rest, { numbers, when, verdict }) => {
    const matches = store.ite(numbersPredicate(store, numbers), predicateDiagram(store, when), store.never)
    return store.ite(matches, store.terminal(verdict), rest)
  }, store.terminal(otherwise))
}

/** The diagram of what `rules` mean. @throws DiagramLimitError */
export function fromRules(store: Store, { sections, badArch }: RuleSet): Node {
  return sections.reduceRight<Node>((rest, section) => {
    const isArch = wordEquals(store, placeOf(WORD_ARCH), WHOLE, section.arch)
    return store.ite(isArch, sectionDiagram(store, section), rest)
  }, store.terminal(badArch))
}
