/*
 * A line chart as SVG, for a README. It has few ticks at round numbers, and a dot at each value of a line. Each line
 * ends in its last value and its name, instead of a legend. Colour-blind people can tell the colours apart, on light
 * and on dark pages.
 *
 * A media query inside the file chooses the colours for the scheme of the page. Where names at the right would overlap,
 * they are moved apart by the least distance.
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

const WIDTH = 860
const PLOT = { left: 70, right: 600, top: 66, bottom: 386 } as const
const CAPTION_LINE = 17
const NAME_LINE = 17
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

/** The text of an SVG file with `chart`. Every series has a point. */
export function lineChart({ title, caption, xLabel, yLabel, digits, series }: Chart): string {
  const all = series.flatMap(({ points }) => points)
  const yTicks = ticks(Math.max(...all.map(([, y]) => y)))
  const xs = series.flatMap(({ points }) => (points.length > 1 ? points.map(([x]) => x) : []))
  const xMost = Math.max(...xs)
  const xTicks = ticks(xMost).filter((tick) => tick <= xMost)
  const toX = (x: number): number => PLOT.left + (x / xMost) * (PLOT.right - PLOT.left)
  const toY = (y: number): number => PLOT.bottom - (y / yTicks.at(-1)!) * (PLOT.bottom - PLOT.top)
  const height = PLOT.bottom + 62 + caption.length * CAPTION_LINE
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
    return `<text x="${px(PLOT.right + 10)}" y="${px(ends[i]! + 4)}" class="n${i}"><tspan class="v">${value}</tspan> ${escaped(name)}</text>`
  })
  const captions = caption.map((line, i) =>
    text(PLOT.left, PLOT.bottom + 64 + i * CAPTION_LINE, line, ' class="c"'),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style(series.length)}</style>`,
    `<rect class="b" width="${WIDTH}" height="${height}" rx="6"/>`,
    text(PLOT.left, 30, title, ' class="t"'),
    text(PLOT.left, 52, yLabel, ' class="c"'),
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
