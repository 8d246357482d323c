/* Boxes of argument values, and what conditions come to within some of them. */
import { all, ALWAYS, any, argument, canonical, intersection, NEVER, sameSet, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet } from '@seccompile/rules'

/** What a masked argument is confined to; both ends included. */
export interface Side {
  readonly index: number
  readonly mask: bigint
  readonly lo: bigint
  readonly hi: bigint
}

/** The calls whose arguments keep to all sides; no two sides are of the same masked argument. */
export type Box = readonly Side[]

/** Whether two are about the same masked argument. */
export const sameVariable = (a: Pick<Side, 'index' | 'mask'>, b: Pick<Side, 'index' | 'mask'>): boolean =>
  a.index === b.index && a.mask === b.mask

/** The values that `boxes` leave to what `test` looks at; `undefined` for all. */
function leftTo(test: ArgumentTest, boxes: readonly Box[]): RangeSet<bigint> | undefined {
  const sides = boxes.map((box) => box.find((side) => sameVariable(side, test)))
  return sides.every((side) => side !== undefined) ? canonical(U64, sides) : undefined
}

/** `predicate` for calls in one of `boxes`: alternatives for other calls are left out. */
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

const sameSide = (a: Side, b: Side): boolean => sameVariable(a, b) && a.lo === b.lo && a.hi === b.hi

/** `boxes` with neighbours that differ in their last side only as one. */
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

/** Whether the arguments are in one of `boxes`. */
export function inside(boxes: readonly Box[]): Predicate {
  return any(
    boxes.map((box) => all(box.map(({ index, mask, lo, hi }) => argument(index, [{ lo, hi }], mask)))),
  )
}
