/*
 * Proofs of filters that were undecided (issue 34). The bound of nodes is a small part of that of a compilation, so each is
 * as hard for its proof as a larger policy is for a compilation. `proofs.long.test.ts` has those.
 */
import type { Program } from '@seccompile/abi'
import { equal } from '@seccompile/prover'
import type { Equality } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import { twoMasks, threeTests, valuesOfCalls } from './strewn-policies.ts'
import { compile } from './with-tables.ts'

const LIMITS = { maxNodes: 60_000, maxSearchSteps: 100_000_000 }

const proof = (rules: RuleSet, program: Program, limits = LIMITS): Equality =>
  equal({ level: 'rules', ir: rules }, { level: 'program', ir: program }, limits)

/** `program` with a change of one constant, or of one jump, in the middle of it. */
function wrong(program: Program): Program {
  const half = Math.floor(program.length / 2)
  const pc = program.findIndex(({ jt, jf }, at) => at >= half && jt !== jf)
  const { k, ...insn } = program[pc]!
  return program.with(pc, { ...insn, k: (k ^ 1) >>> 0 })
}

describe('the proof of a filter', () => {
  it('decides forty rules of two masks (issue 34)', () => {
    const { rules, program } = compile(twoMasks(40), { prove: false })
    expect(proof(rules, program)).toEqual({
      kind: 'no-difference',
      reason: 'the diagram takes more than 60000 nodes',
    })
    expect(proof(rules, wrong(program)).kind).toBe('different')
  })

  it('decides rules of three tests (issue 34)', () => {
    const { rules, program } = compile(threeTests(60), { prove: false })
    const limits = { ...LIMITS, maxNodes: 1000 }
    expect(proof(rules, program, limits).kind).toBe('no-difference')
    expect(proof(rules, wrong(program), limits).kind).toBe('different')
  })

  it('decides a list of rules for many calls, and has its digest (issue 34)', () => {
    const policy = valuesOfCalls(60, 2)
    const { rules, program } = compile(policy, { prove: false, pipeline: 'list' })
    const tree = compile(policy, { prove: false, pipeline: 'speed' })
    const [list, speed] = [proof(rules, program), proof(rules, tree.program)]
    expect(list).toMatchObject({ kind: 'equal', nodes: expect.any(Number) })
    expect(list).toEqual(speed)
  })

  it('says after how many steps it gave up, and is decided with more of them (issue 34)', () => {
    const { rules, program } = compile(twoMasks(40), { prove: false })
    const few = proof(rules, program, { ...LIMITS, maxSearchSteps: 10_000 })
    expect(few).toMatchObject({ kind: 'undecided' })
    expect(few.kind === 'undecided' && few.reason).toMatch(
      /^the diagram takes more than 60000 nodes; a search gives up after 1\d{4} steps$/,
    )
    expect(proof(rules, program).kind).toBe('no-difference')
  })
})
