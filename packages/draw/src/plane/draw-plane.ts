/*
 * The plane of two arguments of one call: the verdict of each pair of values. Axes have a step for each class of
 * values that the filter distinguishes (classes.ts), not for each value. A witness is a dot in its cell.
 */
import type { Verdict } from '@seccompile/abi'
import type { Case } from '@seccompile/prover'
import { argumentTests } from '@seccompile/rules'
import type { ArgumentTest, TestedNames } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import { leftOutText } from '../picture/bounded.ts'
import { toneOfAll, verdictsText } from '../barcode/strip.ts'
import { heading, titled, widthFor } from '../chart/heading.ts'
import type { FilterPictureOptions } from '../chart/heading.ts'
import { legend, toneEntry, verdictEntries } from '../chart/legend.ts'
import { paragraph, wrapped } from '../chart/paragraph.ts'
import { swatch } from '../chart/swatch.ts'
import { numberText, verdictIn } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { render } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { fitted, textWidth } from '../svg/text-width.ts'
import { onToneClass, toneLetter, verdictMark } from '../picture/tone.ts'
import { verdictsAt } from './cases-at.ts'
import { classesOf } from './classes.ts'
import type { ValueClass } from './classes.ts'
import { rectangles } from './rectangles.ts'

/** An argument that is an axis. */
export interface PlaneAxis {
  /** The index of the argument, 0 to 5. */
  readonly index: number
  /** The name of the argument and of its values; `args[0]` and numbers by default. */
  readonly names?: TestedNames | undefined
}

/** One call of a filter. */
export interface Plane {
  /** The name of the call. */
  readonly call: string
  /** The `AUDIT_ARCH_*` value of the call, by which errnos have names; any if left out. */
  readonly arch?: number | undefined
  /** The cases that `regions()` lists for the call. The first case whose condition holds decides. */
  readonly cases: readonly Case[]
  readonly x: PlaneAxis
  readonly y: PlaneAxis
  /** The arguments of a call that a dot marks. The arguments that are no axis have these values. */
  readonly witness?: readonly bigint[] | undefined
}

const MARGIN = 20
const SIZE = 11
const MOST_CLASSES = 40
const MOST_TEXT = 300
const MOST_LONG = 4
const PLOT_WIDTH = 720
const WIDE_CELL = 160
const CELL_HEIGHT = 34
const AXIS_TITLE = 22

/** The two arguments that `cases` test most, by index: the first for `x`; arguments 0 and 1 without a test. */
export function planeAxes(cases: readonly Case[]): readonly [x: number, y: number] {
  expectList(cases, 'cases', 'when')
  const counts = [0, 0, 0, 0, 0, 0]
  for (const { when } of cases) for (const { index, values } of argumentTests(when)) counts[index]! += values.length
  const order = counts.map((_, i) => i).toSorted((a, b) => counts[b]! - counts[a]! || a - b)
  return [order[0]!, order[1]!]
} // prettier-ignore

interface Axis {
  readonly name: string
  readonly index: number
  readonly tests: readonly ArgumentTest[]
  readonly classes: readonly ValueClass[]
  /** The class of the witness, as an index. */
  readonly witness: number | undefined
  /** The note on classes that are not shown. */
  readonly hidden: string | undefined
}

/** The axis of an argument: the first classes, and the class of the witness. */
function axisOf({ index, names }: PlaneAxis, { cases, witness }: Plane): Axis {
  const known = names ?? { name: `args[${index}]` }
  const tests = cases.flatMap(({ when }) => argumentTests(when)).filter((test) => test.index === index)
  const { classes, isComplete, classAt } = classesOf(tests, known)
  const at = witness && classAt(witness[index] ?? 0n)
  const isLate = at !== undefined && at >= MOST_CLASSES
  const shown = isLate ? [...classes.slice(0, MOST_CLASSES - 1), classes[at]!] : classes.slice(0, MOST_CLASSES)
  const leftOut = leftOutText(classes.length - shown.length, 'class', 'classes')
  return {
    name: known.name,
    index,
    tests,
    classes: shown,
    witness: isLate ? shown.length - 1 : at,
    hidden: isComplete ? leftOut : 'many classes are not shown',
  }
} // prettier-ignore

const labelWidth = (text: string): number => Math.min(MOST_TEXT, textWidth(text, SIZE))

/** The texts of steps that are too long for the axis, in full. */
const longTexts = ({ name, classes }: Axis): readonly string[] =>
  classes
    .filter(({ text }) => textWidth(text, SIZE) > MOST_TEXT)
    .slice(0, MOST_LONG)
    .map(({ text }) => `${name}, in full: ${text}`)

