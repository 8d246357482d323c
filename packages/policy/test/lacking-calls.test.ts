import { seccompData, verdictName } from '@seccompile/abi'
import {
  ALLOW,
  arg,
  errno,
  KILL_PROCESS,
  LOG,
  policy,
  PolicyBuilder,
  policyOf,
  resolve,
} from '@seccompile/policy'
import type { Policy, Target } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abis, abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

/** Verdicts, by name, of calls by name or number. */
function asked(what: Policy, token: AbiToken, target: Omit<Target, 'abis'> = {}, others: AbiToken[] = []) {
  const tables = [token, ...others].map((each) => signedAbiTable(each))
  const { rules } = resolve(what, { abis: tables, ...target })
  return (call: string | number, ...args: bigint[]): string => {
    const nr = typeof call === 'number' ? call : numberOf(tables[0]!, call)!
    return verdictName(meaning(rules, seccompData({ nr, arch: tables[0]!.auditArch, args })))
  }
}

const base = policy({ default: errno(1) }).allow('read', 'openat2', 'close_range', 'faccessat2', 'mseal')

describe('calls that the known kernel does not have', () => {
  it('are a set of numbers, not those above one: 437 is known and 436 is not', () => {
    const verdict = asked(base, 'x86_64', { knownUpTo: '5.7' })
    expect([436, 437, 438, 439].map((nr) => [nr, verdict(nr)])).toEqual([
      [436, 'ERRNO(38)'], // close_range, 5.9
      [437, 'ALLOW'], // openat2, 5.6
      [438, 'ERRNO(1)'], // pidfd_getfd, 5.6, which no rule names
      [439, 'ERRNO(38)'], // faccessat2, 5.8
    ])
    expect(verdict('read')).toBe('ALLOW')
    expect(verdict('write')).toBe('ERRNO(1)')
    expect(verdict(signedAbiTable('x86_64').newest + 1)).toBe('ERRNO(38)')
  })

  it('begin just after the version', () => {
    expect(asked(base, 'x86_64', { knownUpTo: '5.9' })('close_range')).toBe('ALLOW')
    expect(asked(base, 'x86_64', { knownUpTo: '5.8' })('close_range')).toBe('ERRNO(38)')
    expect(asked(base, 'x86_64', { knownUpTo: { major: 5, minor: 10 } })('close_range')).toBe('ALLOW')
  })

  it.each([
    ['aarch64', 'ERRNO(38)'],
    ['arm', 'ERRNO(38)'],
    ['mips', 'ERRNO(89)'],
    ['mipsel64n32', 'ERRNO(89)'],
    ['parisc', 'ERRNO(251)'],
    ['s390x', 'ERRNO(38)'],
    ['riscv64', 'ERRNO(38)'],
    ['x32', 'ERRNO(38)'],
  ] as const)('get ENOSYS of their own ABI: %s', (token, name) => {
    const verdict = asked(base, token, { knownUpTo: '5.7' })
    expect(['close_range', 'openat2', 'mseal'].map((call) => verdict(call))).toEqual([name, 'ALLOW', name])
  })

  it('are on every ABI exactly the calls with a later version, and the numbers above the newest', () => {
    for (const { token } of abis) {
      const table = signedAbiTable(token)
      const [before, after] = [asked(base, token), asked(base, token, { knownUpTo: '6.1' })]
      const changed = [...table.numbers].filter(([, nr]) => before(nr) !== after(nr)).map(([name]) => name)
      const later = [...table.signatures]
        .filter(([, { since }]) => since !== undefined && (since[0] > 6 || (since[0] === 6 && since[1] > 1)))
        .map(([name]) => name)
      expect([token, changed.sort()]).toEqual([token, later.sort()])
      expect(later).toContain('cachestat')
      expect(after(table.newest + 1)).toMatch(/^ERRNO\((38|89|251)\)$/)
    }
  })

  it('are of x86_64 and x32 in one section', () => {
    const x32 = signedAbiTable('x32')
    const verdict = asked(base, 'x86_64', { knownUpTo: '5.7' }, ['x32'])
    for (const call of ['close_range', 'openat2', 'mseal', 'read'])
      expect([call, verdict(numberOf(x32, call)!)]).toEqual([call, verdict(call)])
    expect(verdict(numberOf(x32, 'close_range')!)).toBe('ERRNO(38)')
  })

  it('keep a rule that is stricter, with and without conditions, and lose one that is not', () => {
    const strict = policy({ default: ALLOW, knownUpTo: '6.1' })
      .kill('mseal')
      .kill('cachestat', arg(3).ne(0))
      .deny('fchmodat2', errno(5))
      .log('statmount')
    const verdict = asked(strict, 'x86_64')
    expect(verdict('mseal')).toBe('KILL_PROCESS')
    expect(verdict('cachestat', 0n, 0n, 0n, 1n)).toBe('KILL_PROCESS')
    expect(verdict('cachestat', 0n, 0n, 0n, 0n)).toBe('ERRNO(38)')
    expect([verdict('fchmodat2'), verdict('statmount'), verdict('listmount')]).toEqual(
      Array(3).fill('ERRNO(38)'),
    )
    expect(verdict('futex_waitv')).toBe('ALLOW')
  })

  it('are not opened by a lenient action where a rule refuses them, be it by the action of the default', () => {
    const lenient = { unknown: LOG, knownUpTo: '6.1' } as const
    const denying = policy({ default: errno(1), ...lenient })
      .deny('mseal', errno(1))
      .allow('read')
    const killing = policy({ default: 'allow', ...lenient }).kill('mseal')
    const first = policy({ default: errno(1), overlaps: 'first', ...lenient })
      .deny('mseal', errno(1))
      .allow('read')
    expect(asked(denying, 'x86_64')('mseal')).toBe('ERRNO(1)')
    expect(asked(first, 'x86_64')('mseal')).toBe('ERRNO(1)')
    expect(asked(killing, 'x86_64')('mseal')).toBe('KILL_PROCESS')
    for (const one of [denying, killing, first]) expect(asked(one, 'x86_64')('cachestat')).toBe('LOG')
  })

  it('get the action of the target, else of the policy, else ENOSYS', () => {
    const own = new PolicyBuilder({ ...policyOf(base), unknown: KILL_PROCESS })
    expect(asked(own, 'x86_64', { knownUpTo: '5.7' })('close_range')).toBe('KILL_PROCESS')
    expect(asked(own, 'x86_64', { knownUpTo: '5.7', unknown: errno(5) })('close_range')).toBe('ERRNO(5)')
    expect(asked(own, 'x86_64')('close_range')).toBe('ALLOW')
  })

  it('are not implied by the kernel that requirements are about', () => {
    expect(asked(base, 'x86_64', { kernel: { major: 5, minor: 7 } })('close_range')).toBe('ALLOW')
  })

  it('get the one action in every part of a policy, and the stricter where parts say so', () => {
    const lenient = new PolicyBuilder({ ...policyOf(base), unknown: LOG }).restrict((rules) =>
      rules.kill('mseal'),
    )
    const verdict = asked(lenient, 'x86_64', { knownUpTo: '5.7' })
    expect([verdict('close_range'), verdict('mseal')]).toEqual(['LOG', 'KILL_PROCESS'])
    const dated = new PolicyBuilder({ ...policyOf(base), knownUpTo: { major: 5, minor: 7 } })
    expect(
      asked(
        dated.restrict((rules) => rules.deny('read')),
        'x86_64',
      )('close_range'),
    ).toBe('ERRNO(38)')
  })
})

