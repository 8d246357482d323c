import { expect, it } from 'vitest'
import * as seccompTools from '@seccompile/seccomp-tools'

it('exports exactly its public names', () => {
  expect(Object.keys(seccompTools).sort()).toEqual([
    'MAX_ASSEMBLY_LENGTH',
    'heldProgram',
    'isSeccompTools',
    'parseSeccompTools',
    'printSeccompTools',
    'printSeccompToolsListing',
  ])
})
