/*
 * Builds the tests that decide whether a word is in a set.
 *
 * The ends of the ranges cut the values into cells. Every second cell is in the set. A binary search over the cells
 * takes one test for each level. One equality test is enough for three cells whose middle one is a single value, and
 * for two cells one of which is.
 */
import type { Word } from '@seccompile/abi'
import type { Decision, DecisionBuilder, Test } from '@seccompile/decision'
import { isAll, isNone, negated } from './masked-set.ts'
import type { MaskedWordSet } from './masked-set.ts'

interface MembershipCell {
  readonly lo: number
  readonly hi: number
  readonly isIn: boolean
}

/** The cells of the values: in the set and outside it in turns. */
function cellsOf(set: MaskedWordSet): readonly MembershipCell[] {
  const inside = set.values.map((range) => ({ ...range, isIn: true }))
  const outside = negated(set).values.map((range) => ({ ...range, isIn: false }))
  return [...inside, ...outside].sort((a, b) => a.lo - b.lo)
}

/** The node to which `root` leads the words in `set`, past every test that has one outcome for all of them. */
function decidedBy(set: MaskedWordSet, word: Word, root: Decision): Decision {
  let node = root
  while (node.kind === 'test' && node.word === word && node.mask === set.mask && node.op !== 'set') {
    const { op, k } = node
    const least = op === 'gt' ? k + 1 : k
    const most = op === 'eq' ? k : 0xffff_ffff
    const passing = set.values.filter(({ lo, hi }) => hi >= least && lo <= most)
    if (passing.length === 0) node = node.else
    else if (passing.length === set.values.length && passing.every(({ lo, hi }) => lo >= least && hi <= most))
      node = node.then
    else return node
  }
  return node
}

/** The graph that leads to `then` for words in `set`, and to `otherwise` for others. */
export function ask(
  builder: DecisionBuilder,
  word: Word,
  set: MaskedWordSet,
  then: Decision,
  otherwise: Decision,
): Decision {
  if (isNone(set)) return otherwise
  if (isAll(set)) return then
  const { mask } = set
  const whenIn = decidedBy(set, word, then)
  const whenOut = decidedBy(negated(set), word, otherwise)
  const cells = cellsOf(set)
  const nodeOf = ({ isIn }: MembershipCell): Decision => (isIn ? whenIn : whenOut)
  const test = (op: Test['op'], k: number, yes: Decision, no: Decision): Decision =>
    builder.test({ word, mask, op, k }, yes, no)
  const isOne = ({ lo, hi }: MembershipCell): boolean => lo === hi
  /** The graph for the cells from `first` to `last`. */
  const search = (first: number, last: number): Decision => {
    const [low, middle, high] = [cells[first]!, cells[first + 1]!, cells[last]!]
    if (first === last) return nodeOf(low)
    if (last === first + 2 && isOne(middle)) return test('eq', middle.lo, nodeOf(middle), nodeOf(low))
    if (last === first + 1 && isOne(low)) return test('eq', low.lo, nodeOf(low), nodeOf(high))
    if (last === first + 1 && isOne(high)) return test('eq', high.lo, nodeOf(high), nodeOf(low))
    const split = (first + last + 1) >>> 1
    return test('ge', cells[split]!.lo, search(split, last), search(first, split - 1))
  }
  return search(0, cells.length - 1)
}
