import { ALWAYS, argument, isNever, not, printPredicate } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import { inside, joinBoxes, restrict } from '../src/stack/boxes.ts'
import type { Box, BoxSide } from '../src/stack/boxes.ts'

const side = (index: number, lo: bigint, hi: bigint, mask = 0xffn): BoxSide => ({ index, mask, lo, hi })
const value = (one: bigint) => argument(0, [{ lo: one, hi: one }], 0xffn)

describe('joinBoxes', () => {
  it('joins boxes that touch in their last side', () => {
    const boxes: readonly Box[] = [[side(0, 0n, 4n)], [side(0, 5n, 9n)], [side(0, 10n, 10n)]]
    expect(joinBoxes(boxes)).toEqual([[side(0, 0n, 10n)]])
    const first = side(1, 7n, 7n)
    expect(joinBoxes(boxes.map((box) => [first, ...box]))).toEqual([[first, side(0, 0n, 10n)]])
  })

  it.each<[string, Box, Box]>([
    ['leave a value between them', [side(0, 0n, 4n)], [side(0, 6n, 9n)]],
    ['are for two masks', [side(0, 0n, 4n)], [side(0, 5n, 9n, 0xffffn)]],
    ['are for two arguments', [side(0, 0n, 4n)], [side(1, 5n, 9n)]],
    ['differ in another side', [side(1, 0n, 4n), side(0, 0n, 4n)], [side(1, 5n, 9n), side(0, 5n, 9n)]],
    ['have unequal numbers of sides', [side(0, 0n, 4n)], [side(1, 0n, 4n), side(0, 5n, 9n)]],
  ])('keeps boxes apart that %s', (_what, one, other) => {
    expect(joinBoxes([one, other])).toEqual([one, other])
  })
})

describe('restrict', () => {
  const boxes: readonly Box[] = [[side(0, 0n, 1n)], [side(0, 4n, 4n)]]

  it('drops a test that every value in the boxes passes, and no other', () => {
    expect(restrict(argument(0, [{ lo: 0n, hi: 4n }], 0xffn), boxes)).toBe(ALWAYS)
    expect(printPredicate(restrict(argument(0, [{ lo: 1n, hi: 9n }], 0xffn), boxes))).toBe(
      printPredicate(
        argument(
          0,
          [
            { lo: 1n, hi: 1n },
            { lo: 4n, hi: 4n },
          ],
          0xffn,
        ),
      ),
    )
  })

  it('keeps a test of an argument for which a box has no side', () => {
    const test = value(9n)
    expect(restrict(test, [...boxes, [side(1, 0n, 0n)]])).toBe(test)
  })
})

it('a condition for boxes holds inside them only', () => {
  const condition = inside([[side(0, 0n, 1n)], [side(0, 4n, 4n)]])
  expect(printPredicate(condition)).toBe('(args[0] & 0xff) <= 1 or (args[0] & 0xff) == 4')
  expect(isNever(not(inside([[]])))).toBe(true)
})
