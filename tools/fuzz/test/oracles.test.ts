/* The oracles, on what the kernel was seen to do. */
import { describe, expect, it } from 'vitest'
import { kernelTakes } from '../src/oracles/kernel-rules.ts'
import type { Insn } from '../src/oracles/kernel-rules.ts'
import { runMachine } from '../src/oracles/machine.ts'
import { strengthIn } from '../src/oracles/strength.ts'

const insn = (code: number, k = 0, jt = 0, jf = 0): Insn => ({ code, jt, jf, k })
const ret = insn(0x06, 7)

describe('the rules of the kernel', () => {
  it.each<[string, readonly Insn[], boolean]>([
    ['a return alone', [ret], true],
    ['no instruction', [], false],
    ['4096 instructions', Array.from({ length: 4096 }, () => ret), true],
    ['4097 instructions', Array.from({ length: 4097 }, () => ret), false],
    ['no return at the end', [insn(0x20)], false],
    ['a return of A at the end', [insn(0x16)], true],
    ['a return of X', [insn(0x0e)], false],
    ['a modulo', [insn(0x94, 1), ret], false],
    ['a code with bits above the low eight', [insn(0x106), ret], false],
    ['a load of the last word', [insn(0x20, 60), ret], true],
    ['a load behind the last word', [insn(0x20, 64), ret], false],
    ['a load that is not aligned', [insn(0x20, 2), ret], false],
    ['a division by 0', [insn(0x34, 0), ret], false],
    ['a division by X', [insn(0x3c, 0), ret], true],
    ['a shift by 31', [insn(0x74, 31), ret], true],
    ['a shift by 32', [insn(0x64, 32), ret], false],
    ['a shift by X, with any k', [insn(0x6c, 99), ret], true],
    ['a jump to the last instruction', [insn(0x05, 0), ret], true],
    ['a jump behind it', [insn(0x05, 1), ret], false],
    ['a jump around the end of 32 bits', [insn(0x05, 0xffff_ffff), ret], false],
    ['a test with jf behind the end', [insn(0x15, 0, 0, 1), ret], false],
    ['a load with fields that it ignores', [insn(0x20, 0, 9, 9), ret], true],
    ['a read of a scratch word that is not written', [insn(0x60, 3), ret], false],
    ['a read of a written one', [insn(0x02, 3), insn(0x61, 3), ret], true],
    ['M[16]', [insn(0x02, 16), ret], false],
    [
      'a read behind a write on one way of two',
      [insn(0x15, 0, 1, 0), insn(0x02, 3), insn(0x60, 3), ret],
      false,
    ],
    ['a read in code that control does not reach, behind a jump', [insn(0x05, 1), insn(0x60, 3), ret], true],
    ['a read in code that control does not reach, behind a return', [ret, insn(0x60, 3), ret], false],
  ])('%s', (_, program, isTaken) => {
    expect(kernelTakes(program)).toBe(isTaken)
  })
})

describe('the machine', () => {
  const call = [59, 0xc000_003e, 0, 0, 0x1111_1111, 0x2222_2222, ...Array.from({ length: 10 }, () => 0)]
  /** The verdict of instructions with a return of A behind them. */
  const ofA = (...insns: readonly Insn[]): number => runMachine([...insns, insn(0x16)], call, true).verdict

  it('reads the halves of an argument in the byte order of the machine', () => {
    expect(ofA(insn(0x20, 16))).toBe(0x1111_1111)
    expect(runMachine([insn(0x20, 16), insn(0x16)], call, false).verdict).toBe(0x2222_2222)
  })

  it('computes modulo 2^32', () => {
    expect(ofA(insn(0x00, 1), insn(0x14, 2))).toBe(0xffff_ffff)
    expect(ofA(insn(0x00, 0xffff_ffff), insn(0x24, 0xffff_ffff))).toBe(1)
    expect(ofA(insn(0x00, 5), insn(0x84))).toBe(0xffff_fffb)
    expect(ofA(insn(0x00, 3), insn(0x64, 31))).toBe(0x8000_0000)
  })

  it('shifts by X modulo 32, and ends with 0 at a division by X = 0', () => {
    expect(ofA(insn(0x00, 8), insn(0x01, 33), insn(0x7c))).toBe(4)
    expect(runMachine([insn(0x00, 8), insn(0x3c), insn(0x16)], call, true)).toEqual({ verdict: 0, steps: 2 })
  })

  it('compares without signs, and counts the instructions that run', () => {
    const program = [insn(0x00, 0x8000_0000), insn(0x25, 1, 1, 0), ret, insn(0x06, 9)]
    expect(runMachine(program, call, true)).toEqual({ verdict: 9, steps: 3 })
  })
})

it('an unknown action is as strong as a kill of the process, and ALLOW is the weakest', () => {
  const strengths = [0x7fff_0000, 0x7ffc_0000, 0x7ff0_0000, 0x7fc0_0000, 0x5_0001, 0x3_0000, 0, 0x8000_0000]
  expect(strengths.map(strengthIn)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(strengthIn(0x1234_0000)).toBe(7)
})
