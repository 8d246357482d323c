import { expect, it } from 'vitest'
import * as passLibseccompShapes from '@seccompile/pass-libseccomp-shapes'

it('exports exactly its public names', () => {
  expect(Object.keys(passLibseccompShapes)).toEqual(['libseccompList', 'libseccompTree'])
})
