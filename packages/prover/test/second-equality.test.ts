import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { arbitraryLoweredProgram } from '@seccompile/cbpf/arbitrary'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changes, equal } from '@seccompile/prover'
import { sameByBoxes } from './second-equality.ts'

/** The instruction without its mask, since a test under a mask does not cut an interval. */
function withoutMask(insn: SockFilter): SockFilter {
  if (insn.code === BPF.JSET_K) return { ...insn, code: BPF.JEQ_K }
  return insn.code === BPF.AND_K ? { ...insn, code: BPF.JA, k: 0 } : insn
}

const plain: Arbitrary<Program> = arbitraryLoweredProgram({ maxLength: 18 }).map((ir) => ir.map(withoutMask))

/** A program and a copy with one field changed, or two programs. */
const pair = fc.oneof(
  fc.tuple(plain, plain),
  fc
    .tuple(plain, fc.nat(), fc.constantFrom<'jt' | 'jf' | 'k'>('jt', 'jf', 'k'), fc.constantFrom(1, 2, 4))
    .map(([ir, at, field, bit]): [Program, Program] => {
      const pc = at % ir.length
      const changed = ir.with(pc, { ...ir[pc]!, [field]: (ir[pc]![field] ^ bit) >>> 0 })
      return [ir, verify(changed).length === 0 ? changed : ir]
    }),
)

describe('an equality by boxes', () => {
  it('agrees about random filters', () => {
    const seen = { equal: 0, different: 0 }
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const ours = equal({ level: 'program', ir: left }, { level: 'program', ir: right }).kind
        const theirs = sameByBoxes(left, right) ? 'equal' : 'different'
        expect(ours).toBe(theirs)
        seen[theirs] += 1
        const list = changes({ level: 'program', ir: left }, { level: 'program', ir: right })
        if (list.kind === 'changes') expect(list.changes.length === 0).toBe(theirs === 'equal')
      }),
      { numRuns: 400, includeErrorInReport: true },
    )
    expect(seen.equal).toBeGreaterThan(20)
    expect(seen.different).toBeGreaterThan(20)
  })

  it('tells programs apart by one value', () => {
    const program = (k: number): Program => [
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JGE_K, jt: 0, jf: 1, k },
      { code: BPF.RET_K, jt: 0, jf: 0, k: 1 },
      { code: BPF.RET_K, jt: 0, jf: 0, k: 2 },
    ]
    expect(sameByBoxes(program(7), program(8))).toBe(false)
    const gt = program(7).with(1, { code: BPF.JGT_K, jt: 0, jf: 1, k: 6 })
    expect(sameByBoxes(program(7), gt)).toBe(true)
  })
})
