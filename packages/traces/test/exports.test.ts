import { expect, it } from 'vitest'
import * as traces from '@seccompile/traces'

it('exports exactly its public names', () => {
  expect(Object.keys(traces).sort()).toEqual(['readTrace', 'traceLines', 'traceReader'])
})
