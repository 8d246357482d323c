import { expect, it } from 'vitest'
import * as seccompiler from '@seccompile/seccompiler'

it('exports exactly its public names', () => {
  expect(Object.keys(seccompiler).sort()).toEqual(['isSeccompiler', 'parseSeccompiler', 'writeSeccompiler'])
})
