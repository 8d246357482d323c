/*
 * A line chart as SVG, for a README. It has few ticks at round numbers, and a dot at each value of a line. Each line
 * ends in its last value and its name, instead of a legend. Colour-blind people can tell the colours apart, on light
 * and on dark pages.
 *
 * A media query inside the file chooses the colours for the scheme of the page. Where names at the right would overlap,
 * they are moved apart by the least distance. A narrow chart, for a telephone, has the names below it, each with a sample
 * of its line, and its texts in lines.
 */

/** A line of a chart, from left to right; one point is a line across the chart. */
export interface ChartSeries {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly isDashed?: boolean
  /** Whether the line is the subject of the chart; it is drawn thicker. */
  readonly isMain?: boolean
}

/** A chart. */
export interface Chart {
  readonly title: string
  /** Lines of text below the chart: the subject, place and day of the measurement. */
  readonly caption: readonly string[]
  readonly xLabel: string
  readonly yLabel: string
  /** Digits after the point of the values at the ends of the lines. */
  readonly digits: number
  readonly series: readonly ChartSeries[]
}

/** The measures of a chart, in pixels. */
interface ChartLayout {
  readonly width: number
  readonly left: number
  readonly right: number
  /** The height of the plot. */
  readonly plot: number
  /** The characters of a line of the title and of other text. */
  readonly titleLine: number
  readonly textLine: number
  /** Whether the names stand below the plot. */
  readonly namesBelow: boolean
}

const WIDE: ChartLayout = {
  width: 860,
  left: 70,
  right: 600,
  plot: 320,
  titleLine: 90,
  textLine: 130,
  namesBelow: false,
}
const NARROW: ChartLayout = {
  width: 342,
  left: 40,
  right: 330,
  plot: 220,
  titleLine: 34,
  textLine: 50,
  namesBelow: true,
}
const CAPTION_LINE = 17
const NAME_LINE = 17
const TITLE_LINE = 22
const TICKS = 6

/** Colours after Okabe and Ito, with similar contrast on white and on black. */
const COLOURS = ['#d55e00', '#0072b2', '#009e73', '#b8569a', '#7a7f87', '#a67c00', '#2f8fd8'] as const
/** The colours for dark pages. */
const DARK_COLOURS = ['#ff8a3d', '#56a8e8', '#2ecc9a', '#e08cc6', '#9aa1ab', '#e0b93a', '#7fc4ff'] as const

/** `text` escaped for an element or an attribute. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A length for SVG, rounded to a tenth of a pixel. */
export const px = (value: number): string => String(Math.round(value * 10) / 10)

