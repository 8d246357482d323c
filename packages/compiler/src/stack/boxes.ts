/* Boxes of argument values, and conditions restricted to boxes. */
import { all, ALWAYS, any, argument, canonical, intersection, NEVER, sameSet, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet } from '@seccompile/rules'

/** A range of values of one masked argument; the range includes both ends. */
export interface BoxSide {
  readonly index: number
  readonly mask: bigint
  readonly lo: bigint
  readonly hi: bigint
}

/** The calls whose arguments lie in all sides. No two sides are for the same masked argument. */
export type Box = readonly BoxSide[]

/** Whether two sides are for the same masked argument. */
export const sameVariable = (
  a: Pick<BoxSide, 'index' | 'mask'>,
  b: Pick<BoxSide, 'index' | 'mask'>,
): boolean => a.index === b.index && a.mask === b.mask

/** The values of the masked argument of `test` for calls in `boxes`; `undefined` where all values are possible. */
function leftTo(test: ArgumentTest, boxes: readonly Box[]): RangeSet<bigint> | undefined {
  const sides = boxes.map((box) => box.find((side) => sameVariable(side, test)))
  return sides.every((side) => side !== undefined) ? canonical(U64, sides) : undefined
}

/** `predicate` for calls in one of `boxes`, without the tests and values that matter only for other calls. */
export function restrict(predicate: Predicate, boxes: readonly Box[]): Predicate {
  switch (predicate.kind) {
    case 'argument': {
      const left = leftTo(predicate, boxes)
      if (left === undefined) return predicate
      const values = intersection(predicate.values, left)
      return sameSet(values, left) ? ALWAYS : argument(predicate.index, values, predicate.mask)
    }
    case 'all':
      return predicate.of.length === 0 ? ALWAYS : all(predicate.of.map((part) => restrict(part, boxes)))
    case 'any':
      return predicate.of.length === 0 ? NEVER : any(predicate.of.map((part) => restrict(part, boxes)))
  }
}

const sameSide = (a: BoxSide, b: BoxSide): boolean => sameVariable(a, b) && a.lo === b.lo && a.hi === b.hi

/** `boxes`, with neighbours joined that touch in their last side and are equal in the others. */
export function joinBoxes(boxes: readonly Box[]): readonly Box[] {
  const joined: Box[] = []
  for (const box of boxes) {
    const before = joined.at(-1)
    const [side, last] = [box.at(-1), before?.at(-1)]
    const touches =
      before?.length === box.length &&
      side !== undefined &&
      last !== undefined &&
      box.slice(0, -1).every((one, i) => sameSide(one, before[i]!)) &&
      sameVariable(side, last) &&
      last.hi + 1n === side.lo
    if (touches) joined[joined.length - 1] = [...before.slice(0, -1), { ...last, hi: side.hi }]
    else joined.push(box)
  }
  return joined
}

/** The condition that the arguments lie in one of `boxes`. */
export function inside(boxes: readonly Box[]): Predicate {
  return any(
    boxes.map((box) => all(box.map(({ index, mask, lo, hi }) => argument(index, [{ lo, hi }], mask)))),
  )
}
