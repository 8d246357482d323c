import { BPF, WORD_COUNT } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { insn, jump, op, ret, RET_A } from '@seccompile/abi/test-makers'
import { verify } from '@seccompile/cbpf'
import { createStore, evaluate } from '@seccompile/diagram'
import { runWords } from '@seccompile/interpreter'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromProgram } from '../src/from-program.ts'
import { dataInOrder, placeOf } from '../src/word-order.ts'

const NR = 0
const ARCH = 4
const SMALL = 12
const VALUES = [...Array(SMALL + 2).keys(), 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff]

/** Checks the diagram of `program` for each of `VALUES`, as `nr` and as `arch`. */
function expectMeaning(program: Program): void {
  const store = createStore({ maxNodes: 20_000 })
  const node = fromProgram(store, program, 'little')
  const words = new Uint32Array(WORD_COUNT)
  const ordered = new Uint32Array(WORD_COUNT)
  for (const nr of VALUES)
    for (const arch of [0, 3, 0xffff_ffff]) {
      words[0] = ordered[placeOf(0)] = nr
      words[1] = ordered[placeOf(1)] = arch
      const call = dataInOrder([...ordered])
      const found = [call.nr, call.arch, evaluate(store, node, ordered)]
      const wanted = [nr, arch, runWords(program, words).verdict]
      // An expectation takes longer than the two answers.
      if (found.some((value, i) => value !== wanted[i])) expect(found).toEqual(wanted)
    }
}

const constant = fc.oneof(fc.nat(SMALL), fc.constantFrom(0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff))
const skip = fc.nat(6)
const step: fc.Arbitrary<SockFilter> = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(fc.constantFrom(BPF.JEQ_K, BPF.JGE_K, BPF.JGT_K), constant, skip, skip).map(([code, k, jt, jf]) => jump(code, k, jt, jf)) }, // prettier-ignore
  { weight: 2, arbitrary: fc.tuple(constant, skip, skip).map(([k, jt, jf]) => jump(BPF.JSET_K, k, jt, jf)) },
  { weight: 2, arbitrary: fc.constantFrom(NR, NR, ARCH).map((k) => op(BPF.LD_ABS, k)) },
  { weight: 1, arbitrary: constant.map((k) => op(BPF.AND_K, k)) },
  { weight: 1, arbitrary: fc.constantFrom(op(BPF.TAX), op(BPF.TXA), insn(BPF.ADD_K, 1), op(BPF.ADD_X), insn(BPF.LD_IMM, 5)) }, // prettier-ignore
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(BPF.JEQ_X, BPF.JGE_X, BPF.JGT_X, BPF.JSET_X), skip, skip).map(([code, jt, jf]) => jump(code, 0, jt, jf)) }, // prettier-ignore
  { weight: 4, arbitrary: fc.nat(5).map((verdict) => ret(verdict)) },
)
const program: fc.Arbitrary<Program> = fc
  .tuple(
    fc.array(step, { minLength: 4, maxLength: 24 }),
    fc.constantFrom([ret(7)], [op(BPF.AND_K, 7), RET_A]),
  )
  .map(([steps, end]): Program => {
    const returns = Array.from({ length: 6 }, (_, verdict) => ret(verdict)) // every jump ends within these
    return [op(BPF.LD_ABS, NR), ...steps, ...returns, ...end]
  })
  .filter((made) => verify(made).length === 0)

describe('the diagram of a program', () => {
  it('is right on every value around the constants, where tests narrow ranges and ways meet', () => {
    let decided = 0
    fc.assert(
      fc.property(program, (made) => {
        try {
          expectMeaning(made)
          decided += 1
        } catch (error) {
          // Sums and comparisons of two words have no small diagram.
          if (!(error instanceof Error) || error.name !== 'UndecidedError') throw error
        }
      }),
      { numRuns: 1000 },
    )
    expect(decided).toBeGreaterThan(800)
  })

  it('is right where two ways with different ranges meet at a test', () => {
    // The test of 9 is reached with numbers below 4, and with numbers from 8 on.
    expectMeaning([
      op(BPF.LD_ABS, NR),
      jump(BPF.JGE_K, 4, 0, 2),
      jump(BPF.JGE_K, 8, 1, 0),
      ret(1),
      jump(BPF.JGT_K, 8, 0, 1),
      ret(2),
      jump(BPF.JEQ_K, 2, 0, 1),
      ret(3),
      ret(4),
    ])
  })

  it('is right where a test of one word comes after a test of a later word', () => {
    expectMeaning([
      op(BPF.LD_ABS, NR),
      jump(BPF.JGE_K, 4, 0, 3),
      op(BPF.LD_ABS, ARCH),
      jump(BPF.JEQ_K, 3, 0, 2),
      ret(1),
      jump(BPF.JEQ_K, 3, 1, 0),
      ret(2),
      ret(3),
    ])
  })

  it('keeps a constant apart from every word under a mask', () => {
    // A number made of its fields identifies a value. The numbers of `nr & 1` and of small constants are close.
    for (let k = 0; k < 64; k += 1)
      expectMeaning([
        op(BPF.LD_ABS, NR),
        op(BPF.AND_K, 1),
        jump(BPF.JEQ_K, 1, 0, 1),
        ret(1),
        insn(BPF.LD_IMM, k),
        jump(BPF.JEQ_K, k, 0, 1),
        ret(2),
        ret(3),
      ])
  })

  it('makes few nodes for the tests of a tree', () => {
    const tree = (lo: number, hi: number): Program => {
      if (hi - lo === 1) return [ret(lo % 3)]
      const middle = (lo + hi) >> 1
      const below = tree(lo, middle)
      return [jump(BPF.JGE_K, middle, below.length, 0), ...below, ...tree(middle, hi)]
    }
    const store = createStore()
    fromProgram(store, [op(BPF.LD_ABS, NR), ...tree(0, 64)], 'little')
    // 64 leaves: a node for each test in the tree, and 26 nodes above the last test.
    expect(store.size()).toBeLessThan(300)
  })
})
