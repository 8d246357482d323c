/*
 * A set of values of one argument, from a diagram over its 64 bits to the test that is easiest to read.
 *
 * There are up to six ways to say a set: as ranges of the whole value, as ranges of its low word, as ranges of what a
 * mask of the bits that matter leaves, as one of some values under masks, as none of some, and word by word. `args[0] in {0..38}` is
 * the first, `(args[0] & 0x7e020000) == 0` the third: as ranges it would be a million. Ranges are plainer than masks, so
 * a mask has to save some.
 */
import {
  bitsOf,
  cubesOf,
  exitsOf,
  mapExits,
  numberRanges,
  reachableNodes,
  WORD_BITS,
} from '@seccompile/diagram'
import type { Node, Store, WeighedBit } from '@seccompile/diagram'
import { all, ALWAYS, any, argument, argumentTests, LOW_WORD, not, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { READING_BOUNDS, tooMany } from './reading-bounds.ts'
import type { Reading } from './reading-bounds.ts'

/** So many ranges are as easy to read as a mask. */
const COST_OF_MASK = 6

const ARGUMENT_BITS = 64

/** The bits of a 64-bit value whose most significant is bit `first` of the diagram. */
export function wideBits(first: number): readonly WeighedBit[] {
  return Array.from({ length: ARGUMENT_BITS }, (_, i) => ({
    bit: first + i,
    weight: 1n << BigInt(ARGUMENT_BITS - 1 - i),
  }))
}

const sumOf = (bits: readonly WeighedBit[]): bigint => bits.reduce((sum, { weight }) => sum + weight, 0n)

/** Most ways in which a set may go on after the high word, for it to be said word by word. */
const MAX_WORD_WAYS = 3

/** The set as a test of the high word and one of the low word, or some such; for sets that look at both. */
function wordByWord(
  store: Store,
  set: Node,
  index: number,
  first: number,
  reading: Reading,
): Predicate | undefined {
  const middle = first + WORD_BITS
  if (store.bitOf(set) >= middle) return undefined
  const ways = exitsOf(store, set, middle).filter((way) => way !== store.never)
  if (ways.length > MAX_WORD_WAYS || ways.every((way) => way === store.always)) return undefined
  const parts = ways.map((way) => {
    const high = mapExits(store, set, middle, (exit) => (exit === way ? store.always : store.never))
    return all([valueTest(store, high, index, first, reading), valueTest(store, way, index, first, reading)])
  })
  return any(parts)
}

/** A way to say a set, and how hard it is to read. */
interface Saying {
  readonly cost: number
  readonly predicate: () => Predicate
}

/**
 * The test that argument `index`, whose most significant bit is bit `first` of the diagram, is one for which `set` is 1.
 * @throws UndecidedError
 */
export function valueTest(
  store: Store,
  set: Node,
  index: number,
  first: number,
  reading: Reading,
): Predicate {
  if (set === store.always) return ALWAYS
  const bits = wideBits(first)
  const asked = new Set(bitsOf(store, set))
  const relevant = bits.filter(({ bit }) => asked.has(bit))
  const sayings: Saying[] = []
  // What matters comes first: it has the fewest ranges, and a way that takes more than another costs nothing to find out.
  let most: number = READING_BOUNDS.ranges
  for (const kept of [relevant, bits, bits.slice(ARGUMENT_BITS / 2)]) {
    if (!relevant.every((bit) => kept.includes(bit))) continue
    const ranges = numberRanges(store, set, kept, most)
    reading.visit((ranges?.length ?? most) * kept.length)
    if (ranges === undefined) continue
    const mask = sumOf(kept)
    const plain = mask === WHOLE_ARGUMENT || mask === LOW_WORD
    const cost = ranges.length + (plain ? 0 : COST_OF_MASK)
    most = Math.min(most, cost)
    sayings.push({ cost, predicate: () => argument(index, ranges, mask) })
  }
  for (const negated of [false, true]) {
    const cubes = cubesOf(
      store,
      negated ? store.ite(set, store.never, store.always) : set,
      bits,
      READING_BOUNDS.cubes,
    )
    if (cubes === undefined) continue
    const tests = cubes.map(({ mask, value }) => argument(index, [{ lo: value, hi: value }], mask))
    const cost = cubes.length * 2 + COST_OF_MASK
    sayings.push({ cost, predicate: () => (negated ? all(tests.map(not)) : any(tests)) })
  }
  const byWord = wordByWord(store, set, index, first, reading)
  if (byWord !== undefined) {
    const cost = argumentTests(byWord).reduce((sum, { values }) => sum + values.length + 1, COST_OF_MASK)
    sayings.push({ cost, predicate: () => byWord })
  }
  reading.visit(reachableNodes(store, set).length)
  const [best, ...others] = sayings
  if (best === undefined) throw tooMany('ranges', `args[${index}]`)
  return others.reduce((x, y) => (y.cost < x.cost ? y : x), best).predicate()
}
