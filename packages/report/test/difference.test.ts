import { changeReport, onlyIn } from '@seccompile/describe'
import { errno, policy } from '@seccompile/policy'
import { changes } from '@seccompile/prover'
import {
  changeBlocks,
  changeSummary,
  differencePage,
  differenceSection,
  programsOf,
} from '@seccompile/report'
import { describe, expect, it } from 'vitest'
import { blocksOf, filterOf, rowsOf, tablesOf, textsOf, TOO_LARGE, X86_64 } from './reported.ts'

const left = filterOf(policy({ default: 'allow' }).deny('ptrace'))
const right = { ...filterOf(policy({ default: 'allow' }).deny('mount')), name: 'now.json' }
const pair = { left, right, abis: [X86_64], prove: {} } as const
const lengths = { base: programsOf(left), filter: programsOf(right) }

describe('the difference to a base', () => {
  it('has the weaker calls first, each with both verdicts and the colour of its direction', async () => {
    const { section } = await differenceSection(pair, lengths)
    const [table] = tablesOf(section.blocks)
    expect(rowsOf(table!)).toEqual([
      ['weaker', 'x86_64', 'ERRNO(EPERM)', 'ALLOW', 'ptrace', ''],
      ['stricter', 'x86_64', 'ALLOW', 'ERRNO(EPERM)', 'mount', ''],
    ])
    expect(table!.rows[0]).toMatchObject([{ tone: 'open' }, {}, { tone: 'ERRNO' }, { tone: 'ALLOW' }, {}, {}])
    expect(table!.rows[1]?.[0]).toMatchObject({ tone: 'refused' })
  })

  it('counts the instructions of all filters', async () => {
    const [one] = lengths.base.programs
    const two = { base: { programs: [one!, one!] }, filter: { programs: [one!] } }
    const table = tablesOf(blocksOf(await differenceSection(pair, two))).at(-1)
    expect(table?.rows).toEqual([[2 * one!.length, one!.length]])
  })

  it('has notes for options that change many calls', async () => {
    const other = filterOf(policy({ default: errno('ENOSYS') }))
    const asked = { ...pair, left: filterOf(policy({ default: 'deny' })), right: other }
    const answer = changes(asked.left.subject, other.subject)
    const report = await changeReport(asked, answer.kind === 'changes' ? answer.changes : [], {})
    const texts = textsOf(changeBlocks(report, changeSummary(report, 'the base'), ['base', 'now']))
    expect(report.notes).not.toEqual([])
    expect(texts.length).toBe(1 + report.notes.length)
    for (const [i, { message }] of report.notes.entries()) expect(texts[i + 1]).toContain(message)
  })

  it('that is undecided is not one without changes', async () => {
    const { section, undecided, report } = await differenceSection({ ...pair, prove: TOO_LARGE }, lengths)
    expect(undecided).toBeTypeOf('string')
    expect(report).toBeUndefined()
    expect(textsOf(section.blocks)).toEqual([`Not decided: ${undecided}`])
  })
})

describe('the page of a difference', () => {
  const pageOf = async (directions: readonly ('weaker' | 'stricter' | 'other')[], part: string) => {
    const answer = changes(left.subject, right.subject)
    const whole = await changeReport(pair, answer.kind === 'changes' ? answer.changes : [], {})
    const report = onlyIn(whole, directions)
    const none = report.entries.length === 0 ? `none is ${directions.join(' or ')}: ` : ''
    const difference = { prove: {}, directions, part }
    return differencePage(pair, { whole, report, none, difference, maker: 'M' })
  }

  it('counts all changes where it shows none of them, and says what it shows', async () => {
    const page = await pageOf(['other'], 'only other')
    expect(page).toContain('None is other. x86_64: 1 call weaker, 1 stricter')
    expect(page).toMatch(/shown<\/\w+>\s*<\w+>only other</)
  })

  it('says of no part where it shows all', async () => {
    const page = await pageOf(['weaker', 'stricter', 'other'], '')
    expect(page).not.toMatch(/>shown</)
    expect(page).toContain('>ptrace<')
  })
})
