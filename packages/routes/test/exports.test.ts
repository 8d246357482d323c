import { expect, it } from 'vitest'
import * as routes from '@seccompile/routes'

it('exports exactly its public names', () => {
  expect(Object.keys(routes).sort()).toEqual([
    'SIBLINGS',
    'argumentIs',
    'call',
    'callInPlaceOf',
    'foreignNumbersOf',
    'hasCall',
    'machinesOf',
    'multiplexerRoute',
    'ringOperations',
    'routedCalls',
    'routesOf',
    'sameEffect',
  ])
})
