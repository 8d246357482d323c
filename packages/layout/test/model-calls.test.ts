import { argHigh, argLow } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import { expect, it } from 'vitest'
import { expectedSteps } from '../src/model-calls.ts'

const builder = decisionBuilder()
const [allow, deny] = [builder.verdict(1), builder.verdict(2)]
const low = builder.test({ word: argLow(0), mask: WHOLE_WORD, op: 'eq', k: 5 }, allow, deny)
const root = builder.test({ word: argHigh(0), mask: 0xff, op: 'eq', k: 3 }, low, deny)
const exits = new Set([allow, deny])

it('counts loads, masks and tests on the way to an exit, by weight', () => {
  const outside = { values: new Map([[argHigh(0), 7]]), weight: 1 / 4 }
  const inside = {
    values: new Map([
      [argHigh(0), 0x103],
      [argLow(0), 5],
    ]),
    weight: 3,
  }
  expect(expectedSteps(root, exits, [outside])).toBe(3 / 4) // a load, an `and` and a test
  expect(expectedSteps(root, exits, [inside])).toBe(3 * 5)
  expect(expectedSteps(root, new Set([low, deny]), [inside])).toBe(3 * 3)
  expect(expectedSteps(root, exits, [])).toBe(0)
})
