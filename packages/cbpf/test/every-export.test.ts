import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as cbpfDecode from '@seccompile/cbpf/decode'
import * as cbpfText from '@seccompile/cbpf/text'
import * as cbpfVerify from '@seccompile/cbpf/verify'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])
const INNER = unchecked('runs for every instruction, node or value of what another function has checked')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(cbpf, {
      aluOp: [1],
      isAccepted: [1],
      isConditional: [1],
      isReturn: [1],
      isXForm: [1],
      readsK: [1],
      callsAt: [program, 'little'],
      canonical: [program],
      isCanonical: [program[0]],
      program: [[...program]],
      size: [program],
      encode: [program, 'little'],
      decode: [cbpf.encode(program, 'little'), 'little'],
      reachable: [program],
      successors: [program, 1],
      readsA: [1],
      writesA: [1],
      liveRegisters: [program],
      entryRegisters: INNER,
      operandOf: INNER,
      step: INNER,
      testOp: INNER,
      knownWords: [program, 'little'],
      verify: [program],
      verifyLowered: [program],
      ebpfLength: [program],
      pathLength: [[program]],
      freshLabel: [cbpf.symbolic(program)],
      redirect: [cbpf.symbolic(program), (label: number) => label],
      remove: [cbpf.symbolic(program), new Set()],
      symbolic: [program],
      assemble: [cbpf.symbolic(program)],
      listing: [program, mayOmit()],
      print: [program, mayOmit()],
      witnesses: [program, mayOmit('little')],
      parseAssembly: ['ret a', mayOmit()],
      isListing: ['0000: 0x06 0x00 0x00 0x0'],
      parseListing: ['0000: 0x06 0x00 0x00 0x0', mayOmit()],
      insnText: [program[0]],
      printAssembly: [program, mayOmit()],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/decode` by a message of ours', async () => {
  expect(
    await wrongValueFaults(cbpfDecode, {
      decode: [cbpf.encode(program, 'little'), 'little'],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/text` by a message of ours', async () => {
  expect(
    await wrongValueFaults(cbpfText, {
      checkTextSize: ['ret #ALLOW', { file: 'f' }],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/verify` by a message of ours', async () => {
  expect(
    await wrongValueFaults(cbpfVerify, {
      verify: [program],
    }),
  ).toEqual([])
})
