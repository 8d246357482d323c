import { argHigh, argLow, verdictOf } from '@seccompile/abi'
import { decisionBuilder, longestRest, WHOLE_WORD } from '@seccompile/decision'
import { expect, it } from 'vitest'
import { restsOf } from '../src/rests.ts'

it('are those of the layout, where the row is longer', () => {
  const builder = decisionBuilder()
  const [allow, deny] = [builder.verdict(verdictOf('ALLOW')), builder.verdict(verdictOf('ERRNO', 1))]
  const values = [0, 8, 0x20000, 0x20008].reduceRight(
    (next, k) => builder.test({ word: argLow(0), mask: WHOLE_WORD, op: 'eq', k }, allow, next),
    deny,
  )
  const row = builder.test({ word: argHigh(0), mask: WHOLE_WORD, op: 'eq', k: 0 }, values, deny)
  const restOf = restsOf(builder, { price: 1 / 8, effort: 'default' }, [row, allow])
  expect(longestRest()(row)).toBe(8)
  expect(restOf(row)).toBe(5) // two loads, `jset` of the low word, `jeq` of the high one, and the return
  expect(restOf(allow)).toBe(1)
})
