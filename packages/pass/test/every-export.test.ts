import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as pass from '@seccompile/pass'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])
const idle = pass.definePass({
  name: 'idle',
  from: 'program',
  to: 'program',
  summary: 'nothing',
  run: (ir) => ir,
})
const REPRODUCER = pass.printReproducer({
  passes: 'idle',
  error: 'lost',
  level: 'program',
  ir: program,
  endianness: 'little',
  insnCost: 0,
  argInsnCost: 0,
  effort: 'default',
  maxPath: Infinity,
  target: {},
})

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(pass, {
      definePass: [idle],
      fixpoint: [[idle]],
      fixpointOf: [[idle]],
      pipeline: ['open', [idle]],
      pipelineOf: ['read', [idle]],
      createMemo: [],
      runPass: [idle, program, mayOmit()],
      tryPass: [idle, program, mayOmit()],
      sizes: [() => {}],
      verifyEach: [],
      bisect: [1, mayOmit()],
      checkMeaning: [() => undefined],
      printIr: [{ after: 'all', write: () => {} }],
      timing: [() => {}, () => 0],
      parseReproducer: [REPRODUCER, mayOmit()],
      printReproducer: [pass.parseReproducer(REPRODUCER)],
      reproducer: [{ write: () => {} }],
      irFromJson: ['program', pass.irToJson('program', program)],
      irToJson: ['program', program],
      parsePipeline: ['idle', [idle]],
      pipelineText: [idle],
      leveledIr: ['program', program],
      levelFunctions: ['program'],
      exportedPasses: [{ idle }],
    }),
  ).toEqual([])
})
