import { argLow, verdictOf, WORD_NR } from '@seccompile/abi'
import type { MaskedWord } from '@seccompile/abi'
import { decisionBuilder, heldBy, longestRest, preparationInsns, WHOLE_WORD } from '@seccompile/decision'
import type { Test } from '@seccompile/decision'
import { describe, expect, it } from 'vitest'

const test = (word: Test['word'], op: Test['op'], k: number, mask: number = WHOLE_WORD): Test => ({
  word,
  mask,
  op,
  k,
})
const flags: MaskedWord = { word: argLow(0), mask: 0xf0 }

describe('heldBy', () => {
  it('is the whole word where `jset` asks the test, else what is compared', () => {
    const wholeWord = { word: argLow(0), mask: WHOLE_WORD }
    for (const asked of [
      test(argLow(0), 'eq', 5),
      test(argLow(0), 'eq', 0, 0xf0),
      test(argLow(0), 'eq', 0x10, 0x10),
      test(argLow(0), 'ge', 1, 0xf0),
      test(argLow(0), 'gt', 0, 0xf0),
      test(argLow(0), 'set', 0x30, 0xf0),
    ])
      expect(heldBy(asked)).toEqual(wholeWord)
    expect(heldBy(test(argLow(0), 'eq', 0xf0, 0xf0))).toEqual(flags)
    expect(heldBy(test(argLow(0), 'ge', 2, 0xf0))).toEqual(flags)
  })
})

describe('preparation', () => {
  it.each<[string, MaskedWord | undefined, MaskedWord, number]>([
    ['nothing is held', undefined, flags, 2],
    ['another word is held', { word: WORD_NR, mask: WHOLE_WORD }, flags, 2],
    ['the same is held', flags, flags, 0],
    ['more bits are held', { word: argLow(0), mask: 0xff }, flags, 1],
    ['the whole word is held', { word: argLow(0), mask: WHOLE_WORD }, flags, 1],
    ['some of the bits are missing', { word: argLow(0), mask: 0x70 }, flags, 2],
    ['the whole word is wanted again', flags, { word: argLow(0), mask: WHOLE_WORD }, 1],
  ])('counts the instructions where %s', (_, held, wanted, insns) => {
    expect(preparationInsns(held, wanted)).toBe(insns)
  })
})

describe('longestRest', () => {
  it('counts loads, masks, jumps and the return of the longest way', () => {
    const builder = decisionBuilder()
    const [allow, deny] = [builder.verdict(verdictOf('ALLOW')), builder.verdict(verdictOf('ERRNO', 1))]
    const masked = builder.test(test(argLow(0), 'eq', 0x30, 0xf0), allow, deny)
    const rest = longestRest()
    expect(rest(allow)).toBe(1)
    expect(rest(masked)).toBe(4) // ld, and, jeq, ret
    expect(rest(builder.test(test(argLow(0), 'eq', 7), deny, masked))).toBe(5) // ld, jeq, and, jeq, ret
    expect(rest(builder.test(test(WORD_NR, 'eq', 7), masked, deny))).toBe(6) // ld, jeq, ld, and, jeq, ret
  })
})
