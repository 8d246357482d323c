import { verdictOf } from '@seccompile/abi'
import { compileRules, GOALS } from '@seccompile/compiler'
import { ALLOW, arg, errno, KILL_PROCESS, not, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { describe, expect, it } from 'vitest'
import { kafelText, minijailText, profileOfRules } from '../src/peers/call-texts.ts'
import { CRITERIA, lossesOf } from '../src/peers/judge.ts'
import { peerRows } from '../src/peers/peer-row.ts'
import type { PeerRow } from '../src/peers/peer-row.ts'
import { peerText } from '../src/peers/peer-text.ts'
import { findPeers } from '../src/peer-tools.ts'
import type { Peer } from '../src/peers/peer.ts'

const abi = abiTable('x86_64')
const refusing = policy({ default: errno(1) })
const subject = (made: Policy) => ({ kind: 'test', name: 'a policy', policy: made, abis: [abi] })
const made = refusing.allow('read', 'write').allow('ioctl', arg(1).in(5, 7))

/** A tool that makes the plain list of what it is told. */
const list: Peer = {
  name: 'list',
  version: '1',
  x32: 'bad-arch',
  make: (_, rules) => ({ kind: 'program', program: compileRules(rules, { pipeline: 'list' }) }),
}

describe('a row', () => {
  it('has a filter of every goal, and the program of the other tool where it means the same', () => {
    const [row] = peerRows(subject(made), [list])
    expect(row!.own.map(({ goal }) => goal)).toEqual(GOALS)
    expect(row!.own.every(({ kind }) => kind === 'measured')).toBe(true)
    expect(row!.other.kind).toBe('same')
  })

  it('leaves out a program that means something else, and names a call', () => {
    const wrong: Peer = {
      ...list,
      make: () => ({
        kind: 'program',
        program: compileRules(resolve(refusing.allow('read'), { abis: [abi] }).rules),
      }),
    }
    const [{ other }] = peerRows(subject(made), [wrong]) as [PeerRow]
    expect(other).toEqual({ kind: 'other', reason: 'another verdict for arch 0xc000003e, 1(0,0,0,0,0,0)' })
  })

  it('gives numbers of x32 the default beside a tool that does not test for them', () => {
    let told: unknown
    const open: Peer = {
      ...list,
      x32: 'default',
      make: (_, rules) => {
        told = rules.sections[0]!.rules.filter(({ numbers }) => numbers.some(({ hi }) => hi >= 2 ** 30))
        return list.make(subject(made), rules)
      },
    }
    const [closedRow, openRow] = [list, open].map((peer) => peerRows(subject(made), [peer])[0]!)
    expect(told).toEqual([])
    expect(openRow!.other.kind).toBe('same')
    const insns = (row: PeerRow): number => (row.own[0]!.kind === 'measured' ? row.own[0]!.figures.insns : 0)
    expect(insns(openRow!)).toBeLessThan(insns(closedRow!))
  })

  it('gives other architectures the verdict of the other tool', () => {
    const errnos: Peer = {
      ...list,
      x32: 'default',
      make: (_, { sections }) => ({
        kind: 'program',
        program: compileRules({ sections, badArch: verdictOf('ERRNO', 1) }),
      }),
    }
    const [row] = peerRows(subject(made), [errnos])
    expect([row!.variant, row!.other.kind]).toEqual(['no test of x32, other arch: ERRNO(EPERM)', 'same'])
  })

  it.skipIf(!hasLibseccomp())('is the same to the libseccomp of this machine, list and tree', () => {
    const { present, remove } = findPeers({})
    try {
      const rows = peerRows(subject(made), present)
      expect(rows.map(({ peer, other }) => [peer, other.kind])).toEqual([
        ['libseccomp list', 'same'],
        ['libseccomp tree', 'same'],
      ])
    } finally {
      remove()
    }
  })
})

describe('other tools', () => {
  it('are told as absent where no folder is named', () => {
    const { absent, remove } = findPeers({})
    remove()
    expect(absent).toEqual(
      expect.arrayContaining([
        { name: 'minijail', reason: 'name a checkout of it with --minijail FOLDER' },
        { name: 'kafel', reason: 'name a built checkout of it with --kafel FOLDER' },
      ]),
    )
  })

  it('are refused in a folder that has another content', () => {
    expect(() => findPeers({ kafel: '/nowhere' })).toThrow(
      '--kafel: /nowhere has no libkafel.a; name a checkout of kafel in which make has run',
    )
    expect(() => findPeers({ minijail: '/nowhere' })).toThrow(
      '--minijail: /nowhere has no tools/compile_seccomp_policy.py; name a checkout of minijail',
    )
  })
})

describe('the judge', () => {
  const figures = { insns: 10, zeros: 6, lists: 7, longest: 9 }
  const row = (other: PeerRow['other'], own: PeerRow['own'] = GOALS.map((goal) => ({ goal, kind: 'measured', figures }))): PeerRow => ({ kind: 'k', subject: 's', peer: 'p', variant: '', own, other }) // prettier-ignore
  const lost = (each: PeerRow) =>
    lossesOf(each).map(({ goal, figure, isPromised }) => [goal, figure, isPromised])

  it('finds no loss where figures are equal, or ours is better', () => {
    expect(lossesOf(row({ kind: 'same', figures }))).toEqual([])
    expect(lossesOf(row({ kind: 'same', figures: { insns: 11, zeros: 7, lists: 8, longest: 10 } }))).toEqual(
      [],
    )
  })

  it('finds a loss in a mean that a goal promises, and one in a figure that none promises', () => {
    expect(lost(row({ kind: 'same', figures: { ...figures, lists: 6.99 } }))).toEqual([
      ['speed', 'lists', true],
    ])
    expect(lost(row({ kind: 'same', figures: { ...figures, zeros: 5 } }))).toEqual([
      ['speed', 'zeros', false],
    ])
  })

  it('asks every goal that promises the fewest instructions', () => {
    const goals = CRITERIA.filter(({ figure }) => figure === 'insns').map(({ goal }) => goal)
    expect(lost(row({ kind: 'same', figures: { ...figures, insns: 9 } })).map(([goal]) => goal)).toEqual(
      goals,
    )
    expect(goals.length).toBeGreaterThan(0)
  })

  it('finds a loss where we have no filter and the other tool has one', () => {
    const own = GOALS.map((goal) => ({ goal, kind: 'none', reason: 'takes 5000 instructions' }) as const)
    expect(lost(row({ kind: 'same', figures }, own)).some(([, , isPromised]) => isPromised)).toBe(true)
  })

  it('counts no program that means something else', () => {
    expect(lossesOf(row({ kind: 'other', reason: '' }))).toEqual([])
    expect(lossesOf(row({ kind: 'none', reason: '' }))).toEqual([])
  })

  it('prints the lost rows with both figures and the tool, and tools that did not run', () => {
    const rows = [row({ kind: 'same', figures: { ...figures, lists: 6.5 } })]
    const absent = [{ name: 'kafel', reason: 'name a built checkout of it with --kafel FOLDER' }]
    const text = peerText(
      { peers: [{ name: 'p', version: '1' }], absent, rows, losses: rows.flatMap(lossesOf) },
      false,
    )
    expect(text).toContain(
      '1 policies beside p 1\n*** NOT RUN: kafel: name a built checkout of it with --kafel FOLDER\n',
    )
    expect(text).toMatch(/^s +speed +executed, argument lists +7 +6\.50 +p$/m)
    expect(text).toContain('\n1 of 1 rows lost\n')
  })
})

describe('texts for other tools', () => {
  const { rules } = resolve(
    policy({ default: KILL_PROCESS })
      .allow('read')
      .rule(errno(38), 'clone3')
      .allow('ioctl', arg(1).in(5, [7, 9]))
      .allow('clone', arg(0).maskedEq(0x30, 0x20), arg(1).ne(4))
      .rule(ALLOW, 'lseek', arg(2).le(2)),
    { abis: [abi] },
  )

  it('has a rule of a profile for each clause of a call', () => {
    const said = profileOfRules(rules)
    if (said.kind === 'none') throw new Error(said.reason)
    const { syscalls, ...others } = JSON.parse(said.said) as { readonly syscalls: readonly { readonly names: readonly string[]; readonly args: readonly unknown[] }[] } // prettier-ignore
    expect(others).toEqual({ defaultAction: 'SCMP_ACT_KILL_PROCESS' })
    const rulesFor = (name: string) =>
      syscalls.filter(({ names }) => names[0] === name).map(({ args }) => args)
    const equals = (value: number) => [{ index: 1, op: 'SCMP_CMP_EQ', value }]
    expect(rulesFor('read')).toEqual([[]])
    expect(rulesFor('ioctl')).toEqual([5, 7, 8, 9].map(equals))
    expect(rulesFor('clone')).toEqual([
      [
        { index: 0, op: 'SCMP_CMP_MASKED_EQ', value: 0x30, valueTwo: 0x20 },
        { index: 1, op: 'SCMP_CMP_NE', value: 4 },
      ],
    ])
    expect(syscalls.find(({ names }) => names[0] === 'clone3')).toMatchObject({
      action: 'SCMP_ACT_ERRNO',
      errnoRet: 38,
    })
  })

  it('has a rule of a profile for each bit of which one has to be set', () => {
    const names = [{ name: 'clone' }]
    const isSet = not(arg(0).maskedEq(0x30, 0))
    const { rules: inverted } = resolve(
      { defaultAction: ALLOW, rules: [{ names, action: errno(1), args: [], when: isSet }] },
      { abis: [abi] },
    )
    const said = profileOfRules(inverted)
    expect(said.kind === 'said' && said.said.match(/"valueTwo":\d+/g)).toEqual([
      '"valueTwo":16',
      '"valueTwo":32',
    ])
  })

  it('says where a profile has no word for a comparison', () => {
    const range = resolve(refusing.allow('ioctl', arg(1).in([5, 5000])), { abis: [abi] })
    expect(profileOfRules(range.rules)).toEqual({
      kind: 'none',
      reason: 'a rule of libseccomp compares an argument once',
    })
  })

  it('has every call of kafel in the block of its action', () => {
    expect(kafelText(rules)).toMatchInlineSnapshot(`
      {
        "kind": "said",
        "said": "POLICY p {
      ALLOW {
      SYSCALL[8] (a,b,c,d,e,f) { c <= 2 },
      SYSCALL[16] (a,b,c,d,e,f) { b == 5, b >= 7 && b <= 9 },
      SYSCALL[56] (a,b,c,d,e,f) { (a & 48) == 32 && b != 4 }
      },
      ALLOW {
      SYSCALL[0]
      },
      ERRNO(38) {
      SYSCALL[435]
      }
      }
      USE p DEFAULT KILL_PROCESS
      ",
      }
    `)
  })

  it('has a line of minijail for each call', () => {
    expect(minijailText(rules)).toMatchInlineSnapshot(`
      {
        "kind": "said",
        "said": {
          "options": [
            "--default-action",
            "kill-process",
          ],
          "text": "read: allow
      lseek: arg2 <= 2
      ioctl: arg1 == 5 || arg1 >= 7 && arg1 <= 9
      clone: arg0 in ~16 && arg0 & 32 && arg1 != 4
      clone3: return 38
      ",
        },
      }
    `)
  })

  it('marks a policy of minijail that allows the calls of no rule as a denylist', () => {
    const denied = policy({ default: ALLOW }).rule(errno(1), 'ioctl', arg(1).eq(5))
    expect(minijailText(resolve(denied, { abis: [abi] }).rules)).toEqual({
      kind: 'said',
      said: { text: '@denylist\nioctl: arg1 == 5 ; return 1\n', options: ['--denylist'] },
    })
  })

  it('says where minijail has no word for a comparison', () => {
    const masked = resolve(refusing.allow('clone', arg(0).maskedEq(0x30, 0x20)).rule(errno(2), 'clone'), {
      abis: [abi],
    })
    expect(minijailText(masked.rules).kind).toBe('said')
    const value = { action: 'TRAP', data: 3 } as const
    expect(minijailText(resolve(refusing.rule(value, 'read'), { abis: [abi] }).rules)).toEqual({
      kind: 'none',
      reason: 'no word for an action',
    })
  })
})
