/*
 * The part of a tree for one ABI: its icicle, and the names below it.
 *
 * x86_64 and x32 have one arch, and the numbers of x32 begin at 0x40000000. Where a filter tells them apart, each has a
 * section of its own.
 */
import { AUDIT_ARCH } from '@seccompile/abi'
import { topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'
import { WHOLE_WORD } from '@seccompile/abi'
import { wrapped } from '../chart/paragraph.ts'
import { swatch } from '../chart/swatch.ts'
import type { Rectangle as Place } from '../chart/swatch.ts'
import { archText, callText, numberText, testText, verdictIn } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { onToneClass, toneLetter, toneOf, verdictMark } from '../picture/tone.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { counted, fixed } from '../svg/fixed.ts'
import { fitted, textWidth } from '../svg/text-width.ts'
import { columnsOf } from './columns.ts'
import type { Column } from './columns.ts'
import { icicle } from './icicle.ts'
import type { IcicleBox } from './icicle.ts'
import { isOnWay, wayElements } from './way-marks.ts'
import { callsIn, widthsByCalls, widthsByWeight } from './widths.ts'
import type { Weigh } from './widths.ts'

/** The edge of every section, in pixels. */
export const MARGIN = 20
const SIZE = 11
const ROW = 24
/** Most rows of a section. Deeper tests are counted. */
const MOST_ROWS = 24
const LINE = 17
/** The first number of x32. */
const X32 = 0x4000_0000
/** Columns above {@link X32} that a filter needs to refuse x32: those below -1, and -1. */
const REFUSES_X32 = 2
/** The least width of a box that has boxes below it, in pixels. */
const LEAST_TEST = 36
/** The largest share of the whole width that the column of a marked call takes. */
const MOST_MARKED = 0.6

/** A section of the picture. Its upper edge is at y = 0. */
export interface TreeSection {
  readonly elements: readonly SvgElement[]
  readonly height: number
  readonly verdicts: readonly number[]
  readonly hasArguments: boolean
  /** Whether a box stands for several ranges. */
  readonly isMerged: boolean
  readonly summary: string
}

/** The content of the sections of one arch. */
export interface SectionInput {
  readonly root: Decision
  readonly arch: number
  /** The number of the call whose way is framed. */
  readonly marked: number | undefined
  readonly names: Names
  readonly weigh: Weigh | undefined
  /** The width of the picture in pixels. */
  readonly width: number
}

/** The verdicts under `node`, in the order of the graph. */
function verdictsUnder(node: Decision): readonly number[] {
  return topological(node).flatMap((each) => (each.kind === 'verdict' ? [each.verdict] : []))
}

function rangeText({ lo, hi }: Pick<Column, 'lo' | 'hi'>, arch: number, names: Names): string {
  const one = (nr: number): string => {
    const name = names.call?.(arch, nr)
    return name === undefined ? numberText(nr) : `${numberText(nr)} ${name}`
  }
  return lo === hi ? one(lo) : `${one(lo)} … ${one(hi)}`
}

function titleOf(box: IcicleBox, arch: number, names: Names): string {
  const { kind, node, depth, tests, lo, hi, columns } = box
  const calls = names.call === undefined ? '' : ` (${counted(callsIn(box, arch, names), 'call')})`
  const range = `${rangeText(box, arch, names)}${calls}`
  if (kind === 'more') return `${range}: ${counted(columns, 'range')}, after ${counted(depth, 'test')}`
  if (node.kind === 'test' && kind === 'test')
    return `${range}: asks ${testText(node, names, [{ arch, numbers: [{ lo, hi }] }])}${tests === 1 ? '' : `, and ${counted(tests - 1, 'test')} more with one answer here`}`
  const after = `after ${counted(depth, 'test')}`
  if (node.kind === 'verdict') return `${range}: ${verdictIn(names, node.verdict, arch)} ${after}`
  const verdicts = verdictsUnder(node)
    .slice(0, 8)
    .map((verdict) => verdictIn(names, verdict, arch))
    .join(', ')
  return `${range}: arguments decide, ${after}: ${verdicts}`
} // prettier-ignore

/** The first of `texts` that fits; the last one where none does. */
const fitting = (texts: readonly string[], width: number): string =>
  texts.find((text) => textWidth(text, SIZE) <= width) ?? texts.at(-1)!

/** The mark of an end: of its verdict, or of arguments that decide. */
const markOf = (node: Decision): string =>
  node.kind === 'verdict' ? verdictMark(node.verdict) : toneLetter('DEPENDS')

/** The least width of a box: that of its mark, or of the number of the boxes that it stands for. */
const leastOf = (isEnd: (node: Decision) => boolean) => (node: Decision): number =>
  isEnd(node) ? textWidth(markOf(node), SIZE) + 4 : LEAST_TEST // prettier-ignore

/** The sides of a test that splits the numbers in two. */
function sideTexts(node: TestNode, room: number): readonly [left: string, right: string] | undefined {
  if (node.mask !== WHOLE_WORD || (node.op !== 'ge' && node.op !== 'gt') || room < 70) return undefined
  return ['no', 'yes']
}

/** The text of a test in `room` pixels: with the word, without it, without the name. */
function testLabel(node: TestNode, box: IcicleBox, arch: number, names: Names, room: number): string {
  const { lo, hi, tests } = box
  if (tests > 1)
    return fitting([`${counted(tests, 'test')} with one answer here`, counted(tests, 'test'), '…'], room)
  const text = testText(node, names, [{ arch, numbers: [{ lo, hi }] }])
  const short = text.replace(/^nr /, '')
  return fitting([text, short, short.replace(/ ".*$/, ''), '…'], room)
}

function boxElements(box: IcicleBox, place: Place, arch: number, names: Names): readonly SvgElement[] {
  const { kind, node, lo, hi, columns } = box
  const { x, y, width } = place
  const line = y + place.height / 2 + 4
  const center = { x: x + width / 2, y: line, 'text-anchor': 'middle', 'font-size': SIZE } as const
  const title = el('title', {}, titleOf(box, arch, names))
  if (kind === 'more') {
    const label = fitting([`${columns} more`, `+${columns}`, '…'], width - 4)
    return [
      el('rect', { class: 'panel', ...place }, title),
      el('rect', { class: 'line', ...place, 'stroke-dasharray': '3 2' }),
      el('text', { ...center, class: 'dim' }, label),
    ]
  }
  if (kind === 'test' && node.kind === 'test') {
    const label = testLabel(node, box, arch, names, width - 8)
    const sides = box.tests > 1 ? undefined : sideTexts(node, width - textWidth(label, SIZE))
    const side = { class: 'dim', y: line, 'font-size': 10 } as const
    return [
      el('rect', { class: 'node', ...place, 'stroke-width': 1 }, title),
      el('text', center, label),
      ...(sides === undefined
        ? []
        : [
            el('text', { ...side, x: x + 6 }, sides[0]),
            el('text', { ...side, x: x + width - 6, 'text-anchor': 'end' }, sides[1]),
          ]),
    ]
  }
  const tone = node.kind === 'verdict' ? toneOf(node.verdict) : 'DEPENDS'
  const mark = markOf(node)
  const single = lo === hi ? [`${mark} ${callText(names, arch, lo)}`] : []
  return [
    swatch(place, tone, titleOf(box, arch, names)),
    el('text', { ...center, class: onToneClass(tone) }, fitting([...single, mark], width - 4)),
  ]
}

/** A box with its place in the section. */
interface PlacedBox {
  readonly box: IcicleBox
  readonly place: Place
}

/**
 * The names below an icicle. The first number of each end has an upright text and a line from the text to the end,
 * where there is room for the text.
 */
function nameElements(
  ends: readonly PlacedBox[],
  y: number,
  arch: number,
  names: Names,
): { readonly elements: readonly SvgElement[]; readonly height: number } {
  const size = 10
  const pitch = size + 1
  let free = -Infinity
  let height = 0
  const elements: SvgElement[] = []
  const sorted = ends.toSorted((a, b) => a.place.x - b.place.x)
  const middle = ({ x, width }: Place): number => x + width / 2
  for (const [i, { box, place }] of sorted.entries()) {
    const isSingle = box.lo === box.hi
    const x = isSingle
      ? Math.max(middle(place), Math.min(free, place.x + place.width))
      : Math.max(place.x + 5, free)
    const isPast = x > place.x + place.width
    // The name of a range gives way to the name of a single call beside it.
    const next = sorted[i + 1]
    const isNeeded =
      !isSingle && next?.box.lo === next?.box.hi && next !== undefined && x + pitch > middle(next.place)
    if (x < free || (isPast && !isSingle) || isNeeded) continue
    const text = callText(names, arch, box.lo)
    const shown = fitted(isSingle ? text : `${text} …`, 120, size)
    if (shown === undefined) continue
    height = Math.max(height, textWidth(shown, size))
    const bottom = place.y + place.height
    elements.push(
      el('line', {
        class: 'line',
        x1: x,
        x2: x,
        y1: bottom + 1,
        y2: y - 2,
        'stroke-width': 0.6,
        'stroke-dasharray': '2 3',
      }),
      el(
        'text',
        { class: 'dim', 'font-size': size, transform: `translate(${fixed(x - 3)} ${fixed(y)}) rotate(90)` },
        shown,
      ),
    )
    free = x + pitch
  }
  return { elements, height: height + 8 }
}

/** The heading of a section, in lines, and the y below it. */
function headOf(summary: string, width: number): { readonly elements: readonly SvgElement[]; readonly bottom: number } {
  const lines = wrapped(summary.split(' '), (width - 2 * MARGIN) * 0.85, 13)
  return {
    elements: lines.map((line, i) =>
      el('text', { x: MARGIN, y: 14 + i * LINE, 'font-weight': '600', 'font-size': 13 }, line),
    ),
    bottom: 9 + lines.length * LINE,
  }
} // prettier-ignore

/** A section that is one sentence. */
function sentenceSection(summary: string, width: number, verdicts: readonly number[]): TreeSection {
  const { elements, bottom } = headOf(summary, width)
  return { elements, height: bottom + 4, verdicts, hasArguments: false, isMerged: false, summary }
}

/**
 * The widths of `columns`. That of the marked call is wide enough to be followed: at each test, the other side of the way
 * takes a box.
 */
function widthsOf(
  columns: readonly Column[],
  { arch, names, weigh, marked, width }: SectionInput,
): readonly number[] {
  const widths =
    weigh === undefined ? widthsByCalls(columns, arch, names) : widthsByWeight(columns, arch, weigh)
  const at = columns.findIndex((column) => isOnWay(column, marked))
  if (at === -1) return widths
  const share = Math.min(MOST_MARKED, ((columns[at]!.tests.length + 2) * LEAST_TEST) / width)
  const others = widths.reduce((sum, one, i) => (i === at ? sum : sum + one), 0)
  return widths.map((one, i) => (i === at ? Math.max(one, (others * share) / (1 - share)) : one))
}

/** The icicle of `columns`, the numbers of one ABI with the name `name`. */
function iciclePart(columns: readonly Column[], name: string, input: SectionInput): TreeSection {
  const { arch, names, marked, width } = input
  const ends = new Set(columns.map(({ end }) => end))
  const boxes = icicle({
    columns,
    widths: widthsOf(columns, input),
    width: width - 2 * MARGIN,
    least: leastOf((node) => ends.has(node)),
    rows: MOST_ROWS,
  })
  const deepest = Math.max(...columns.map(({ tests }) => tests.length))
  const merged = boxes.reduce((sum, { kind, columns: each }) => (kind === 'more' ? sum + each : sum), 0)
  const summary = `${name}: at most ${counted(deepest, 'test')} of the number, ${counted(columns.length, 'range')} of numbers${merged === 0 ? '' : `, ${merged} of them merged`}`
  const head = headOf(summary, width)
  const placed = boxes.map((box): PlacedBox => {
    const [x, wide] = [MARGIN + box.from, box.to - box.from]
    const y = head.bottom + box.row * ROW
    return { box, place: { x, y, width: wide > 4 ? wide - 1 : wide, height: ROW - 1 } }
  })
  const bottom = head.bottom + (Math.max(...boxes.map(({ row }) => row)) + 1) * ROW + 8
  const below = nameElements(placed.filter(({ box }) => box.kind !== 'test'), bottom, arch, names) // prettier-ignore
  return {
    elements: [
      ...head.elements,
      ...below.elements,
      ...placed.flatMap(({ box, place }) => boxElements(box, place, arch, names)),
      ...wayElements(placed.filter(({ box }) => isOnWay(box, marked))),
    ],
    height: bottom + below.height + 16,
    verdicts: columns.flatMap(({ end }) => (end.kind === 'verdict' ? [end.verdict] : [])),
    hasArguments: columns.some(({ end }) => end.kind === 'test'),
    isMerged: merged > 0,
    summary,
  }
}

/** `columns` below `number`, and from it on. */
function cutAt(columns: readonly Column[], number: number): readonly [readonly Column[], readonly Column[]] {
  return [
    columns.flatMap((each) => (each.lo < number ? [{ ...each, hi: Math.min(each.hi, number - 1) }] : [])),
    columns.flatMap((each) => (each.hi >= number ? [{ ...each, lo: Math.max(each.lo, number) }] : [])),
  ]
}

/** The sections of one arch: one, or for x86_64 and x32 two. */
export function sectionsOf(input: SectionInput): readonly TreeSection[] {
  const { root, arch, names, width } = input
  const name = archText(names, arch)
  const columns = columnsOf(root, arch)
  if (columns === undefined)
    return [sentenceSection(`${name}: the number is asked too often, or bit by bit, for a number line`, width, [])]
  const [only] = columns
  if (columns.length === 1 && only!.end.kind === 'verdict') {
    const { verdict } = only!.end
    return [sentenceSection(`${name}: ${verdictIn(names, verdict, arch)} for every call`, width, [verdict])]
  }
  const [below, above] = cutAt(columns, X32)
  if (arch !== AUDIT_ARCH.X86_64 || above.length <= REFUSES_X32) return [iciclePart(columns, name, input)]
  return [iciclePart(below, name, input), iciclePart(above, 'x32, the numbers from 0x40000000 on', input)]
} // prettier-ignore