/** The round numbers, 1, 2 or 5 times a power of ten apart, from 0 to the first that is not below `most`. */
export function ticks(most: number, count: number = TICKS): readonly number[] {
  const rough = Math.max(most, Number.MIN_VALUE * 1e20) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10)
  const steps = Math.ceil(most / step - 1e-9)
  return Array.from({ length: Math.max(1, steps) + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

/**
 * `wanted`, moved apart so that neighbours are at least `gap` from each other, in the same order, none below
 * `lowest`.
 */
export function spread(wanted: readonly number[], gap: number, lowest: number): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
  const placed: number[] = []
  for (const i of order) placed.push(Math.max(wanted[i]!, (placed.at(-1) ?? -Infinity) + gap))
  // A label that was pushed over the edge pushes the others back.
  for (let at = placed.length - 1, limit = lowest; at >= 0; at -= 1, limit = placed[at + 1]! - gap)
    placed[at] = Math.min(placed[at]!, limit)
  const result = Array<number>(wanted.length)
  for (const [rank, i] of order.entries()) result[i] = placed[rank]!
  return result
}

/** The rules of style for `count` colours: text, axes, and lines and names in each colour. */
export function style(count: number): string {
  const colour = (colours: readonly string[]): string =>
    Array.from({ length: count }, (_, i) => {
      const value = colours[i % colours.length]!
      return `.s${i}{stroke:${value}}.n${i}{fill:${value}}`
    }).join('')
  return [
    'text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}',
    '.t{font-size:17px;font-weight:600}.c,.k{font-size:12px;fill:#59636e}',
    '.g{stroke:#d1d9e0;stroke-width:1}.a{stroke:#59636e;stroke-width:1}.b{fill:#ffffff}',
    '.l{fill:none;stroke-width:2}.m{stroke-width:3.5}.d{stroke-dasharray:6 5}.v{font-weight:600}',
    colour(COLOURS),
    '@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.c,.k{fill:#9198a1}.g{stroke:#3d444d}',
    `.a{stroke:#9198a1}.b{fill:#0d1117}${colour(DARK_COLOURS)}}`,
  ].join('')
}

/** `text` in lines of at most `most` characters. */
function linesOf(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The text of an SVG file with `chart`, as wide as a page or as a telephone. Every series has a point. */
export function lineChart(
  { title, caption, xLabel, yLabel, digits, series }: Chart,
  format: 'wide' | 'narrow' = 'wide',
): string {
  const layout = format === 'wide' ? WIDE : NARROW
  const edge = layout.namesBelow ? 12 : layout.left
  const titles = linesOf(title, layout.titleLine)
  const top = 66 + (titles.length - 1) * TITLE_LINE
  const PLOT = { left: layout.left, right: layout.right, top, bottom: top + layout.plot }
  const all = series.flatMap(({ points }) => points)
  const yTicks = ticks(Math.max(...all.map(([, y]) => y)))
  const xs = series.flatMap(({ points }) => (points.length > 1 ? points.map(([x]) => x) : []))
  const xMost = Math.max(...xs)
  const xTicks = ticks(xMost).filter((tick) => tick <= xMost)
  const toX = (x: number): number => PLOT.left + (x / xMost) * (PLOT.right - PLOT.left)
  const toY = (y: number): number => PLOT.bottom - (y / yTicks.at(-1)!) * (PLOT.bottom - PLOT.top)
  const captionLines = layout.namesBelow ? linesOf(caption.join(' '), layout.textLine) : caption
  const namesTop = PLOT.bottom + 62
  const captionTop = layout.namesBelow ? namesTop + series.length * (NAME_LINE + 3) + 12 : PLOT.bottom + 64
  const height = captionTop - 2 + captionLines.length * CAPTION_LINE
  const text = (x: number, y: number, said: string, attributes = ''): string =>
    `<text x="${px(x)}" y="${px(y)}"${attributes}>${escaped(said)}</text>`

  const grid = yTicks.flatMap((tick) => [
    `<path class="${tick === 0 ? 'a' : 'g'}" d="M${PLOT.left} ${px(toY(tick))}H${PLOT.right}"/>`,
    text(PLOT.left - 8, toY(tick) + 4, String(tick), ' class="k" text-anchor="end"'),
  ])
  const below = xTicks.map((tick) =>
    text(toX(tick), PLOT.bottom + 18, String(tick), ' class="k" text-anchor="middle"'),
  )
  const drawn = series.map(({ points, isDashed = false, isMain = false }, i) => {
    const across =
      points.length === 1 ? [[0, points[0]![1]] as const, [xMost, points[0]![1]] as const] : points
    const path = across.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${px(toX(x))} ${px(toY(y))}`).join('')
    const line = `<path class="l s${i}${isMain ? ' m' : ''}${isDashed ? ' d' : ''}" d="${path}"/>`
    if (points.length === 1 || isDashed) return line
    const dots = points.map(([x, y]) => `<circle class="n${i}" cx="${px(toX(x))}" cy="${px(toY(y))}" r="3"/>`)
    return `${line}${dots.join('')}`
  })
  // Thick lines are drawn first, so that a thin line at the same place stays visible.
  const lines = [true, false].flatMap((isMain) =>
    drawn.filter((_, i) => (series[i]!.isMain ?? false) === isMain),
  )
  const ends = spread(
    series.map(({ points }) => toY(points.at(-1)![1])),
    NAME_LINE,
    PLOT.bottom,
  )
  const names = series.map(({ name, points }, i) => {
    const value = points.at(-1)![1].toFixed(digits)
    const said = `class="n${i}"><tspan class="v">${value}</tspan> ${escaped(name)}</text>`
    if (!layout.namesBelow) return `<text x="${px(PLOT.right + 10)}" y="${px(ends[i]! + 4)}" ${said}`
    const y = namesTop + i * (NAME_LINE + 3)
    const { isMain = false, isDashed = false } = series[i]!
    const sample = `<path class="l s${i}${isMain ? ' m' : ''}${isDashed ? ' d' : ''}" d="M${edge} ${px(y - 4)}h26"/>`
    return `${sample}<text x="${edge + 34}" y="${px(y)}" ${said}`
  })
  const captions = captionLines.map((line, i) =>
    text(edge, captionTop + i * CAPTION_LINE, line, ' class="c"'),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${layout.width} ${height}" width="${layout.width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style(series.length)}</style>`,
    `<rect class="b" width="${layout.width}" height="${height}" rx="6"/>`,
    ...titles.map((line, i) => text(edge, 30 + i * TITLE_LINE, line, ' class="t"')),
    text(edge, PLOT.top - 14, yLabel, ' class="c"'),
    ...grid,
    ...below,
    text((PLOT.left + PLOT.right) / 2, PLOT.bottom + 38, xLabel, ' class="c" text-anchor="middle"'),
    ...lines,
    ...names,
    ...captions,
    '</svg>',
    '',
  ].join('\n')
}
