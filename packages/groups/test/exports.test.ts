import { expect, it } from 'vitest'
import * as groups from '@seccompile/groups'

it('exports exactly its public names', () => {
  expect(Object.keys(groups).sort()).toEqual(['GROUPS', 'groupNames', 'groupOf', 'groups', 'groupsOf'])
})
