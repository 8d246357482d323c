/*
 * A bar chart as SVG, in the style of chart.ts. A row has a bar for each measure, with the value at the end of the
 * bar. A bar that is too long for the chart is cut, and its value gives the length.
 */
import { escaped, px, style, ticks } from './chart.ts'

/** A chart of bars. */
export interface BarChart {
  readonly title: string
  /** Lines of text below the chart. */
  readonly caption: readonly string[]
  readonly xLabel: string
  /** Digits after the point of the values. */
  readonly digits: number
  /** The names of the bars of each row. */
  readonly measures: readonly string[]
  /** The rows. A main row is the subject of the chart. */
  readonly rows: readonly {
    readonly name: string
    readonly values: readonly number[]
    readonly isMain: boolean
  }[]
  /** The value at which bars are cut. */
  readonly most: number
}

const WIDTH = 860
const PLOT = { left: 210, right: 760, top: 84 } as const
const BAR = 9
const GAP = 10
const CAPTION_LINE = 17

/** The text of an SVG file with `chart`. */
export function barChart({ title, caption, xLabel, digits, measures, rows, most }: BarChart): string {
  const text = (x: number, y: number, said: string, attributes = ''): string =>
    `<text x="${px(x)}" y="${px(y)}"${attributes}>${escaped(said)}</text>`
  const marks = ticks(most)
  const end = marks.at(-1)!
  const toX = (value: number): number =>
    PLOT.left + (Math.min(Math.max(value, 0), end) / end) * (PLOT.right - PLOT.left)
  const height = measures.length * BAR + GAP
  const bottom = PLOT.top + rows.length * height
  const grid = marks.flatMap((mark) => [
    `<path class="${mark === 0 ? 'a' : 'g'}" d="M${px(toX(mark))} ${PLOT.top - 4}V${px(bottom)}"/>`,
    text(toX(mark), bottom + 16, String(mark), ' class="k" text-anchor="middle"'),
  ])
  const drawn = rows.flatMap(({ name, values, isMain }, row) => {
    const top = PLOT.top + row * height
    return [
      text(
        PLOT.left - 8,
        top + (measures.length * BAR) / 2 + 4,
        name,
        ` text-anchor="end"${isMain ? ' class="v"' : ''}`,
      ),
      ...values.flatMap((value, i) => [
        `<rect class="n${i}" x="${px(toX(0))}" y="${px(top + i * BAR)}" width="${px(Math.max(toX(value) - toX(0), 0.5))}" height="${BAR - 1}"/>`,
        text(toX(value) + 4, top + i * BAR + BAR - 1, value.toFixed(digits), ' class="k"'),
      ]),
    ]
  })
  const step = (WIDTH - 20) / measures.length
  const legend = measures.map(
    (measure, i) =>
      `<rect class="n${i}" x="${px(20 + i * step)}" y="52" width="12" height="12"/>${text(38 + i * step, 63, measure)}`,
  )
  const full = bottom + 62 + caption.length * CAPTION_LINE
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${full}" width="${WIDTH}" height="${full}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style(measures.length)}.k{font-size:10px}</style>`,
    `<rect class="b" width="${WIDTH}" height="${full}" rx="6"/>`,
    text(20, 30, title, ' class="t"'),
    ...legend,
    ...grid,
    ...drawn,
    text((PLOT.left + PLOT.right) / 2, bottom + 36, xLabel, ' class="c" text-anchor="middle"'),
    ...caption.map((line, i) => text(20, bottom + 60 + i * CAPTION_LINE, line, ' class="c"')),
    '</svg>',
    '',
  ].join('\n')
}