describe('a version that cannot be', () => {
  it('is refused where the tables end before it', () => {
    expect(() => asked(base, 'x86_64', { knownUpTo: '7.3' })).toThrow(
      'calls are to be known up to Linux 7.3, and the tables end with 7.2; leave the version out, or give an older one',
    )
    expect(asked(base, 'x86_64', { knownUpTo: '7.2' })('mseal')).toBe('ALLOW')
  })

  it('is refused where the table has no versions', () => {
    expect(() => resolve(base, { abis: [abiTable('x86_64')], knownUpTo: '6.1' })).toThrow(
      'the table of x86_64 does not say which kernel brought a call; take the one of @seccompile/signatures/x86_64',
    )
  })

  it('is refused as a number, and as other text', () => {
    expect(() => policy({ default: 'deny', knownUpTo: 6.1 as never })).toThrow(
      'policy.knownUpTo: expected an object',
    )
    expect(() => policy({ default: 'deny', knownUpTo: '6.x' as never })).toThrow(
      'policy.knownUpTo: expected a version such as "6.1"; got "6.x"',
    )
  })
})

describe('the warning about rules for calls that the version of their own policy lacks', () => {
  const warned = (what: Policy, target: Omit<Target, 'abis'> = {}): readonly string[] =>
    resolve(what, { abis: [signedAbiTable('x86_64')], ...target })
      .warnings.filter(({ name }) => name === 'dead-rule')
      .map(({ message }) => message)

  it('names the calls', () => {
    expect(
      warned(policy({ default: 'deny', knownUpTo: '5.7' }).allow('read', 'mseal', 'close_range')),
    ).toEqual([
      'on x86_64, Linux 5.7 does not have "mseal", "close_range": rules of the policy that let them run have no effect, ' +
        'and they get ERRNO(38); give a later knownUpTo',
    ])
  })

  it('is not given where the version is the target’s, nor where the calls are older', () => {
    expect(warned(base, { knownUpTo: '5.7' })).toEqual([])
    expect(warned(policy({ default: 'deny', knownUpTo: '6.10' }).allow('mseal'))).toEqual([])
  })
})

it('is printed with the policy', () => {
  const dated = policy({ default: 'deny', unknown: errno('ENOSYS'), knownUpTo: '6.1' }).allow('read')
  expect(dated.toString()).toContain('calls known up to Linux 6.1')
  expect(dated.toTypeScript()).toContain("unknown: errno('ENOSYS'), knownUpTo: '6.1' }")
})