interface Grid {
  /** The indexes of arguments that decide the call, besides the axes. */
  readonly others: ReadonlySet<number>
  readonly x: Axis
  readonly y: Axis
  readonly left: number
  readonly top: number
  readonly cellWidth: number
  readonly names: Names
}

function cellElements(
  rows: readonly (readonly (readonly Verdict[])[])[],
  { x, y, left, top, cellWidth, names }: Grid,
): readonly SvgElement[] {
  const keys = rows.map((row) => row.map((verdicts) => verdicts.join(' ')))
  return rectangles(keys).flatMap((at) => {
    const verdicts = rows[at.top]![at.left]!
    const tone = toneOfAll(verdicts)
    const box = {
      x: left + at.left * cellWidth,
      y: top + at.top * CELL_HEIGHT,
      width: (at.right - at.left + 1) * cellWidth - 1,
      height: (at.bottom - at.top + 1) * CELL_HEIGHT - 1,
    }
    const range = (axis: Axis, from: number, to: number): string => {
      const [first, last] = [axis.classes[from]!.text, axis.classes[to]!.text]
      return `${axis.name}: ${first}${from === to ? '' : ` to ${last}`}`
    }
    const title = `${range(x, at.left, at.right)}; ${range(y, at.top, at.bottom)}; ${verdictsText(verdicts, names)}`
    const mark = tone === 'DEPENDS' ? toneLetter(tone) : verdicts.length === 0 ? '' : verdictMark(verdicts[0]!)
    const long = verdictsText(verdicts, names)
    const text = textWidth(long, SIZE, 'bold') + 6 <= box.width ? long : textWidth(mark, SIZE, 'bold') <= box.width ? mark : ''
    return [
      swatch(box, tone, title),
      ...(text === ''
        ? []
        : [el('text', { class: onToneClass(tone), x: box.x + box.width / 2, y: box.y + box.height / 2 + 4, 'text-anchor': 'middle', 'font-size': SIZE, 'font-weight': '600' }, text)]),
    ]
  })
} // prettier-ignore

/** The dot of a witness, in a corner of its cell, so that it does not lie on the text. */
function dot(grid: Grid, witness: readonly bigint[]): readonly SvgElement[] {
  const { witness: column } = grid.x
  const { witness: row } = grid.y
  if (column === undefined || row === undefined) return []
  const at = {
    cx: grid.left + (column + 1) * grid.cellWidth - 9,
    cy: grid.top + row * CELL_HEIGHT + 8,
  }
  const title = el('title', {}, `the witness: ${witnessText(grid, witness)}`)
  return [
    el('g', {}, title, el('circle', { class: 'ground', ...at, r: 6.5 }), el('circle', { class: 'accent', ...at, r: 4.5 })),
  ]
} // prettier-ignore

const witnessText = ({ x, y, others }: Grid, witness: readonly bigint[]): string =>
  witness
    .map((value, i) => {
      const name = i === x.index ? x.name : i === y.index ? y.name : `args[${i}]`
      return { text: `${name} = ${value > 9n ? `0x${value.toString(16)}` : value}`, isShown: value !== 0n || i === x.index || i === y.index || others.has(i) } // prettier-ignore
    })
    .filter(({ isShown }) => isShown)
    .map(({ text }) => text)
    .join(', ')

const MOST_VERDICTS = 6

/** The names of the options, by which verdicts are those of calls of the plane. */
function namesOf({ arch }: Plane, { names = {} }: FilterPictureOptions): Names {
  return { ...names, verdict: (verdict) => verdictIn(names, verdict, arch) }
}

