/* The ways to a verdict, as a table: calls by ABI, condition, verdict. */
import type { GoalCalls } from '@seccompile/prover'
import { entryFacts } from './alike.ts'
import type { Entry } from './alike.ts'
import { verdictFacts } from '../names/verdict-at.ts'
import { fewCalls } from './regions.ts'
import { markdownRows, table, wrapped } from '@seccompile/text-layout'

const HEADER = ['verdict', 'ABIs', 'calls', 'when']

/** The columns of a list of ABIs and of calls in a table of text. */
const ABI_WIDTH = 24
const CALLS_WIDTH = 48

const lines = (parts: readonly string[], width: number): readonly string[] =>
  wrapped('', parts, '', width).split('\n')

/** Ways as a table of text; long cells have several lines. */
export function waysText(entries: readonly Entry<GoalCalls>[]): string {
  const rows = entries.flatMap(({ of, abis, calls, shown, verdictText }) => {
    const columns = [
      [verdictText(of.verdict)],
      lines(abis, ABI_WIDTH),
      lines(fewCalls(calls), CALLS_WIDTH),
      [shown === '' ? 'always' : shown],
    ]
    const height = Math.max(...columns.map((column) => column.length))
    return Array.from({ length: height }, (_, i) => columns.map((column) => column[i] ?? ''))
  })
  return table(HEADER, rows)
}

/** Ways as a table of Markdown. */
export function waysMarkdown(entries: readonly Entry<GoalCalls>[]): string {
  const rows = entries.map(({ of, abis, calls, shown, verdictText }) => [
    verdictText(of.verdict),
    abis.join(', '),
    fewCalls(calls).join(', '),
    shown === '' ? 'always' : shown,
  ])
  return markdownRows(HEADER, rows)
}

/** Ways for machines. */
export function waysFacts(entries: readonly Entry<GoalCalls>[]): readonly unknown[] {
  return entries.map((entry) => ({
    ...verdictFacts({ verdict: entry.of.verdict }, entry.abis),
    ret: entry.of.verdict,
    ...entryFacts(entry),
  }))
}
