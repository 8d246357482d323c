import {
  ALLOW,
  arg,
  errno,
  KILL_PROCESS,
  LOG,
  NOTIFY,
  policy,
  PolicyBuilder,
  RuleList,
} from '@seccompile/policy'
import type { PolicyRule } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'

const base = policy({ default: errno(1) })
const names = (rule: PolicyRule | undefined) => rule?.names.map(({ name }) => name)

describe('policy', () => {
  it('begins without rules and keeps its options', () => {
    const full = policy({
      default: errno(1),
      name: 'mine',
      badArch: KILL_PROCESS,
      archMap: [{ main: 'x86_64', sub: ['x86'] }],
      architectures: ['x32'],
    }).allow('read')
    expect(Object.fromEntries(Object.entries(full))).toEqual({
      name: 'mine',
      defaultAction: errno(1),
      badArch: KILL_PROCESS,
      archMap: [{ main: 'x86_64', sub: ['x86'] }],
      architectures: ['x32'],
      rules: [{ names: [{ name: 'read' }], action: ALLOW, args: [] }],
    })
    expect(Object.keys(base)).toEqual(['defaultAction', 'rules'])
  })

  it('returns a new policy and leaves the old one as it was', () => {
    const more = base.allow('read')
    expect(more).not.toBe(base)
    expect(base.rules).toHaveLength(0)
    expect(more.deny('write').rules).toHaveLength(2)
    expect(more.rules).toHaveLength(1)
  })

  it('goes on from a policy of other origin', () => {
    const plain = { defaultAction: errno(1), rules: base.allow('read').rules }
    expect(new PolicyBuilder(plain).allow('write').rules.map(names)).toEqual([['read'], ['write']])
  })
})

describe('allow, deny and rule', () => {
  it('tell names, conditions and an action apart', () => {
    const [allowed, denied, refused, logged] = base
      .allow('socket', 'socketpair', arg(0).ne(40), arg(1).eq(1))
      .deny('clone3', errno(38))
      .deny('bpf')
      .rule(LOG, 'read', arg(2).gt(4096)).rules
    expect(names(allowed)).toEqual(['socket', 'socketpair'])
    expect(allowed?.args.map(({ op }) => op)).toEqual(['NE', 'EQ'])
    expect(denied?.action).toEqual(errno(38))
    expect(refused?.action).toEqual(errno('EPERM'))
    expect(logged?.action).toEqual(LOG)
  })

  it('refuse a name that no ABI has, and suggest one', () => {
    // What TypeScript stops, JavaScript lets through.
    expect(() => base.allow('opneat' as 'openat')).toThrow(
      'unknown system call "opneat"; did you mean "openat"?',
    )
    expect(() => base.allow('__proto__' as 'read')).toThrow('unknown system call "__proto__"')
  })

  it('refuse a rule without names or with two actions', () => {
    expect(() => base.allow(arg(0).eq(1))).toThrow('rule names no system call; write at least one')
    expect(() => base.deny('read', errno(1), KILL_PROCESS)).toThrow('rule has 2 actions; write one')
  })
})

describe('when and unless', () => {
  it('add a requirement to the rules written inside', () => {
    const { rules } = base
      .allow('read')
      .when({ caps: ['CAP_SYS_ADMIN'] }, (inner) => inner.allow('mount').rule(NOTIFY, 'bpf'))
      .unless({ arches: ['s390x'] }, (inner) => inner.allow('clone'))
    expect(rules.map(({ includes, excludes }) => [includes, excludes])).toEqual([
      [undefined, undefined],
      [{ caps: ['CAP_SYS_ADMIN'] }, undefined],
      [{ caps: ['CAP_SYS_ADMIN'] }, undefined],
      [undefined, { arches: ['s390x'] }],
    ])
  })

  it('ask for both where they nest', () => {
    const [rule] = base.when(
      { caps: ['CAP_BPF'], arches: ['amd64', 'arm64'], minKernel: { major: 5, minor: 1 } },
      (outer) =>
        outer.when(
          { caps: ['CAP_PERFMON', 'CAP_BPF'], arches: ['arm64', 's390x'], minKernel: { major: 4, minor: 8 } },
          (inner) => inner.allow('bpf'),
        ),
    ).rules
    expect(rule?.includes).toEqual({
      caps: ['CAP_BPF', 'CAP_PERFMON'],
      arches: ['arm64'],
      minKernel: { major: 5, minor: 1 },
    })
  })

  it('rule out either where they nest', () => {
    const [rule] = base.unless({ caps: ['CAP_BPF'], minKernel: { major: 5, minor: 1 } }, (outer) =>
      outer.unless({ arches: ['arm'], minKernel: { major: 4, minor: 8 } }, (inner) => inner.allow('bpf')),
    ).rules
    expect(rule?.excludes).toEqual({ caps: ['CAP_BPF'], arches: ['arm'], minKernel: { major: 4, minor: 8 } })
  })

  it('refuse architectures that exclude each other', () => {
    expect(() =>
      base.when({ arches: ['amd64'] }, (outer) =>
        outer.when({ arches: ['arm'] }, (inner) => inner.allow('read')),
      ),
    ).toThrow('rules are wanted for one of amd64 and for one of arm; no architecture is both')
  })

  it('take rules that were written before', () => {
    const tracing = new RuleList([]).allow('ptrace')
    expect(base.when({ caps: ['CAP_SYS_PTRACE'] }, () => tracing).rules).toHaveLength(1)
  })
})
