import * as needs from '@seccompile/needs'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(needs).sort()).toEqual([
    'CONDITIONS', 'RESTS', 'WIDENINGS', 'baseOf', 'ledger', 'needsOf', 'notKnownLines', 'seenAbis',
  ]) // prettier-ignore
})
