/* What an edit is: the fewest steps, each needed, under the conditions that were seen. */
import { chainText, editOf, heal, healedPolicy, seenCalls, WITHOUT_TEXT } from '@seccompile/heal'
import type { Healing, PolicyForm } from '@seccompile/heal'
import { AF_UNIX } from '@seccompile/constants/af'
import { CLONE_NEWUSER } from '@seccompile/constants/clone'
import { parseProfile } from '@seccompile/oci'
import { arg, errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import type { RecordingRow } from '@seccompile/recording'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { healedProfile, rowsOf, verdictOf, X86_64 } from './healed.ts'

const BY_INDEX: PolicyForm = { ...WITHOUT_TEXT, style: 'index', canJoin: () => true }

function healing(given: Policy, rows: readonly RecordingRow[], form: PolicyForm = WITHOUT_TEXT): Healing {
  const found = heal(given, X86_64, seenCalls(rows), form)
  if (found.kind === 'undecided') throw new Error(found.reason)
  return found
}

/** The rules that are added, as the builder writes them. */
function added(given: Policy, rows: readonly RecordingRow[], form?: PolicyForm): readonly unknown[] {
  return editOf(given, healing(given, rows, form).healed, form ?? WITHOUT_TEXT).rules
}

const closed = policy({ default: 'deny' }).allow('read')

describe('a call with several rules', () => {
  it('gets a condition in the shape of the nearest rule, which keeps the most comparisons', () => {
    const far = arg(0).eq(1)
    const near = arg(0).lt(10)
    const given = closed.allow('socket', far, arg(1).eq(5)).allow('socket', near, arg(1).eq(7))
    expect(added(given, rowsOf('socket', [2n, 3n, 0n]), BY_INDEX)).toEqual([
      {
        names: ['socket'],
        args: [
          { op: 'LT', index: 0, value: 10n },
          { op: 'EQ', index: 1, value: 3n },
        ],
      },
    ])
  })
})

describe('a call that is refused whole', () => {
  it('is allowed where it selects nothing by its arguments', () => {
    expect(added(closed, rowsOf('openat', [0xffff_ff9cn, null, 0x8_0000n]))).toEqual([
      { names: ['openat'], args: [] },
    ])
  })

  it('is allowed with the values that were seen', () => {
    expect(added(closed, rowsOf('ioctl', [null, 0x5401n], [null, 0x5413n]), BY_INDEX)).toEqual([
      { names: ['ioctl'], args: [{ op: 'EQ', index: 1, value: 0x5401n }] },
      { names: ['ioctl'], args: [{ op: 'EQ', index: 1, value: 0x5413n }] },
    ])
  })

  it('is allowed with no flag but those that were seen', () => {
    const healed = healedPolicy(
      closed,
      healing(closed, rowsOf('unshare', [0x400n], [0x200n])).healed,
      WITHOUT_TEXT,
    )
    const verdicts = [0x400n, 0x600n, 0x200n, 0x0n, 0x1000_0000n].map((flags) =>
      verdictOf(healed, 'unshare', flags),
    )
    expect(verdicts).toEqual(['ALLOW', 'ALLOW', 'ALLOW', 'ALLOW', 'ERRNO(1)'])
  })

  it('is allowed for any value where more than a few were seen', () => {
    const many = Array.from({ length: 9 }, (_, i) => [null, 0x5400n + BigInt(i)])
    expect(added(closed, rowsOf('ioctl', ...many))).toEqual([{ names: ['ioctl'], args: [] }])
  })

  it('is allowed for any value where the source does not tell all values, and this is said', () => {
    const nr = 16
    const rows = [
      { abi: 'x86_64', nr, call: 'ioctl', count: 3 },
      { abi: 'x86_64', nr, call: 'ioctl', args: [null, 0x5401n], count: 2 },
    ] as const
    const { healed } = healing(closed, rows)
    expect(healed.map(({ name, refused }) => [name, refused.map(({ isTold }) => isTold)])).toEqual([
      ['ioctl', [false]],
    ])
    expect(added(closed, rows)).toEqual([{ names: ['ioctl'], args: [] }])
  })

  it('is named, and no step of the edit, where another process decides about it', () => {
    const { healed, asked } = healing(closed.notify('getpid'), rowsOf('getpid'))
    expect([healed, asked]).toEqual([[], ['getpid']])
  })

  it('is no step of the edit where the policy lets it run', () => {
    expect(healing(closed, rowsOf('read', [3n]))).toEqual({
      kind: 'healing',
      healed: [],
      unhealed: [],
      asked: [],
    })
  })
})

describe('a call that a condition refuses', () => {
  it('gets the comparison of that condition with the seen value', () => {
    const masked = closed.allow('clone', arg(0).maskedEq(0x7e02_0000, 0))
    expect(added(masked, rowsOf('clone', [0x1000_0011n]), BY_INDEX)).toEqual([
      {
        names: ['clone'],
        args: [{ op: 'MASKED_EQ', index: 0, value: 0x7e02_0000n, valueTwo: 0x1000_0000n }],
      },
    ])
  })

  it('keeps the comparisons that hold', () => {
    const two = closed.allow('socket', arg(0).le(2), arg(1).eq(1))
    expect(added(two, rowsOf('socket', [1n, 2n, 0n]), BY_INDEX)).toEqual([
      {
        names: ['socket'],
        args: [
          { op: 'LE', index: 0, value: 2n },
          { op: 'EQ', index: 1, value: 2n },
        ],
      },
    ])
  })

  it('does not take the shape of a rule for other capabilities, another kernel or another ABI', () => {
    const seen = rowsOf('socket', [2n, 1n, 0n])
    const wider = [
      closed.when({ caps: ['CAP_SYS_ADMIN'] }, (rules) => rules.allow('socket', arg(0).le(100))),
      closed.unless({ minKernel: { major: 4, minor: 8 } }, (rules) => rules.allow('socket', arg(0).le(100))),
      closed.on(['aarch64'], (rules) => rules.allow('socket', arg(0).le(100))),
    ]
    for (const given of wider)
      expect(added(given.allow('socket', arg(0).eq(1)), seen, BY_INDEX)).toEqual([
        { names: ['socket'], args: [{ op: 'EQ', index: 0, value: 2n }] },
      ])
  })

  it('takes the nearest rule for its shape', () => {
    const two = closed.allow('socket', arg(0).eq(1)).allow('socket', arg(0).eq(2), arg(1).eq(1))
    expect(added(two, rowsOf('socket', [2n, 3n, 0n]), BY_INDEX)).toEqual([
      { names: ['socket'], args: [{ op: 'EQ', index: 0, value: 2n }] },
    ])
  })

  it('by name is one rule for several values', () => {
    const named = closed.allow('socket', ({ family }) => family.eq(AF_UNIX))
    const text = `import { policy, AF_UNIX } from 'seccompile'\nexport default policy({ default: 'deny' }).allow('read').allow('socket', ({ family }) => family.eq(AF_UNIX))\n`
    const form = chainText(text, named)!
    const { healed } = healing(named, rowsOf('socket', [2n, 1n, 0n], [10n, 2n, 0n]), form)
    expect(form.write(editOf(named, healed, form))).toBe(
      `import { policy, AF_UNIX, AF_INET, AF_INET6 } from 'seccompile'\nexport default policy({ default: 'deny' }).allow('read').allow('socket', ({ family }) => family.eq(AF_UNIX)).allow('socket', ({ family }) => family.in(AF_INET, AF_INET6))\n`,
    )
  })

  it('of a negative value is allowed as C passes it, with either upper half', () => {
    const refusing = closed.allow('kill', arg(0).eq(0))
    const [rule] = added(refusing, rowsOf('kill', [0xffff_ffffn, 0n]), BY_INDEX)
    expect(rule).toEqual({
      names: ['kill'],
      args: [{ op: 'MASKED_EQ', index: 0, value: 0xffff_ffffn, valueTwo: 0xffff_ffffn }],
    })
  })
})

describe('a rule that refuses', () => {
  it('loses the name where the default lets the call run', () => {
    const open = policy({ default: 'allow' }).deny('socket', 'ptrace')
    const { healed } = healing(open, rowsOf('socket', [1n, 1n, 0n]))
    expect(healed[0]?.steps).toEqual([{ kind: 'take', entry: 0, name: 'socket' }])
  })

  it('with a condition that holds loses the name', () => {
    const open = policy({ default: 'allow' })
      .deny('unshare', ({ unshare_flags }) => unshare_flags.hasAny(CLONE_NEWUSER))
      .deny('unshare', arg(0).eq(0x400))
    const { healed } = healing(open, rowsOf('unshare', [0x400n]))
    expect(healed[0]?.steps).toEqual([{ kind: 'take', entry: 1, name: 'unshare' }])
  })

  it('under first-match stands behind the rule that is added', () => {
    const first = policy({ default: 'deny', overlaps: 'first' })
      .deny('socket', errno('EACCES'))
      .allow('socket')
    const edit = editOf(first, healing(first, rowsOf('socket', [1n, 1n, 0n])).healed, WITHOUT_TEXT)
    expect(edit.rules.map(({ names, before }) => ({ names, before }))).toEqual([
      { names: ['socket'], before: 0 },
    ])
  })

  it('of another policy that holds together with this one cannot be mended, and is named', () => {
    const restricted = policy({ default: 'allow' }).restrict((rules) => rules.deny('socket'))
    const { healed, unhealed } = healing(restricted, rowsOf('socket', [1n, 1n, 0n]))
    expect(healed).toEqual([])
    expect(
      unhealed.map(({ name, why }) => [name, why.kind === 'rules' ? why.rules.length : why.kind]),
    ).toEqual([['socket', 1]])
  })

  it('that libseccomp obeys before the added one loses the name', () => {
    // Both overlap, and which one decides is a matter of the order in which libseccomp tests them.
    const text =
      '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["socket"],"action":"SCMP_ACT_ERRNO","errnoRet":13,"args":[{"index":0,"value":2,"op":"SCMP_CMP_EQ"}]}]}'
    const healed = healedProfile(text, rowsOf('socket', [2n, 1n, 0n])).text!
    expect(verdictOf(parseProfile(healed, { file: 'p' }).policy, 'socket', 2n, 1n, 0n)).toBe('ALLOW')
  })
})

describe('what no rule can mend', () => {
  it('is a number that no table has, and an ABI that the policy is not for', () => {
    const rows: readonly RecordingRow[] = [
      { abi: 'x86_64', nr: 4000, count: 1 },
      { abi: 'x86', nr: 3, call: 'read', count: 1 },
      { abi: 'x86_64', count: 1 },
    ]
    expect(healing(closed, rows).unhealed).toEqual([
      { name: 'call 4000', why: { kind: 'number' } },
      { name: 'some calls', why: { kind: 'unnamed' } },
      { name: 'read', why: { kind: 'abi', abi: 'x86' } },
    ])
  })
})

describe('the steps of an edit', () => {
  const rows = [
    ...rowsOf('mount', [null, null, null, 0x1000n]),
    ...rowsOf('socket', [40n, 1n, 0n], [38n, 5n, 0n]),
    ...rowsOf('personality', [0x4_0000n]),
    ...rowsOf('clone3'),
    ...rowsOf('unshare', [0x400n]),
    ...rowsOf('lookup_dcookie'),
  ]

  it('are needed, each: without any one of them a seen call is refused', () => {
    for (const [given, form] of [
      [containerDefault, { ...BY_INDEX, entryOf: (rule: number) => rule }],
      [closed.deny('clone3', errno('ENOSYS')).deny('mount'), WITHOUT_TEXT],
    ] as const) {
      const { healed, unhealed } = healing(given, rows, form)
      expect(unhealed).toEqual([])
      expect(healing(healedPolicy(given, healed, form), rows, form).healed).toEqual([])
      const steps = healed.flatMap((call) => call.steps.map((step) => ({ call, step })))
      expect(steps.length).toBeGreaterThan(5)
      for (const { call, step } of steps) {
        const fewer = healed.map((one) =>
          one === call ? { ...one, steps: one.steps.filter((each) => each !== step) } : one,
        )
        const left = healing(healedPolicy(given, fewer, form), rows, form)
        expect(
          left.healed.map(({ name }) => name),
          JSON.stringify(step, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
        ).toEqual([call.name])
      }
    }
  })

  it('are the same on an ABI of 32 bits', () => {
    const x86 = { abis: [signedAbiTable('x86')] }
    const seen = seenCalls([
      { abi: 'x86', nr: 355, call: 'getrandom', count: 1 },
      { abi: 'x86', nr: 54, call: 'ioctl', count: 1 },
      { abi: 'x86', nr: 54, call: 'ioctl', args: [null, 0x5401n], count: 1 },
    ])
    const found = heal(closed, x86, seen, BY_INDEX)
    expect(found.kind === 'healing' && editOf(closed, found.healed, BY_INDEX)).toEqual({
      joins: [{ entry: 0, name: 'getrandom' }],
      takes: [],
      rules: [{ names: ['ioctl'], args: [{ op: 'EQ', index: 1, value: 0x5401n }] }],
    })
  })
})
