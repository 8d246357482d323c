/* The changes from one filter to another: the answer of `diff`, as a part of a page. */
import { changes } from '@seccompile/prover'
import type { Change, Direction } from '@seccompile/prover'
import type { ChangeReport, Entry, FilterPair } from '@seccompile/describe'
import { changeReport, DIRECTIONS, fewCalls, isEmpty, summaryText } from '@seccompile/describe'
import { notDecided } from './gather.ts'
import type { FilterPrograms, SectionResult } from './gather.ts'
import { verdictMark } from './regions.ts'
import { callCell, conditionCell } from './report.ts'
import type { ReportBlock, ReportCell } from './report.ts'

/** The colours of directions. */
export const DIRECTION_TONES = { weaker: 'open', stricter: 'refused', other: 'between' } as const

function entryRow(
  direction: Direction,
  { abis, calls, shown, folded, of, verdictText }: Entry<Change>,
): readonly ReportCell[] {
  return [
    { kind: 'mark', text: direction, tone: DIRECTION_TONES[direction] },
    abis.join(', '),
    verdictMark(of.from, verdictText(of.from)),
    verdictMark(of.to, verdictText(of.to)),
    callCell(fewCalls(calls)),
    conditionCell(shown, folded),
  ]
}

const insns = ({ programs }: FilterPrograms): number => programs.reduce((sum, { length }) => sum + length, 0)

/** The words for the two filters in the header of a table. */
type Headers = readonly [from: string, to: string]

/**
 * The changes of `report` as texts and a table, the weaker parts first.
 *
 * @param summary - the text above the table
 */
export function changeBlocks(
  report: ChangeReport,
  summary: string,
  [from, to]: Headers,
): readonly ReportBlock[] {
  const rows = DIRECTIONS.flatMap((direction) =>
    report.entries.filter(({ of }) => of.direction === direction).map((entry) => entryRow(direction, entry)),
  )
  const notes = report.notes.map(({ directions, message }): ReportBlock => ({
    kind: 'text',
    text: `Note (${directions.join(' and ')}): ${message}`,
  }))
  const header = ['direction', 'ABIs', from, to, 'calls', 'when']
  return [
    { kind: 'text', text: summary },
    ...notes,
    ...(rows.length === 0 ? [] : [{ kind: 'table', header, rows } as const]),
  ]
}

/** The changes in a sentence. `other` is the name of the first filter. */
export function changeSummary(report: ChangeReport, other: string): string {
  return isEmpty(report)
    ? 'No call changes: both mean the same.'
    : `${summaryText(report)}. Weaker: a call may do more than under ${other}.`
}

/** The section, and the changes that it shows; without them the difference is undecided. */
export interface DifferenceResult extends SectionResult {
  readonly report?: ChangeReport
}

/** The difference of the right side from the left one. */
export async function differenceSection(
  asked: FilterPair,
  lengths: { readonly base: FilterPrograms; readonly filter: FilterPrograms },
): Promise<DifferenceResult> {
  const title = 'Difference to the base'
  const answer = changes(asked.left.subject, asked.right.subject, asked.prove)
  if (answer.kind === 'undecided')
    return { section: { title, blocks: [notDecided(answer.reason)] }, undecided: answer.reason }
  const report = await changeReport(asked, answer.changes, {})
  const blocks: readonly ReportBlock[] = [
    ...changeBlocks(report, changeSummary(report, 'the base'), ['base', 'now']),
    {
      kind: 'table',
      header: ['instructions of the base', 'instructions now'],
      rows: [[insns(lengths.base), insns(lengths.filter)]],
    },
  ]
  return { section: { title, blocks }, report }
}
