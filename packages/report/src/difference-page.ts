/* The answer of `diff` as one HTML file: what changes, as a picture and as a table. */
import type { DrawDifference } from '@seccompile/draw/kinds'
import type { ChangeReport, FilterPair } from '@seccompile/describe'
import { changeBlocks, changeSummary } from './difference.ts'
import { reportPage } from './page.ts'
import { withPictures } from './pictures.ts'
import { code } from './report.ts'
import type { ReportCell } from './report.ts'

/** What a page about two filters says. */
interface DifferenceFacts {
  /** All changes, and those that are shown. */
  readonly whole: ChangeReport
  readonly report: ChangeReport
  /** Says that no change is one of those that are asked for; empty where one is. */
  readonly none: string
  /** What the picture shows. */
  readonly difference: DrawDifference
  /** What made the page. */
  readonly maker: string
}

/** The text of the HTML file. */
export async function differencePage(
  { left, right, abis }: FilterPair,
  { whole, report, none, difference, maker }: DifferenceFacts,
): Promise<string> {
  const { part } = difference
  const facts: readonly (readonly [string, ReportCell])[] = [
    ['from', code(left.name)],
    ['to', code(right.name)],
    ['ABIs', abis.map(({ token }) => code(token))],
    ...(part === '' ? [] : [['shown', part] as const]),
  ]
  const summary = `${none === '' ? '' : `${none.charAt(0).toUpperCase()}${none.slice(1, -2)}. `}${changeSummary(whole, left.name)}`
  const blocks = changeBlocks(report, summary, ['from', 'to'])
  const { section } = await withPictures({ section: { title: 'Changes', blocks } }, [
    { kind: 'barcode', sides: [left, right], difference },
  ])
  return reportPage({
    title: `Changes from ${left.name} to ${right.name}`,
    facts,
    sections: [section],
    maker,
  })
}
