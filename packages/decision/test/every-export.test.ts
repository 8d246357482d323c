import * as abi from '@seccompile/abi'
import * as decision from '@seccompile/decision'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

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
const call = abi.seccompData({ nr: 0, arch: abi.AUDIT_ARCH.X86_64 })
const INNER = unchecked('runs for every instruction, node or value of what another function has checked')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(decision, {
      decisionBuilder: [],
      isSame: [graph, graph],
      topological: [graph, mayOmit()],
      meaning: [graph, call],
      verify: [graph],
      print: [graph, mayOmit()],
      printTest: [graph, mayOmit()],
      asksForAnyBit: INNER,
      heldBy: INNER,
      longestRest: [],
      preparation: INNER,
      preparationInsns: INNER,
      longestPath: [graph],
      size: [graph],
      witnesses: [graph],
      passes: INNER,
    }),
  ).toEqual([])
})
