import { createMemo } from '@seccompile/pass'
import { expect, it } from 'vitest'

it('makes an answer once for each function and each object', () => {
  const memo = createMemo()
  let made = 0
  const count = (list: readonly number[]): number => {
    made += 1
    return list.length
  }
  const [one, other] = [[1], [1]]
  expect([memo(count, one), memo(count, one), memo(count, other)]).toEqual([1, 1, 1])
  expect(made).toBe(2)
  expect(memo((list) => list[0], one)).toBe(1)
  expect(createMemo()(count, one)).toBe(1)
  expect(made).toBe(3)
})
