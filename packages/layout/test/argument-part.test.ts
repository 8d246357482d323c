import { argLow, verdictOf, WORD_NR } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Test } from '@seccompile/decision'
import { describe, expect, it } from 'vitest'
import { asksArgument, partAt, piecesOf } from '../src/argument-part.ts'

const eq = (word: Test['word'], k: number): Test => ({ word, mask: WHOLE_WORD, op: 'eq', k })
const builder = decisionBuilder()
const [yes, no] = [builder.verdict(verdictOf('ALLOW')), builder.verdict(verdictOf('ERRNO', 1))]

/** The constants of the tests in each piece of the part at `root`. */
function pieces(root: ReturnType<typeof builder.test>): readonly (readonly number[])[] {
  if (!asksArgument(root)) throw new Error('no part')
  return piecesOf(partAt(root)).map((piece) => piece.map(({ k }) => k))
}

describe('partAt', () => {
  it('ends at verdicts and at tests of other words', () => {
    const nr = builder.test(eq(WORD_NR, 1), yes, builder.test(eq(argLow(0), 9), yes, no))
    const inner = builder.test(eq(argLow(1), 3), nr, no)
    const root = builder.test(eq(argLow(0), 2), inner, nr)
    expect(asksArgument(root) && partAt(root)).toEqual([root, inner])
    expect(asksArgument(nr)).toBe(false)
  })
})

describe('piecesOf', () => {
  it('parts rules in a row, each with all tests of its condition', () => {
    const last = builder.test(eq(argLow(0), 5), yes, no)
    const both = builder.test(eq(argLow(0), 3), builder.test(eq(argLow(1), 4), yes, last), last)
    const root = builder.test(eq(argLow(0), 1), yes, both)
    expect(pieces(root)).toEqual([[1], [3, 4], [5]])
  })

  it('keeps together what an edge passes over', () => {
    const third = builder.test(eq(argLow(2), 3), yes, no)
    const second = builder.test(eq(argLow(1), 2), third, no)
    const root = builder.test(eq(argLow(0), 1), second, third)
    expect(pieces(root)).toEqual([[1, 2], [3]])
  })
})
