import { BPF } from '@seccompile/abi'
import { ALLOW, call, DENY, jump, op } from '@seccompile/abi/test-makers'
import { expect, it } from 'vitest'
import { meaning, run } from '@seccompile/interpreter'

const PROGRAM = [op(BPF.LD_ABS, 16), jump(BPF.JEQ_K, 7, 0, 1), ALLOW, DENY]

it('is the verdict on a call', () => {
  expect(meaning(PROGRAM, call(1, 7n))).toBe(ALLOW.k)
  expect(meaning(PROGRAM, call(1, 8n))).toBe(DENY.k)
})

it('depends on the byte order, little unless told', () => {
  expect(meaning(PROGRAM, call(1, 7n), 'little')).toBe(ALLOW.k)
  expect(meaning(PROGRAM, call(1, 7n), 'big')).toBe(DENY.k)
  expect(meaning(PROGRAM, call(1, 7n << 32n), 'big')).toBe(ALLOW.k)
})

it('comes with the executed instructions', () => {
  expect(run(PROGRAM, call(1, 7n))).toEqual({ verdict: ALLOW.k, steps: 3 })
  expect(run(PROGRAM, call(1, 7n), 'big')).toEqual({ verdict: DENY.k, steps: 3 })
})
