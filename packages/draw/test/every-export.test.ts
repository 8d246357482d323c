import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as rules from '@seccompile/rules'
import * as draw from '@seccompile/draw'
import * as kinds from '@seccompile/draw/kinds'
import { signedAbiTable } from '@seccompile/signatures'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])
const leaf = { kind: 'verdict', verdict: 0 } as const
const graph = {
  kind: 'test',
  word: 0,
  mask: 0xffff_ffff,
  op: 'eq',
  k: 1,
  then: leaf,
  else: { ...leaf, verdict: 1 },
} as const
const meaning = { sections: [] }
const ofAbi = { abi: 'x86_64', arch: 1, calls: [] }
const cases = [{ when: rules.ALWAYS, verdict: 0 }]
const axis = { index: 0 }
const flow = draw.graphOfProgram(program)

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(draw, {
      el: ['rect', mayOmit({ x: 1 }), mayOmit()],
      serialize: [draw.el('rect'), mayOmit('ids')],
      render: [{ title: 'title', description: 'text', width: 1, height: 1, body: [] }, mayOmit()],
      drawCost: [[{ name: 'tree', calls: [] }], mayOmit()],
      drawBarcode: [[{ abi: 'x86_64', calls: [] }], mayOmit()],
      drawBarcodeDiff: [{ before: 'old', after: 'new', abis: [] }, mayOmit()],
      barcodeOf: [meaning, ofAbi],
      comparedOf: [meaning, meaning, { changes: [] }, ofAbi],
      drawPlane: [{ call: 'socket', cases, x: axis, y: { ...axis, index: 1 } }, mayOmit()],
      planeAxes: [cases],
      drawWaterfall: [[{ pass: 'rules', level: 'rules', size: 1 }], mayOmit()],
      drawBitmap: [[{ abi: 'x86_64', calls: [] }], mayOmit()],
      drawTree: [graph, mayOmit()],
      graphOfDecision: [graph, mayOmit()],
      graphOfProgram: [program, mayOmit()],
      drawFlowGraph: [flow, mayOmit()],
      dot: [flow, 'title'],
      mermaid: [flow, 'title'],
      drawArcs: [program, mayOmit()],
    }),
  ).toEqual([])
})

const x86_64 = signedAbiTable('x86_64')
const filter = {
  name: 'mine',
  subject: { level: 'program', ir: program },
  endianness: 'little',
  abis: [x86_64],
  program: () => Promise.resolve(program),
} as const

it('refuses wrong values of every argument of `/kinds` by a message of ours', async () => {
  expect(
    await wrongValueFaults(kinds, {
      abisOf: [[filter]],
      drawNames: [[x86_64], {}],
      kindOf: ['tree'],
      namesWhere: [() => true],
      pictureOf: [kinds.kindOf('arcs'), { filters: [filter] }],
      planeCalls: [filter],
    }),
  ).toEqual([])
})
