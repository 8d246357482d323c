import { expect, it } from 'vitest'
import { callShares } from '../src/shares.ts'

it('the largest count is a count', () => {
  expect(callShares({ read: Number.MAX_SAFE_INTEGER }).get('read')).toBe(1)
  expect(() => callShares({ read: 2 ** 53 })).toThrow('expected a number of calls or a share')
})
