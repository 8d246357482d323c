import { costReport, reportMarkdown, reportText } from '@seccompile/report/compilation'
import type { MeasuredProgram } from '@seccompile/report/compilation'
import { cost } from '@seccompile/compiler'
import { policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { compiled, refusing, x86_64 } from './compiled.ts'

const measured = (compilation: ReturnType<typeof compiled>): MeasuredProgram => ({
  program: compilation.filters[0]!.program,
  endianness: 'little',
  abis: [x86_64],
})
const few = measured(refusing('getpid', 'ptrace'))
const costOf = ({ program }: MeasuredProgram, weights?: Readonly<Record<string, number>>) =>
  cost(program, [x86_64], 'little', weights === undefined ? {} : { weights })

describe('the report of a cost', () => {
  it('has allowed and denied calls apart, and the reason that keeps calls out of the bitmap', () => {
    const { abis } = costOf(few)
    const { allowed, denied } = abis[0]!
    const [, executed, uncached, ...more] = costReport(few, costOf(few), [], false)
    expect(executed?.rows).toEqual([
      ['x86_64', 'allowed', allowed.count, allowed.mean, allowed.worst, allowed.mispredictable, String(allowed.count)],
      ['x86_64', 'denied', 2, denied.mean, denied.worst, denied.mispredictable, ''],
    ])
    expect(uncached?.rows.map((row) => [row[0], row.at(-1)])).toEqual([[2, 'getpid, ptrace']])
    expect(more).toEqual([])
  }) // prettier-ignore

  it('has weighted means beside the others', () => {
    const costs = costOf(few, { read: 9, getpid: 1 })
    const { allowed } = costs.abis[0]!
    const [, executed] = costReport(few, costs, [], false)
    expect(executed?.header.slice(3, 6)).toEqual(['mean', 'weighted', 'worst'])
    expect(executed?.rows[0]?.slice(3, 6)).toEqual([allowed.mean, allowed.weighted?.mean, allowed.worst])
  })

  it('names eight calls of a reason, and counts the others', () => {
    const none = measured(compiled(policy({ default: 'deny' }).allow('read')))
    const [, , uncached] = costReport(none, costOf(none), [], false)
    const [count, , , names] = uncached!.rows[0]!
    expect(names).toMatch(/^write, open, close, stat, fstat, lstat, poll, lseek and \d+ more$/)
    expect(String(names)).toContain(`and ${Number(count) - 8} more`)
  })

  it('shows each call where that is asked for', () => {
    const parts = costReport(few, costOf(few), [], true)
    const calls = parts.at(-1)!
    expect(calls.title).toBe('x86_64: each call')
    expect(calls.rows.find(([name]) => name === 'read')).toEqual(['read', 0, expect.any(Number), 'ALLOW', 'in bitmap'])
    expect(calls.rows.find(([name]) => name === 'ptrace')?.[3]).toBe('ERRNO(EPERM)')
  }) // prettier-ignore

  it('says which passes changed something, and which changed nothing', () => {
    const rows = [
      { pass: 'merge-ranges', depth: 0, changed: true, before: 9, after: 5 },
      { pass: 'lower', depth: 0, changed: false, before: 5, after: 5 },
      { pass: 'lower', depth: 0, changed: true, before: 5, after: 11 },
      { pass: 'dead-code', depth: 0, changed: false, before: 11, after: 11 },
    ]
    const passes = costReport(few, costOf(few), rows, false).at(-1)!
    expect(passes.rows).toEqual([
      ['merge-ranges', 'rules', 9, 5],
      ['lower', 'decision to program', 5, 11],
    ])
    expect(passes.note).toBe('changed nothing: dead-code')
  })

  it.each([
    [{ bound: 5, exact: true, gap: 1 }, [5, 1, 'exact']],
    [{ bound: 5, exact: false, gap: 1 }, [5, 1, 'a lower bound']],
    [{}, ['', '', '']],
  ])('says of a bound how good it is: %#', (bound, cells) => {
    const objective = { kind: 'uniform', value: 6, ...bound } as const
    const part = costReport({ ...few, objective }, costOf(few), [], false).at(-1)
    expect(part?.rows[0]?.slice(0, 5)).toEqual(['uniform', 6, ...cells])
  })

  it('is text, or Markdown, with titles above the tables and notes below', () => {
    const parts = [{ title: 't', header: ['n'], rows: [[1]], note: 'x' }]
    expect(reportText(parts)).toBe('t\nn\n1\nx\n')
    expect(reportMarkdown(parts)).toBe('t\n\n| n |\n| --: |\n| 1 |\n\nx\n')
  })
})
