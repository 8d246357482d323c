import { PassError } from '@seccompile/pass'
import { arg, errno, policy, resolve } from '@seccompile/policy'
import type { Policy, PolicyBuilder } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { insnsText, passesLimit, tooLarge } from '../src/compile/too-large.ts'

const x86_64 = signedAbiTable('x86_64')
/** `written`, whose rules stand on lines 1, 2, 3 and so on. */
const onLines = (written: PolicyBuilder): Policy =>
  Object.assign({}, written, {
    rules: written.rules.map((rule, i) => ({ ...rule, source: { file: 'p.json', line: i + 1, column: 3 } })),
  })
const errorFor = (written: PolicyBuilder, tellsRules: boolean): Error =>
  tooLarge('too large', {
    policy: onLines(written),
    rules: resolve(written, { abis: [x86_64] }).rules,
    abis: [x86_64],
    error: new PassError('E_TOO_LONG', 'lower', 'is too long'),
    tellsRules,
  })
const start = policy({ default: errno(1) }).allow('read')

describe('the error for a policy that is too large', () => {
  it('counts a rule for each of the calls that it names, and has its place', () => {
    // No rule names ioctl alone or first.
    const written = start
      .allow('prctl', 'ioctl', arg(1).in(1, 3, 5))
      .allow('fcntl', arg(1).eq(1))
      .allow('fcntl', 'ioctl', arg(1).in(7, 9))
    expect(errorFor(written, true).message).toBe(
      'p.json:2:3: too large; most values are tested for ioctl (2 rules, 5 values), fcntl (2 rules, 3 values), prctl (3 values)',
    )
    expect(errorFor(written, false).message).toBe(
      'p.json:2:3: too large; most values are tested for ioctl (5 values), fcntl (3 values), prctl (3 values)',
    )
  })

  it('has the place of the first rule that tests an argument of the call, and of no other rule', () => {
    const written = start.allow('write', 'ioctl', arg(0).eq(1)).allow('socket', arg(0).eq(1)).allow('socket', arg(0).eq(2)) // prettier-ignore
    expect(errorFor(written, false).message).toMatch(/^p\.json:3:3: .* for socket \(2 values\), /)
    // The rule of line 1 names read and tests nothing.
    expect(errorFor(start.allow('read', 'write', arg(0).eq(1)), true).message).toMatch(/^p\.json:2:3: /)
  })

  it('counts conditions by name too', () => {
    const written = start
      .allow('ioctl', ({ cmd }) => cmd.in(1, 3))
      .allow('prctl', 'ioctl', arg(1).eq(9))
      .allow('ioctl', ({ cmd }) => cmd.eq(5))
    expect(errorFor(written, true).message).toMatch(
      /^p\.json:2:3: .* for ioctl \(3 rules, 4 values\), prctl \(1 values\)$/,
    )
  })

  it('names three calls at most, and none where no argument is tested', () => {
    const calls = ['ioctl', 'prctl', 'fcntl', 'socket'] as const
    const written = calls.reduce((all, call, i) => all.allow(call, arg(1).in(...Array.from({ length: 9 - i }, (_, k) => 2 * k + 1))), start) // prettier-ignore
    expect(errorFor(written, false).message).toMatch(
      /for ioctl \(9 values\), prctl \(8 values\), fcntl \(7 values\)$/,
    )
    expect(errorFor(start, false).message).toBe('too large')
  })
})

describe('the length of a program that is too long', () => {
  it('is told as an estimate where it is one', () => {
    expect([false, true].map((isEstimate) => insnsText({ insns: 5000, isEstimate }))).toEqual([
      '5000',
      'about 5000',
    ])
    expect(passesLimit({ insns: 5000, isEstimate: true })).toBe(
      'the filter would exceed 4096 instructions by about 904',
    )
  })
})
