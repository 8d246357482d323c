import { expect, it } from 'vitest'
import * as weights from '@seccompile/weights'

it('exports exactly its public names', () => {
  expect(Object.keys(weights).sort()).toEqual([
    'MAX_ARGUMENT_COUNTS', 'MAX_COUNT', 'MAX_WEIGHTS_LENGTH', 'argumentShares', 'callShares', 'parseWeights', 'serverProfile',
  ]) // prettier-ignore
})
