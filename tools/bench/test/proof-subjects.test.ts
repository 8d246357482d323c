import { equal } from '@seccompile/prover'
import { describe, expect, it } from 'vitest'
import { proofSubjects } from '../src/proof-subjects.ts'

describe('subjects of proofs', () => {
  it('are proved equal with nodes in proportion to their size', () => {
    for (const { dimension, size, pair } of proofSubjects()) {
      const answer = equal(...pair)
      expect([dimension, size, answer.kind]).toEqual([dimension, size, 'equal'])
      const most = { instructions: 8, values: 64, arguments: 140 }[dimension] * size + 200
      expect(answer.kind === 'equal' && answer.nodes).toBeLessThan(most)
    }
  })
})
