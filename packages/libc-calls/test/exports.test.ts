import { expect, it } from 'vitest'
import * as libcCalls from '@seccompile/libc-calls'

it('exports exactly its public names', () => {
  expect(Object.keys(libcCalls).sort()).toEqual([
    'LIBCS', 'MEASURED_WITH', 'OLDER_CALLS', 'callsOfFunctions', 'isLibc', 'measuredVersion',
    'portsOf',
  ]) // prettier-ignore
})
