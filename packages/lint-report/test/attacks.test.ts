import type { PolicyFilter } from '@seccompile/filter'
import { PLAIN } from '@seccompile/answer'
import { attackRecords, noCall, onCompatAbis } from '@seccompile/attacks'
import type { AttackRecord } from '@seccompile/attacks'
import { policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { attackedFilter, attacksMarkdown, attacksText, attackText, worstFirst } from '@seccompile/lint-report'
import { describe, expect, it } from 'vitest'
import { clauseWord } from '../src/attacks-text.ts'

const X86_64 = signedAbiTable('x86_64')
const X86 = signedAbiTable('x86')
const AARCH64 = signedAbiTable('aarch64')

const filterOf = (mine: Policy, abis: readonly [AbiTable, ...AbiTable[]]): PolicyFilter => ({
  name: 'mine',
  subject: { level: 'rules', ir: resolve(mine, { abis }).rules },
  endianness: 'little',
  abis,
  arches: () => [],
  program: () => Promise.resolve(undefined),
  policy: mine,
  target: { abis },
  notes: [],
  findings: [],
})

const named = (id: string): AttackRecord => attackRecords.find((record) => record.id === id)!

it('says of each machine by itself what its filter does', async () => {
  const mine = policy({ default: 'deny' }).allow('mount', 'unshare')
  const filter = filterOf(mine, [X86_64, AARCH64])
  const judged = await attackedFilter(filter, [], [named('CVE-2022-0492')])
  const text = attackText(PLAIN, judged, judged.answers[0]!)
  expect(text).toContain('CVE-2022-0492')
  expect(text).toMatch(/: not stopped\n/)
  expect(text).toContain('  x86_64, x86, x32: not stopped\n')
  expect(text).toContain('  aarch64, arm: not stopped\n')
  expect(text).toContain('aarch64 unshare(unshare_flags=CLONE_NEWUSER) gets ALLOW')
})

/** A filter that follows `mine`, and `other` for the arch of the ABI `table`. */
function splitFilter(
  [mine, other]: readonly [Policy, Policy],
  table: AbiTable,
  abis: readonly [AbiTable, ...AbiTable[]],
): PolicyFilter {
  const [one, two] = [mine, other].map((each) => resolve(each, { abis }).rules)
  const sections = one!.sections.map((section) =>
    section.arch === table.auditArch ? two!.sections.find(({ arch }) => arch === table.auditArch)! : section,
  )
  return { ...filterOf(mine, abis), subject: { level: 'rules', ir: { ...one!, sections } } }
}

const only = (name: 'clone' | 'mount' | 'read'): Policy => policy({ default: 'deny' }).allow(name)
const open = policy({ default: 'allow' })

it('names what stops an attack on each machine, where that differs', async () => {
  const filter = splitFilter([only('clone'), only('mount')], AARCH64, [X86_64, AARCH64])
  const judged = await attackedFilter(filter, [], [named('CVE-2022-0492')])
  expect(attacksText(PLAIN, judged)).toContain(
    '  x86_64: a writable mount of cgroup v1 alone; aarch64: a user namespace alone\n',
  )
})

it('gives the reason of the machine that decides', async () => {
  const filter = splitFilter([only('read'), open], AARCH64, [X86_64, AARCH64])
  const judged = await attackedFilter(filter, [], [named('shocker')])
  expect(attacksText(PLAIN, judged)).toMatch(/not stopped {2}shocker {2}.* aarch64 open_by_handle_at\(\)\n/)
})

it('names each clause that stops an attack alone', async () => {
  const judged = await attackedFilter(filterOf(only('read'), [X86_64]), [], [named('CVE-2022-0185')])
  const [answer] = judged.answers
  expect(attackText(PLAIN, judged, answer!)).toMatch(/: stopped, by a user namespace, or [^,]*, or [^,]*\n/)
})

it('has attacks that are not stopped first, in red', async () => {
  const mine = policy({ default: 'allow' }).deny('open_by_handle_at')
  const records = [named('shocker'), named('CVE-2022-0492')]
  const judged = await attackedFilter(filterOf(mine, [X86_64]), [], records)
  expect(worstFirst(judged.answers).map(({ verdict }) => verdict)).toEqual(['not-stopped', 'stopped'])
  const red = (text: string): string => `<${text}>`
  expect(attacksText({ ...PLAIN, red }, judged).match(/<.*>/g)).toEqual(['<not stopped>'])
})

it('shows the call of an open clause by the names of its arguments, where another clause stops the attack', async () => {
  const mine = policy({ default: 'allow' }).deny('unshare', 'clone', 'clone3', 'setns')
  const judged = await attackedFilter(filterOf(mine, [X86_64]), [], [named('CVE-2024-1086')])
  expect(judged.answers[0]!.verdict).toBe('stopped')
  expect(attackText(PLAIN, judged, judged.answers[0]!)).toContain('x86_64 socket(family=AF_NETLINK, ')
})

it('takes the capabilities of the policy, and says that one takes the place of a clause', async () => {
  const mine = policy({ default: 'deny', caps: ['CAP_NET_ADMIN'] }).allow('read')
  const filter = { ...filterOf(mine, [X86_64]), policy: mine } as const
  const judged = await attackedFilter(filter, undefined, [named('CVE-2026-43284')])
  const text = attackText(PLAIN, judged, judged.answers[0]!)
  expect(text).toContain('not needed   a user namespace: the process has CAP_NET_ADMIN')
  const without = await attackedFilter(filter, [], [named('CVE-2026-43284')])
  expect(attackText(PLAIN, without, without.answers[0]!)).toContain('; CAP_NET_ADMIN would do in its place')
})

it('says why seccomp does not matter', async () => {
  const clause = named('CVE-2026-31431').needs
  const compat = clause.kind === 'clause' ? onCompatAbis(clause) : clause
  const records = [
    { ...named('CVE-2026-31431'), id: 'A', needs: noCall('the kernel reads it from a packet') },
    { ...named('CVE-2026-31431'), id: 'B', needs: compat },
  ]
  const filter = filterOf(policy({ default: 'allow' }), [signedAbiTable('riscv64')])
  const judged = await attackedFilter(filter, [], records)
  const text = attacksText(PLAIN, judged)
  expect(text).toMatch(/no matter of seccomp {2}A .* the kernel reads it from a packet\n/)
  expect(text).toMatch(
    /no matter of seccomp {2}B .* riscv64 has no call for a compat call for a socket of AF_ALG in an affected kernel\n/,
  )
  expect(text).toContain('\n2 attacks: 2 no matter of seccomp\n')
  expect(attackText(PLAIN, judged, judged.answers[1]!)).toContain(
    'no call      a compat call for a socket of AF_ALG: no ABI of the machine has a call for it in an affected kernel\n',
  )
})

it('keeps the markup of a name out of Markdown', async () => {
  const record = { ...named('CVE-2026-31431'), name: 'a | b', summary: '*c*' }
  const judged = await attackedFilter(filterOf(policy({ default: 'allow' }), [X86_64]), [], [record])
  const text = attacksMarkdown(judged, judged.answers)
  expect(text).toContain('| a \\| b |')
  expect(text).toContain('\n\\*c\\*\n')
})

it('says which calls to refuse, by each way that stops the attack', async () => {
  const mine = policy({ default: 'allow' }).deny('clone', 'clone3', 'setns')
  const judged = await attackedFilter(filterOf(mine, [X86_64]), [], [named('CVE-2022-0185')])
  const [answer] = judged.answers
  expect(attackText(PLAIN, judged, answer!)).toContain(
    [
      '  to stop it   refuse unshare where unshare_flags has any of CLONE_NEWUSER',
      '  or           refuse fsopen; fspick',
      '  or           refuse fsconfig where cmd in {FSCONFIG_SET_FLAG, FSCONFIG_SET_STRING}\n',
    ].join('\n'),
  )
  expect(attacksMarkdown(judged, judged.answers)).toContain(
    '\n- to stop it on x86_64, x86, x32, refuse fsopen; fspick\n',
  )
})

describe('the calls to refuse', () => {
  const refused = async (filter: PolicyFilter, id: string): Promise<readonly string[]> => {
    const judged = await attackedFilter(filter, [], [named(id)])
    const text = attackText(PLAIN, judged, judged.answers[0]!)
    return [...text.matchAll(/ refuse (.*)\n/g)].map(([, calls]) => calls!)
  }

  it('have the ABI where not all of the machine let them run', async () => {
    const mine = policy({ default: 'allow' }).deny('open_by_handle_at')
    const filter = splitFilter([mine, open], X86, [X86_64, X86])
    expect(await refused(filter, 'shocker')).toEqual(['open_by_handle_at on x86'])
  })

  it('are those of each machine', async () => {
    const both = await refused(filterOf(open, [X86_64, AARCH64]), 'shocker')
    expect(both).toEqual(['open_by_handle_at', 'open_by_handle_at'])
  })

  it('are the call of socketcall, and io_uring_setup, where these do the same', async () => {
    const mine = policy({ default: 'allow' }).deny('socket')
    const [calls] = await refused(filterOf(mine, [X86_64, X86]), 'CVE-2026-31431')
    expect(calls?.split('; ')).toEqual(['io_uring_setup', 'socketcall where call == 1'])
    const judged = await attackedFilter(filterOf(mine.deny('socketcall'), [X86_64]), [], [named('CVE-2026-31431')])
    expect(attackText(PLAIN, judged, judged.answers[0]!)).toContain(
      'gets ALLOW, and io_uring does what socket does\n',
    )
  }) // prettier-ignore
})

it('a clause without a decision is neither open nor refused', () => {
  const { needs } = named('shocker')
  const [clause] = needs.kind === 'clause' ? [needs] : []
  expect(clauseWord({ kind: 'undecided', clause: clause!, reason: 'too large' })).toBe('not decided')
})
