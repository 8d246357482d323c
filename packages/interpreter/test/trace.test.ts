import { BPF } from '@seccompile/abi'
import { ALLOW, call, DENY, jump, op, RET_A } from '@seccompile/abi/test-makers'
import { arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { run, trace } from '@seccompile/interpreter'

it('shows each executed instruction with A and X after it', () => {
  const program = [op(BPF.LD_ABS), op(BPF.TAX), op(BPF.ADD_X), jump(BPF.JEQ_K, 10, 1, 0), DENY, ALLOW]
  expect(trace(program, call(5))).toEqual({
    verdict: ALLOW.k,
    steps: 5,
    path: [
      { pc: 0, a: 5, x: 0 },
      { pc: 1, a: 5, x: 5 },
      { pc: 2, a: 10, x: 5 },
      { pc: 3, a: 10, x: 5 },
      { pc: 5, a: 10, x: 5 },
    ],
  })
})

it('ends with the division that ends the program', () => {
  expect(trace([op(BPF.LD_IMM, 3), op(BPF.DIV_X), ALLOW], call(0)).path).toEqual([
    { pc: 0, a: 3, x: 0 },
    { pc: 1, a: 0, x: 0 },
  ])
})

it('knows the byte order', () => {
  expect(trace([op(BPF.LD_ABS, 20), RET_A], call(0, 9n), 'big').path[0]).toEqual({ pc: 0, a: 9, x: 0 })
})

it('has the verdict and the steps of the run', () => {
  fc.assert(
    fc.property(arbitraryProgram(), arbitrarySeccompData(), (program, data) => {
      const { path, ...result } = trace(program, data)
      expect(result).toEqual(run(program, data))
      expect(path).toHaveLength(result.steps)
    }),
  )
})
