import { BPF } from '@seccompile/abi'
import { ALLOW, call, DENY, jump, op } from '@seccompile/abi/test-makers'
import { expect, it } from 'vitest'
import { coverage } from '@seccompile/interpreter'

const PROGRAM = [op(BPF.LD_ABS), jump(BPF.JEQ_K, 5, 0, 1), ALLOW, DENY, DENY]

it('tells what was executed, and which way tests came out', () => {
  expect(coverage(PROGRAM, [call(5)])).toEqual({
    executed: [true, true, true, false, false],
    then: [false, true, false, false, false],
    else: [false, false, false, false, false],
  })
  expect(coverage(PROGRAM, [call(5), call(6)])).toEqual({
    executed: [true, true, true, true, false],
    then: [false, true, false, false, false],
    else: [false, true, false, false, false],
  })
})

it('is empty without calls', () => {
  expect(coverage(PROGRAM, []).executed).toEqual([false, false, false, false, false])
})

it('sees a jump with equal targets go both ways', () => {
  const { then, else: otherwise } = coverage([jump(BPF.JEQ_K, 1, 0, 0), ALLOW], [call(0)])
  expect([then[0], otherwise[0]]).toEqual([true, true])
})

it('knows the byte order', () => {
  const program = [op(BPF.LD_ABS, 16), jump(BPF.JEQ_K, 5, 0, 1), ALLOW, DENY]
  expect(coverage(program, [call(0, 5n)], 'big').then[1]).toBe(false)
  expect(coverage(program, [call(0, 5n << 32n)], 'big').then[1]).toBe(true)
})
