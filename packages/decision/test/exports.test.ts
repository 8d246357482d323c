import { expect, it } from 'vitest'
import * as decision from '@seccompile/decision'

it('exports exactly its public names', () => {
  expect(Object.keys(decision).sort()).toEqual([
    'WHOLE_WORD', 'asksForAnyBit', 'decisionBuilder', 'heldBy', 'isSame', 'longestPath', 'longestRest', 'meaning', 'passes',
    'preparation', 'preparationInsns', 'print', 'printTest', 'size', 'topological', 'verify', 'witnesses',
  ]) // prettier-ignore
})
