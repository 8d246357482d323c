/*
 * Rules as a diagram. The first match wins, so rules are put on from the last to the first, each over what was
 * before: `rule ? verdict : rest`.
 */
import { argHigh, argLow, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { wordAtLeast, wordEquals } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { U32, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet, RuleSet, Section } from '@seccompile/rules'
import { placeOf } from './word-order.ts'

const WHOLE = U32.max
const low = (value: bigint): number => Number(value & 0xffff_ffffn)
const high = (value: bigint): number => Number(value >> 32n)

/** The union of ranges, each given by where it begins and where it has ended. */
function unionOf<T extends number | bigint>(
  store: Store,
  ranges: RangeSet<T>,
  atLeast: (bound: T) => Node,
  above: (bound: T) => Node,
): Node {
  return ranges.reduce(
    (rest, { lo, hi }) => store.ite(store.ite(above(hi), store.never, atLeast(lo)), store.always, rest),
    store.never,
  )
}

function numbersPredicate(store: Store, numbers: RangeSet<number>): Node {
  const atLeast = (bound: number): Node => wordAtLeast(store, placeOf(WORD_NR), WHOLE, bound)
  return unionOf(store, numbers, atLeast, (bound) => (bound === U32.max ? store.never : atLeast(bound + 1)))
}

function testPredicate(store: Store, { index, mask, values }: ArgumentTest): Node {
  const [highPlace, lowPlace] = [placeOf(argHigh(index)), placeOf(argLow(index))]
  const [highMask, lowMask] = [high(mask), low(mask)]
  // More in the high word is more; as much leaves it to the low word.
  const atLeast = (bound: bigint): Node => {
    const same = wordEquals(store, highPlace, highMask, high(bound))
    const more =
      high(bound) === WHOLE ? store.never : wordAtLeast(store, highPlace, highMask, high(bound) + 1)
    return store.ite(
      more,
      store.always,
      store.ite(same, wordAtLeast(store, lowPlace, lowMask, low(bound)), store.never),
    )
  }
  return unionOf(store, values, atLeast, (bound) => (bound === U64.max ? store.never : atLeast(bound + 1n)))
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
