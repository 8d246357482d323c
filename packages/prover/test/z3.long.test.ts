/*
 * Z3 as an oracle. A translation of its own turns programs into terms over bit vectors, and Z3 decides whether two
 * terms are equal for all inputs. It shares only the programs with the diagrams.
 */
import { BPF, SECCOMP_DATA_BYTES } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { verify } from '@seccompile/cbpf'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { init } from 'z3-solver'
import type { BitVec, Bool, Context } from 'z3-solver'
import { equal } from '@seccompile/prover'

type Z3 = Context<'prover'>
type SolverWord = BitVec<32, 'prover'>

let z3: Z3
let release: () => void

beforeAll(async () => {
  // Z3 solves in a thread of its own. When terms are collected here, they would be released in this thread: two
  // threads in one context.
  vi.stubGlobal(
    'FinalizationRegistry',
    class {
      register() {} // nothing is released before the end
      unregister() {}
    },
  )
  const { Context: makeContext, em } = await init()
  vi.unstubAllGlobals()
  z3 = makeContext('prover')
  // The threads of Z3 would keep the process alive.
  const { PThread } = em as { readonly PThread: { readonly terminateAllThreads: () => void } } // it has no type
  release = () => {
    PThread.terminateAllThreads()
  }
}, 60_000)
afterAll(() => {
  release()
})

interface SolverRegisters {
  readonly a: SolverWord
  readonly x: SolverWord
  readonly scratch: readonly SolverWord[]
}

/** The value that `program` returns from `pc` on, as a term. Programs are short, so each way is a term of its own. */
function termOf(program: Program, pc: number, { a, x, scratch }: SolverRegisters): SolverWord {
  const { code, jt, jf, k } = program[pc]!
  const constant = (value: number): SolverWord => z3.BitVec.val(value, 32)
  const go = (to: number, change: Partial<SolverRegisters> = {}): SolverWord =>
    termOf(program, to, { a, x, scratch, ...change })
  const setA = (value: SolverWord): SolverWord => go(pc + 1, { a: value })
  const setX = (value: SolverWord): SolverWord => go(pc + 1, { x: value })
  const choose = (condition: Bool<'prover'>, then: SolverWord, otherwise: SolverWord): SolverWord =>
    z3.If<SolverWord, SolverWord>(condition, then, otherwise)
  const branch = (condition: Bool<'prover'>): SolverWord =>
    choose(condition, go(pc + 1 + jt), go(pc + 1 + jf))
  const operand = (code & 0x08) === 0 ? constant(k) : x
  switch (code) {
    case BPF.RET_K:
      return constant(k)
    case BPF.RET_A:
      return a
    case BPF.LD_ABS:
      return setA(z3.BitVec.const(`word${k}`, 32))
    case BPF.LD_IMM:
      return setA(constant(k))
    case BPF.LDX_IMM:
      return setX(constant(k))
    case BPF.LD_LEN:
      return setA(constant(SECCOMP_DATA_BYTES))
    case BPF.LDX_LEN:
      return setX(constant(SECCOMP_DATA_BYTES))
    case BPF.LD_MEM:
      return setA(scratch[k]!)
    case BPF.LDX_MEM:
      return setX(scratch[k]!)
    case BPF.ST:
      return go(pc + 1, { scratch: scratch.with(k, a) })
    case BPF.STX:
      return go(pc + 1, { scratch: scratch.with(k, x) })
    case BPF.TAX:
      return setX(a)
    case BPF.TXA:
      return setA(x)
    case BPF.NEG:
      return setA(a.neg())
    case BPF.ADD_K:
    case BPF.ADD_X:
      return setA(a.add(operand))
    case BPF.SUB_K:
    case BPF.SUB_X:
      return setA(a.sub(operand))
    case BPF.MUL_K:
    case BPF.MUL_X:
      return setA(a.mul(operand))
    case BPF.DIV_K:
      return setA(a.udiv(operand))
    case BPF.DIV_X:
      return choose(operand.eq(constant(0)), constant(0), setA(a.udiv(operand)))
    case BPF.AND_K:
    case BPF.AND_X:
      return setA(a.and(operand))
    case BPF.OR_K:
    case BPF.OR_X:
      return setA(a.or(operand))
    case BPF.XOR_K:
    case BPF.XOR_X:
      return setA(a.xor(operand))
    case BPF.LSH_K:
    case BPF.LSH_X:
      return setA(a.shl(operand.and(constant(31))))
    case BPF.RSH_K:
    case BPF.RSH_X:
      return setA(a.lshr(operand.and(constant(31))))
    case BPF.JA:
      return go(pc + 1 + k)
    case BPF.JEQ_K:
    case BPF.JEQ_X:
      return branch(a.eq(operand))
    case BPF.JGT_K:
    case BPF.JGT_X:
      return branch(a.ugt(operand))
    case BPF.JGE_K:
    case BPF.JGE_X:
      return branch(a.uge(operand))
    case BPF.JSET_K:
    case BPF.JSET_X:
      return branch(a.and(operand).neq(constant(0)))
    default:
      throw new Error(`code ${code} has no term`)
  }
}

