import { definePass, PassError, runPass, tryPass, verifyEach } from '@seccompile/pass'
import type { AnyPass } from '@seccompile/pass'
import { rule, rules } from '@seccompile/rules/test-makers'
import { IrError } from '@seccompile/shape'
import { describe, expect, it } from 'vitest'

const input = rules(rule(0))
const failing = (error: () => Error): AnyPass =>
  definePass({
    name: 'fail',
    from: 'rules',
    to: 'rules',
    summary: 'fails',
    run: () => {
      throw error()
    },
  })
const length = (count: number, more: { readonly isEstimate?: true } = {}): Error =>
  new IrError('program', [{ invariant: 'P1', where: 'program', message: 'too long', count, ...more }])

describe('tryPass', () => {
  it('yields the output of a pass that passes', () => {
    const keep = definePass({ name: 'keep', from: 'rules', to: 'rules', summary: 'keeps', run: (ir) => ir })
    expect(tryPass(keep, input)).toEqual({ kind: 'passed', ir: input })
  })

  it('yields the length of a program that no filter holds, and what runPass throws', () => {
    expect(
      tryPass(
        failing(() => length(5000)),
        input,
      ),
    ).toMatchObject({
      kind: 'too-long',
      insns: 5000,
      isEstimate: false,
      error: { name: 'PassError', code: 'E_TOO_LONG', pass: 'fail' },
    })
    expect(tryPass(failing(() => length(9999, { isEstimate: true })), input)).toMatchObject({ insns: 9999, isEstimate: true }) // prettier-ignore
    expect(() =>
      runPass(
        failing(() => length(5000)),
        input,
      ),
    ).toThrow('fail: program:program: too long (P1)')
  })

  it('yields the length of a program that a pass lengthens, and that an instrument refuses', () => {
    const ret = { code: 0x06, jt: 0, jf: 0, k: 0 }
    const lengthen = definePass({
      name: 'lengthen',
      from: 'program',
      to: 'program',
      summary: 'lengthens',
      run: () => Array.from({ length: 4097 }, () => ret),
    })
    const outcome = tryPass(lengthen, [ret], { instruments: [verifyEach()] })
    expect(outcome).toMatchObject({ kind: 'too-long', insns: 4097 })
  })

  it('yields that a pass declines', () => {
    const declined = failing(() => new PassError('E_DECLINED', 'fail', 'takes no such rules'))
    expect(tryPass(declined, input)).toMatchObject({ kind: 'declined', error: { code: 'E_DECLINED' } })
  })

  it.each<[string, () => Error]>([
    ['of a pass', () => new Error('broken')],
    ['of an empty program, which breaks P1 too', () => length(0)],
  ])('throws every other error: %s', (_, error) => {
    expect(() => tryPass(failing(error), input)).toThrow(PassError)
  })
})
