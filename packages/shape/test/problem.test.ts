import { assertNever, IrError } from '@seccompile/shape'
import { describe, expect, it } from 'vitest'

describe('assertNever', () => {
  it('shows what no case was for, u64 in it too', () => {
    expect(() => assertNever({ kind: 'some', values: [2n ** 64n - 1n] } as never)).toThrow(
      new TypeError('unreachable: {"kind":"some","values":["18446744073709551615n"]}'),
    )
  })
})

describe('IrError', () => {
  it('shows the first problem, and counts the others', () => {
    const problem = { invariant: 'R3', where: 'rule 4', message: 'verdict -1 is not a u32' }
    expect(new IrError('rules', [problem]).message).toBe('rules:rule 4: verdict -1 is not a u32 (R3)')
    const { message, problems } = new IrError('rules', [problem, problem, problem])
    expect([message, problems.length]).toEqual(['rules:rule 4: verdict -1 is not a u32 (R3) (and 2 more)', 3])
  })
})
