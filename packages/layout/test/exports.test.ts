import * as layout from '@seccompile/layout'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(layout).sort()).toEqual(['PartLayouts', 'asksArgument', 'build', 'knownWords', 'partAt'])
})
