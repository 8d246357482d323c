import { arg, errno, policy, policyOf } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'

const rule = (patch: object): unknown => ({
  defaultAction: errno(1),
  rules: [{ names: [{ name: 'read' }], action: errno(2), args: [], ...patch }],
})
const condition = (patch: object): unknown => rule({ args: [{ op: 'EQ', index: 0, value: 1n, ...patch }] })

/** The fields of `policy` without its class. */
const plain = (policy: Policy): object => Object.fromEntries(Object.entries(policy))

describe('a policy of another module', () => {
  it('is copied whole', () => {
    const built = policy({ default: errno(1), badArch: errno(3), name: 'mine', architectures: ['x86'] })
      .allow('read', arg(0).in(1n, [5n, 9n]), arg(1).maskedEq(0xf, 1))
      .when({ caps: ['CAP_SYS_ADMIN'], arches: ['amd64'], minKernel: { major: 4, minor: 8 } }, (rules) =>
        rules.deny('write', arg(2).notIn(3)),
      )
      .unless({ caps: ['CAP_CHOWN'] }, (rules) => rules.allow('open', arg(5).ge(7n)))
    expect(policyOf(built)).toEqual(plain(built))
  })

  it('keeps the places that it came with', () => {
    const source = { file: 'p.json', line: 3, column: 7 }
    const with_ = rule({ source, names: [{ name: 'read', source }] })
    expect(policyOf(with_)).toEqual(with_)
  })

  it('is read once: what is made from its rules takes them as they are', () => {
    const mutable = rule({ names: [{ name: 'open' }] }) as { rules: { names: { name: string }[] }[] }
    const first = policyOf(mutable)
    const again = policyOf({ ...first, defaultAction: errno(5) })
    expect(again.rules[0]).toBe(first.rules[0])
    expect(Object.isFrozen(first.rules[0]?.names[0])).toBe(true)
    mutable.rules[0]!.names[0]!.name = 'write'
    expect(again.rules[0]?.names).toEqual([{ name: 'open' }])
    const forged = { ...first.rules[0], action: 'ALLOWED' }
    expect(() => policyOf({ ...first, rules: [forged] })).toThrow('rules[0].action')
  })

  it('is plain data that its maker cannot change', () => {
    const rules: unknown[] = []
    const copy = policyOf({ defaultAction: errno(1), rules })
    rules.push('later')
    expect(copy.rules).toEqual([])
  })

  it('has its ranges put in order', () => {
    const values = [{ lo: 5n, hi: 6n }, { lo: 1n, hi: 4n }] // prettier-ignore
    const copy = policyOf(rule({ args: [{ op: 'NOT_IN', index: 0, values }] }))
    expect(copy.rules[0]?.args[0]).toMatchObject({ values: [{ lo: 1n, hi: 6n }] })
  })

  it.each([
    [{}, 'defaultAction: expected an object; got undefined'],
    [{ defaultAction: 'ALLOW' }, 'defaultAction: expected an action such as errno("EPERM"); got "ALLOW"'],
    [
      { defaultAction: { action: 'ALOW', data: 0 } },
      'defaultAction.action: expected KILL_PROCESS, KILL_THREAD',
    ],
    [{ defaultAction: { action: '__proto__', data: 0 } }, 'got "__proto__"'],
    [{ defaultAction: { action: 'TRACE', data: 65536 } }, 'whole number, 0 to 65535; got 65536'],
    [{ defaultAction: errno(1) }, 'rules: expected a list; got undefined'],
    [{ defaultAction: errno(1), rules: {} }, 'rules: expected a list; got an object'],
    [{ defaultAction: errno(1), rules: new Array(1e9) }, 'rules[0]: expected an object; got undefined'],
    [{ defaultAction: errno(1), rules: [], name: 5 }, 'name: expected text; got 5'],
    [
      { defaultAction: errno(1), rules: [], architectures: ['x86_46'] },
      'architectures[0]: expected the token of an ABI',
    ],
    [
      { defaultAction: errno(1), rules: [], archMap: [{ main: 'x86_64' }] },
      'archMap[0].sub: expected a list',
    ],
    [rule({ names: ['read'] }), 'rules[0].names[0]: expected an object; got "read"'],
    [rule({ names: [{ name: Symbol('x') }] }), 'rules[0].names[0].name: expected text; got a symbol'],
    [rule({ args: undefined }), 'rules[0].args: expected a list; got undefined'],
    [
      rule({ includes: { caps: ['CAP_NONE'] } }),
      'rules[0].includes.caps[0]: expected a name of capabilities(7)',
    ],
    [
      rule({ includes: { minKernel: { major: '4', minor: 1 } } }),
      'rules[0].includes.minKernel.major: expected a whole number',
    ],
    [
      condition({ op: 'QE' }),
      'rules[0].args[0].op: expected EQ, NE, LT, LE, GT, GE, MASKED_EQ, IN, NOT_IN; got "QE"',
    ],
    [condition({ index: 6 }), 'rules[0].args[0].index: expected a whole number, 0 to 5; got 6'],
    [condition({ value: 1 }), 'rules[0].args[0].value: expected a bigint, 0n to 2n ** 64n - 1n; got 1'],
    [condition({ value: 2n ** 64n }), 'got 18446744073709551616n'],
    [condition({ value: -1n }), 'got -1n'],
    [condition({ op: 'MASKED_EQ' }), 'rules[0].args[0].valueTwo: expected a bigint'],
    [
      rule({ args: [{ op: 'IN', index: 0, values: [{ lo: 2n, hi: 1n }] }] }),
      'rules[0].args[0].values[0]: expected the lower end first',
    ],
    [rule({ action: () => {} }), 'rules[0].action: expected an object; got a function'],
    [rule({ source: { file: 'x', line: 1.5, column: 1 } }), 'rules[0].source.line: expected a whole number'],
  ])('is refused where it is none: %#', (value, message) => {
    expect(() => policyOf(value)).toThrow(
      expect.objectContaining({ name: 'PolicyError', message: expect.stringContaining(message) as string }),
    )
  })
})
