import { argLow, verdictOf } from '@seccompile/abi'
import { decisionBuilder, longestPath, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, Test } from '@seccompile/decision'
import { createMemo, runPass } from '@seccompile/pass'
import { argChains } from '@seccompile/pass-arg-chains'
import { expect, it } from 'vitest'

/** Pairs of values of two arguments whose layout takes more than half of the budget of a run. */
const PAIRS = 2000

it('has its whole budget, whatever another run on the decision took (issue 18)', () => {
  const builder = decisionBuilder()
  const allow = builder.verdict(verdictOf('ALLOW'))
  const eq = (word: Test['word'], k: number): Test => ({ word, mask: WHOLE_WORD, op: 'eq', k })
  let root: Decision = builder.verdict(verdictOf('ERRNO', 1))
  for (let at = PAIRS - 1; at >= 0; at -= 1) {
    const second = builder.test(eq(argLow(1), (at * at * 131) % 0x10000), allow, root)
    root = builder.test(eq(argLow(0), at * 977), second, root)
  }
  const memo = createMemo()
  const first = longestPath(runPass(argChains, root, { memo }))
  expect(first).toBeLessThan(PAIRS / 10)
  expect(longestPath(runPass(argChains, root, { memo }))).toBe(first)
})