function meaningIn(program: Program): SolverWord {
  const zero = z3.BitVec.val(0, 32)
  return termOf(program, 0, { a: zero, x: zero, scratch: Array<SolverWord>(16).fill(zero) })
}

async function z3Says(left: Program, right: Program): Promise<'equal' | 'different' | 'unknown'> {
  const solver = new z3.Solver()
  solver.set('timeout', 2000)
  solver.add(meaningIn(left).neq(meaningIn(right)))
  const answer = await solver.check()
  return answer === 'unsat' ? 'equal' : answer === 'sat' ? 'different' : 'unknown'
}

const bounds = { maxNodes: 50_000, maxSteps: 500_000 }

/** The runs of the property of programs, which `soak properties` multiplies; each has 300 ms. */
const PROGRAMS = { numRuns: 200, includeErrorInReport: true }

describe('z3', () => {
  it(
    'agrees about random programs with one field changed',
    async () => {
      const change = fc.tuple(
        arbitraryProgram({ maxLength: 9 }),
        fc.nat(),
        fc.constantFrom<'code' | 'jt' | 'jf' | 'k'>('code', 'jt', 'jf', 'k', 'k'),
        fc.constantFrom(1, 2, 8, 16, 0x10, 0x20),
      )
      const seen = { equal: 0, different: 0 }
      await fc.assert(
        fc.asyncProperty(change, async ([left, at, field, bit]) => {
          const pc = at % left.length
          const right = left.with(pc, { ...left[pc]!, [field]: (left[pc]![field] ^ bit) >>> 0 })
          if (verify(right).length > 0) return
          const { kind } = equal({ level: 'program', ir: left }, { level: 'program', ir: right }, bounds)
          if (kind === 'undecided') return
          // The search found no difference where a diagram would be too large for a digest.
          const ours = kind === 'no-difference' ? 'equal' : kind
          const theirs = await z3Says(left, right)
          if (theirs === 'unknown') return
          expect(ours).toBe(theirs)
          seen[theirs] += 1
        }),
        PROGRAMS,
      )
      // A usual run has about 70 equal pairs and 22 different ones, so neither count falls below 3 by chance.
      expect(seen.equal).toBeGreaterThan(2)
      expect(seen.different).toBeGreaterThan(2)
    },
    300 * PROGRAMS.numRuns,
  )

  it('agrees about every operation, against a constant verdict', async () => {
    const operations = Object.entries(BPF).filter(([name]) =>
      /^(ADD|SUB|MUL|DIV|AND|OR|XOR|LSH|RSH)_|^NEG$/.test(name),
    )
    expect(operations).toHaveLength(19)
    for (const [name, code] of operations) {
      const constant = name.endsWith('_K')
      const program = (k: number): Program => [
        insn(BPF.LD_ABS, 16),
        insn(BPF.AND_K, 0x1f3),
        insn(BPF.TAX),
        insn(BPF.LD_ABS, 24),
        insn(BPF.AND_K, 0xf000_00ff),
        insn(code, constant ? 6 : 0),
        insn(BPF.JGE_K, k, 0, 1),
        insn(BPF.RET_K, 1),
        insn(BPF.RET_K, 2),
      ]
      for (const [k, other] of [
        [0x40, 0x41],
        [0, 1],
        [0xf000_0000, 0xf000_0001],
      ] as const) {
        const [left, right] = [program(k), program(other)]
        const ours = equal({ level: 'program', ir: left }, { level: 'program', ir: right }).kind
        expect([name, k, ours]).toEqual([name, k, await z3Says(left, right)])
      }
    }
  }, 60_000)
})
