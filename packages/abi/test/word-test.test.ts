import { passes, WHOLE_WORD } from '@seccompile/abi'
import { expect, it } from 'vitest'

it('a test compares the masked word with k as unsigned numbers', () => {
  const k = 0x8000_0000
  const words = [0x7fff_ffff, 0x8000_0000, 0x8000_0001, 0xffff_ffff]
  const results = (op: 'eq' | 'gt' | 'ge', mask: number) => words.map((word) => passes({ op, mask, k }, word))
  expect(results('eq', WHOLE_WORD)).toEqual([false, true, false, false])
  expect(results('gt', WHOLE_WORD)).toEqual([false, false, true, true])
  expect(results('ge', WHOLE_WORD)).toEqual([false, true, true, true])
  expect(results('eq', 0xffff_0000)).toEqual([false, true, true, false])
  expect(results('gt', 0x7fff_ffff)).toEqual([false, false, false, false])
})

it('`set` asks for one common bit, not for all of k', () => {
  const set = (word: number, mask = WHOLE_WORD) => passes({ op: 'set', mask, k: 0x8000_0003 }, word)
  expect([set(1), set(0x8000_0000), set(4), set(3, 4)]).toEqual([true, true, false, false])
})
