/* The answer of `diff` as one HTML file: the changes, as a picture and as a table. */
import type { DrawDifference } from '@seccompile/draw/kinds'
import type { ChangeReport, FilterPair } from '@seccompile/describe'
import { changeBlocks, changeSummary } from './difference.ts'
import { reportPage } from './page.ts'
import { withPictures } from './pictures.ts'
import { code } from './report.ts'
import type { ReportCell } from './report.ts'

/** The facts of a page about two filters. */
interface DifferenceFacts {
  /** All changes, and the changes that are shown. */
  readonly whole: ChangeReport
  readonly report: ChangeReport
  /** The text that no change is in the requested directions; empty if some change is. */
  readonly none: string
  /** The subject of the picture. */
  readonly difference: DrawDifference
  /** The program that made the page, with its version. */
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
    { kind: 'barcode', filters: [left, right], difference },
  ])
  return reportPage({
    title: `Changes from ${left.name} to ${right.name}`,
    facts,
    sections: [section],
    maker,
  })
}
