import { AUDIT_ARCH, seccompData, verdictName } from '@seccompile/abi'
import { arg, errno, KILL_PROCESS, LOG, policy, PolicyBuilder, policyOf, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')

/** The verdict, by name, of a call of another ABI. */
function foreign(what: Policy): string {
  const { rules } = resolve(what, { abis: [x86_64] })
  return verdictName(meaning(rules, seccompData({ nr: 3, arch: AUDIT_ARCH.I386 })))
}

describe('PolicyBuilder', () => {
  it.each([null, undefined, 5, 'allow', [], () => 5])('refuses what is no policy: %s', (given) => {
    expect(() => new PolicyBuilder(given as never)).toThrow(
      expect.objectContaining({ name: 'PolicyError', code: 'E_TYPE' }),
    )
  })
})

describe('restrict', () => {
  const base = policy({ default: 'deny', badArch: errno('ENOSYS') }).allow('read')

  it('keeps the verdict for calls of other ABIs, which its rules say nothing of', () => {
    expect(foreign(base.restrict((rules) => rules.deny('read')))).toBe('ERRNO(38)')
    expect(foreign(policy({ default: 'deny' }).restrict((rules) => rules.deny('read')))).toBe('KILL_THREAD')
  })

  it('is no intersection with a policy for its own ABIs alone, which kills the others', () => {
    expect(foreign(base.intersect(policy({ default: 'allow' })))).toBe('KILL_THREAD')
  })
})

describe('policies that hold as well, at any depth', () => {
  const read = 0
  const nr = { open: 2, newer: 472, x32Read: 0x4000_0000, gap: 400 } // x86_64: 400 has never been a call

  /** The strictness of a verdict by the kernel's order, without the policy package. */
  const ORDER = ['KILL_PROCESS', 'KILL_THREAD', 'TRAP', 'ERRNO', 'USER_NOTIF', 'TRACE', 'LOG', 'ALLOW']
  const rank = (name: string): number => ORDER.indexOf(name.replace(/\(.*/, ''))

  const parts: readonly Policy[] = [
    policy({ default: 'deny', badArch: errno(38), unknown: errno(38) }).allow('read', 'open'),
    policy({ default: 'allow', badArch: LOG, unknown: LOG }).log('read').kill('mseal'),
    policy({ default: 'log', badArch: KILL_PROCESS, unknown: KILL_PROCESS, overlaps: 'first' }).trap(
      'open',
      arg(0).eq(7),
    ),
    policy({ default: 'allow', badArch: errno(1), knownUpTo: '5.9' }).deny('read', arg(2).gt(10), errno(5)),
  ]
  const tables = [signedAbiTable('x86_64'), signedAbiTable('x86')]
  const calls = [AUDIT_ARCH.X86_64, AUDIT_ARCH.I386, AUDIT_ARCH.ARM].flatMap((arch) =>
    [read, ...Object.values(nr), 436, 462, 0xffff_ffff].flatMap((number) =>
      [[], [7n], [7n, 0n, 11n]].map((args) => seccompData({ nr: number, arch, args })),
    ),
  )
  const verdicts = (what: Policy): readonly string[] => {
    const { rules } = resolve(what, { abis: tables })
    return calls.map((call) => verdictName(meaning(rules, call)))
  }

  it('get the strictest of the verdicts, in unknown calls and other ABIs too, however they nest', () => {
    const alone = parts.map(verdicts)
    const expected = calls.map((_, i) => Math.min(...alone.map((each) => rank(each[i]!))))
    const [a, b, c, d] = parts as [Policy, Policy, Policy, Policy]
    const flat: Policy = { ...policyOf(a), and: [b, c, d] }
    const nested: Policy = { ...policyOf(a), and: [{ ...policyOf(b), and: [{ ...policyOf(c), and: [d] }] }] }
    const mixed: Policy = { ...policyOf(d), and: [{ ...policyOf(c), and: [a, b] }] }
    for (const whole of [flat, nested, mixed]) expect(verdicts(whole).map(rank)).toEqual(expected)
    expect(new Set(expected).size).toBeGreaterThan(3)
  })

  it('get the first of two errnos', () => {
    const [a, , , d] = parts as [Policy, Policy, Policy, Policy]
    const one = verdicts({ ...policyOf(d), and: [a] })
    const alone = [d, a].map(verdicts)
    for (const [i, name] of one.entries())
      if (rank(alone[0]![i]!) === rank(alone[1]![i]!)) expect(name).toBe(alone[0]![i])
  })
})
