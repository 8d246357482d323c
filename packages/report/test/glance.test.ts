import { seccompData, verdictOf } from '@seccompile/abi'
import { programFilter } from '@seccompile/filter'
import type { LintedFinding } from '@seccompile/lint-report'
import { arg, errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { differenceSection, glance } from '@seccompile/report'
import type { ReportBlock } from '@seccompile/report'
import { numberOf } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { filterOf, lintedWith, rowsOf, tablesOf, textsOf, X86, X86_64 } from './reported.ts'

const headOf = (mine: Policy, findings: readonly Partial<LintedFinding>[] = []) =>
  glance({ linted: lintedWith(filterOf(mine), findings), prove: {}, kind: 'a policy', isBaseline: false })
const firstTable = (head: readonly ReportBlock[]): ReturnType<typeof rowsOf> => rowsOf(tablesOf(head)[0]!)

describe('the verdicts in the head', () => {
  it('count each call of the main ABI once, those of calls that run first', () => {
    const mine = policy({ default: 'deny' }).allow('read', 'write').allow('socket', arg(0).eq(1))
    const rows = firstTable(headOf(mine).head)
    expect(rows[0]).toEqual(['ALLOW', '2'])
    expect(rows.at(-1)).toEqual(['depends on arguments, ALLOW, ERRNO(EPERM)', '1'])
    const sum = rows.reduce((total, [, count]) => total + Number(count), 0)
    expect(tablesOf(headOf(mine).head)[0]?.header[1]).toBe(`calls of x86_64, of ${sum}`)
  })

  it('are at most six, and count the others', () => {
    const names = ['close', 'stat', 'fstat', 'lstat', 'poll', 'lseek', 'mmap'] as const
    const mine = names.reduce((list, name, i) => list.rule(errno(20 + i), name), policy({ default: 'allow' }))
    const rows = firstTable(headOf(mine).head)
    expect(rows).toHaveLength(7)
    expect(rows.at(-1)).toEqual(['other verdicts', '2'])
  })
})

describe('the grade', () => {
  it.each([
    ['A', policy({ default: 'deny' }).allow('read')],
    ['C', policy({ default: 'allow' }).deny('ptrace')],
    ['E', policy({ default: 'allow' })],
  ] as const)('is %s by what the default lets run: %#', (grade, mine) => {
    expect(headOf(mine).grade).toBe(grade)
  })
})

describe('the changes in the head', () => {
  const callOf = (name: string) => ({ abi: 'x86_64', data: seccompData({ nr: numberOf(X86_64, name)!, arch: X86_64.auditArch }) }) as const // prettier-ignore
  const left = filterOf(policy({ default: 'allow' }).deny('ptrace', 'mount', 'reboot'))
  const right = filterOf(policy({ default: 'allow' }).deny('read', 'mount'))
  const changed = async (finding: Partial<LintedFinding>): Promise<ReturnType<typeof rowsOf>> => {
    const pair = { left, right, abis: [X86_64], prove: {} }
    const none = { programs: [] }
    const difference = await differenceSection(pair, { base: none, filter: none })
    const linted = lintedWith(right, [finding])
    const { head } = glance({ linted, prove: {}, kind: 'a policy', difference, isBaseline: false })
    return rowsOf(tablesOf(head)[1]!)
  }

  it('are those that a high finding names, then weaker ones, then by number', async () => {
    const rows = await changed({ call: callOf('reboot') })
    expect(rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
      ['weaker', 'reboot', 'a high finding names it'],
      ['weaker', 'ptrace', ''],
      ['stricter', 'read', ''],
    ])
  })

  it.each([{ accepted: 'known' }, { severity: 'low' }] as const)('are not first by a finding with %o', async (more) => {
    const rows = await changed({ call: callOf('reboot'), ...more })
    expect(rows.map((row) => row[1])).toEqual(['ptrace', 'reboot', 'read'])
  }) // prettier-ignore
})

describe('the findings in the head', () => {
  const filter = filterOf(policy({ default: 'deny' }).allow('read'))
  const findings = [{ what: 'known' }, { what: 'left', accepted: 'why not' }, { what: 'fresh' }]
  const shown = (more: object): readonly [string | undefined, readonly (string | undefined)[]] => {
    const { head } = glance({ linted: lintedWith(filter, findings), prove: {}, kind: 'a policy', isBaseline: false, ...more }) // prettier-ignore
    return [textsOf(head).at(-1), rowsOf(tablesOf(head)[1]!).map((row) => row[3])]
  }

  it('are the new ones where there is a base, and all open ones without', () => {
    const base = lintedWith(filter, [{ what: 'known' }])
    expect(shown({ base })).toEqual(['2 findings: 2 high; 1 accepted by the baseline; 1 is new.', ['fresh']])
    expect(shown({})).toEqual(['2 findings: 2 high; 1 accepted by the baseline.', ['known', 'fresh']])
    const all = lintedWith(filter, findings)
    expect(shown({ base: all })[0]).toMatch(/; none is new\.$/)
  })
})

it('says by which ABI a raw filter is judged where it names another', () => {
  const raw = (arch: number) =>
    ({
      ...programFilter('mine.json', [{ code: 0x06, jt: 0, jf: 0, k: verdictOf('ALLOW') }], [X86_64, X86]),
      arches: () => [arch],
    }) as const
  const subject = (arch: number): string | undefined =>
    textsOf(glance({ linted: lintedWith(raw(arch)), prove: {}, kind: 'a raw filter', isBaseline: false }).head)[0] // prettier-ignore
  expect(subject(X86.auditArch)).toBe(
    'A raw filter for x86. The findings and the grade are about calls of x86_64; --abi x86 is about those of x86.',
  )
  expect(subject(X86_64.auditArch)).toMatch(/^A raw filter for [\w]+\.$/)
})
