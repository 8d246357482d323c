import { expect, it } from 'vitest'
import * as cbpf from '@seccompile/cbpf'
import * as arbitrary from '@seccompile/cbpf/arbitrary'
import * as text from '@seccompile/cbpf/text'

it('exports exactly its public names', () => {
  expect(Object.keys(cbpf).sort()).toEqual([
    'ALU_OPERATORS', 'AssemblyError', 'FILTER_PENALTY', 'LISTING_HEADER', 'MAX_INSNS_PER_PATH', 'MAX_SKIP', 'REGISTER', 'aluOp', 'assemble', 'callsAt', 'canonical', 'decode', 'ebpfLength', 'encode', 'entryRegisters',
    'freshLabel', 'insnText', 'isAccepted', 'isCanonical', 'isConditional', 'isListing', 'isReturn', 'isXForm', 'knownWords', 'listing', 'liveRegisters', 'operandOf', 'parseAssembly',
    'parseListing', 'pathLength', 'print', 'printAssembly', 'program', 'reachable', 'readsA', 'readsK', 'redirect', 'remove', 'size', 'step', 'successors', 'symbolic', 'testOp', 'verify', 'verifyLowered', 'witnesses', 'writesA',
  ]) // prettier-ignore
})

it('exports exactly its public names from ./arbitrary', () => {
  expect(Object.keys(arbitrary).sort()).toEqual([
    'arbitraryLoweredProgram',
    'arbitraryProgram',
    'arbitrarySeccompData',
  ])
})

it('exports exactly its public names from ./text', () => {
  expect(Object.keys(text).sort()).toEqual(['MAX_TEXT', 'TokenReader', 'checkTextSize'])
})
