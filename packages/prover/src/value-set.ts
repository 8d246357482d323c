/*
 * Turns a diagram over the 64 bits of one argument, which is a set of values, into the test that is easiest to read.
 *
 * A set has up to six forms: ranges of the whole value; ranges of its low word; ranges of the value under a mask of
 * the bits that matter; one of some values under masks; none of some values under masks; and word by word. `args[0]
 * in {0..38}` is the first form. `(args[0] & 0x7e020000) == 0` is the third: the first form of this set would take a
 * million ranges. Ranges are easier to read than masks, so a mask has to save several ranges.
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
import type { Cube, Node, Store, WeighedBit } from '@seccompile/diagram'
import { all, ALWAYS, any, argument, argumentTests, LOW_WORD, not, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { READING_BOUNDS, tooMany } from './reading-bounds.ts'
import type { ReadingCount } from './reading-bounds.ts'

/** A mask is as hard to read as this number of ranges. */
const COST_OF_MASK = 6

const VALUE_BITS = 64

/** The bits of a 64-bit value whose most significant bit is bit `first` of the diagram. */
function wideBits(first: number): readonly WeighedBit[] {
  return Array.from({ length: VALUE_BITS }, (_, i) => ({
    bit: first + i,
    weight: 1n << BigInt(VALUE_BITS - 1 - i),
  }))
}

/** The most continuations of the high word for which a set is written word by word. */
const MAX_WORD_WAYS = 3

/**
 * The set as tests of the high word, each with a test of the low word; `undefined` for a set that does not depend on
 * both words, or has too many continuations.
 */
function wordByWord(
  store: Store,
  set: Node,
  index: number,
  first: number,
  reading: ReadingCount,
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

/** A form of a set, and how hard it is to read. */
interface SetForm {
  readonly cost: number
  readonly predicate: () => Predicate
}

/** The values that lie in some ranges under a mask. */
export interface MaskedSet {
  /** u64, not 0. */
  readonly mask: bigint
  /** Canonical, none above the mask. */
  readonly values: RangeSet<bigint>
}

/** The forms as ranges, the easiest to read first, for a set whose most significant bit is bit `first` of the diagram. */
export function maskedSets(
  store: Store,
  set: Node,
  first: number,
  reading: ReadingCount,
): readonly (MaskedSet & { readonly cost: number })[] {
  const bits = wideBits(first)
  const asked = new Set(bitsOf(store, set))
  const relevant = bits.filter(({ bit }) => asked.has(bit))
  // The form with only the bits that matter comes first: it has the fewest ranges. Their number bounds the other
  // forms, which give up early.
  let most: number = READING_BOUNDS.ranges
  const found: (MaskedSet & { readonly cost: number })[] = []
  for (const kept of [relevant, bits, bits.slice(VALUE_BITS / 2)]) {
    if (!relevant.every((bit) => kept.includes(bit))) continue
    const values = numberRanges(store, set, kept, most)
    reading.visit((values?.length ?? most) * kept.length)
    if (values === undefined) continue
    const mask = kept.reduce((sum, { weight }) => sum + weight, 0n)
    const cost = values.length + (mask === WHOLE_ARGUMENT || mask === LOW_WORD ? 0 : COST_OF_MASK)
    most = Math.min(most, cost)
    found.push({ mask, values, cost })
  }
  return found.sort((a, b) => a.cost - b.cost)
}

const isOneBit = ({ mask, value }: Cube): boolean => value === mask && (mask & (mask - 1n)) === 0n

/** One test for each cube. All cubes that ask whether one bit is set share a single test. */
function cubeTests(index: number, cubes: readonly Cube[]): readonly Predicate[] {
  const tests = cubes
    .filter((cube) => !isOneBit(cube))
    .map(({ mask, value }) => argument(index, [{ lo: value, hi: value }], mask))
  const someBit = cubes.filter(isOneBit).reduce((sum, { mask }) => sum | mask, 0n)
  return someBit === 0n ? tests : [...tests, argument(index, [{ lo: 1n, hi: someBit }], someBit)]
}

/**
 * A test that decides whether argument `index` is in `set`. The most significant bit of the argument is bit `first`
 * of the diagram.
 * @throws UndecidedError
 */
export function valueTest(
  store: Store,
  set: Node,
  index: number,
  first: number,
  reading: ReadingCount,
): Predicate {
  if (set === store.always) return ALWAYS
  const sayings: SetForm[] = maskedSets(store, set, first, reading).map(({ mask, values, cost }) => ({
    cost,
    predicate: () => argument(index, values, mask),
  }))
  // Where a form as ranges is easy to read, the search for cubes is not needed.
  const plain = (sayings[0]?.cost ?? Infinity) <= COST_OF_MASK + 1
  for (const negated of plain ? [] : [false, true]) {
    const counted = negated ? store.ite(set, store.never, store.always) : set
    const cubes = cubesOf(store, counted, wideBits(first), READING_BOUNDS.cubes)
    if (cubes === undefined) continue
    const tests = cubeTests(index, cubes)
    const cost = tests.length * 2 + COST_OF_MASK
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
