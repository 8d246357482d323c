import { expect, it } from 'vitest'
import * as exported from '@seccompile/pass-notify'

it('exports exactly its public names', () => {
  expect(Object.keys(exported).sort()).toEqual([
    'NEVER_RECORDED',
    'notifiedVerdict',
    'notify',
    'proveWatched',
    'watchedProgram',
  ])
})