/** `ALLOW or ERRNO(EPERM), by family and type`. */
function factOf(axes: readonly Axis[], verdicts: readonly Verdict[], names: Names): string {
  const texts = [...new Set(verdicts)].map((verdict) => verdictIn(names, verdict))
  const shown = texts.length > MOST_VERDICTS ? [...texts.slice(0, MOST_VERDICTS), 'another'] : texts
  if (shown.length < 2) return `${shown.join('')} whatever the arguments`
  const asked = axes.filter(({ tests }) => tests.length > 0).map(({ name }) => name)
  const by = asked.length === 0 ? 'other arguments' : asked.join(' and ')
  return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)!}, by ${by}`
}

/**
 * The verdicts of one call over two of its arguments, as SVG. An axis has at most forty steps.
 * @throws TypeError for a wrong option, or if both axes are one argument
 */
export function drawPlane(plane: Plane, options: FilterPictureOptions = {}): string {
  expectObject(plane, 'plane', 'call', 'cases', 'x', 'y')
  expectObject(options, 'options')
  const { call, cases, witness } = plane
  const names = namesOf(plane, options)
  if (plane.x.index === plane.y.index)
    throw new TypeError(`axes: expected two arguments; got argument ${plane.x.index} twice`)
  const x = axisOf(plane.x, plane)
  const y = axisOf(plane.y, plane)
  const known = (column: bigint, row: bigint): readonly (bigint | undefined)[] =>
    [0, 1, 2, 3, 4, 5].map((i) => (i === x.index ? column : i === y.index ? row : witness?.[i]))
  const rows = y.classes.map((row) =>
    x.classes.map((column) => verdictsAt(cases, known(column.sample, row.sample))),
  )
  const all = rows.flat()
  const entries = verdictEntries(all.filter(({ length }) => length === 1).flat(), names)
  const yIsAsked = y.tests.length > 0
  const widest = Math.max(...y.classes.map(({ text }) => labelWidth(text)))
  const left = yIsAsked ? MARGIN + Math.max(widest, Math.min(MOST_TEXT, textWidth(y.name, 12, 'bold'))) + 12 : MARGIN
  const widths = x.classes.map(({ text }) => labelWidth(text))
  const wanted = Math.max(WIDE_CELL, Math.max(...widths) + 16)
  const cellWidth = Math.max(16, Math.min(wanted, PLOT_WIDTH / x.classes.length))
  const right = left + cellWidth * x.classes.length
  const isTurned = Math.max(...widths) > cellWidth - 6
  const below = isTurned ? Math.max(...widths) * 0.72 + 20 : 20
  const overhang = isTurned ? Math.max(...widths.map((wide, i) => (i + 0.5) * cellWidth + wide * 0.72)) : 0
  const fact = `${call}: ${factOf([x, y], all.flat(), names)}`
  const title = options.title ?? titled(options, fact)
  const width = widthFor(title, Math.max(640, right + MARGIN, left + overhang + MARGIN))
  const key = legend(all.some(({ length }) => length > 1) ? [...entries, toneEntry('DEPENDS')] : entries, MARGIN, 46, width - 2 * MARGIN)
  const top = 46 + key.height + AXIS_TITLE + 6
  const bottom = top + CELL_HEIGHT * y.classes.length
  const others = new Set(
    cases.flatMap(({ when }) => argumentTests(when).map(({ index }) => index)).filter((i) => i !== x.index && i !== y.index),
  )
  const grid: Grid = { x, y, others, left, top, cellWidth, names }
  const notes = [
    ...(witness === undefined ? [] : [`● the witness: ${witnessText(grid, witness)}`]),
    ...(others.size === 0
      ? []
      : witness === undefined
        ? [`other arguments of the call matter too: ${[...others].toSorted((a, b) => a - b).map((i) => `args[${i}]`).join(', ')}`]
        : ['the other arguments are those of the witness']),
    ...[x, y].flatMap(longTexts),
    ...[x, y].flatMap((axis) => (axis.hidden === undefined ? [] : [`${axis.name}: ${axis.hidden}`])),
  ]
  const lines = notes.flatMap((note) => wrapped(note.replaceAll('|', '| ').split(' '), width - 2 * MARGIN))
  const noteTop = bottom + below + AXIS_TITLE + 6
  const text = paragraph(lines, MARGIN, noteTop, 'dim')
  const xTexts = x.classes.map(({ text: said }, i) => {
    const at = left + (i + 0.5) * cellWidth
    const shown = fitted(said, MOST_TEXT, SIZE) ?? ''
    return isTurned
      ? el('text', { 'font-size': SIZE, transform: `translate(${(at - 4).toFixed(1)} ${(bottom + 12).toFixed(1)}) rotate(45)` }, shown)
      : el('text', { x: at, y: bottom + 15, 'text-anchor': 'middle', 'font-size': SIZE }, shown)
  })
  const yTexts = y.classes.map(({ text: said }, i) =>
    el('text', { x: left - 8, y: top + (i + 0.5) * CELL_HEIGHT + 4, 'text-anchor': 'end', 'font-size': SIZE }, fitted(said, MOST_TEXT, SIZE) ?? ''),
  )
  return render(
    {
      title,
      description: `${numberText(x.classes.length)} classes of ${x.name}, ${numberText(y.classes.length)} of ${y.name}. ${notes.join('. ')}`,
      width,
      height: noteTop + text.height + 14,
      body: [
        heading(title, MARGIN, width - 2 * MARGIN),
        key.element,
        el('text', { class: 'dim', x: left - 8, y: top - 8, 'text-anchor': 'end', 'font-weight': '600' }, fitted(y.name, left - MARGIN, 12, 'bold') ?? ''),
        ...cellElements(rows, grid),
        ...(witness === undefined ? [] : dot(grid, witness)),
        ...xTexts,
        ...(yIsAsked ? yTexts : []),
        el('text', { class: 'dim', x: (left + right) / 2, y: bottom + below + 16, 'text-anchor': 'middle', 'font-weight': '600' }, x.name),
        text.element,
      ],
    },
    options,
  )
} // prettier-ignore
