import { expect, it } from 'vitest'
import * as decision from '@seccompile/decision'

it('exports exactly its public names', () => {
  expect(Object.keys(decision).sort()).toEqual([
    'WHOLE_WORD', 'decisionBuilder', 'longestPath', 'meaning', 'passes', 'print', 'printTest', 'size',
    'topological', 'verify', 'witnesses',
  ]) // prettier-ignore
})
