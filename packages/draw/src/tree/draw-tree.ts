/*
 * The search of a filter as an icicle over the number line: the numbers from left to right, a row for each test of
 * the number, the verdicts at the ends. The depth of an end is the number of tests that its calls cost.
 */
import { topological } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { verdictName } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import { leftOutText } from '../picture/bounded.ts'
import { heading } from '../chart/heading.ts'
import { paragraph, wrapped } from '../chart/paragraph.ts'
import { legend, toneEntry, verdictEntries } from '../chart/legend.ts'
import { swatch } from '../chart/swatch.ts'
import type { Rectangle as Place } from '../chart/swatch.ts'
import { archText, callText, numberText, testText } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { render } from '../picture/picture.ts'
import type { PictureOptions } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { counted, fixed } from '../svg/fixed.ts'
import { fitted, textWidth } from '../svg/text-width.ts'
import { onToneClass, toneLetter, toneOf, verdictMark } from '../picture/tone.ts'
import { nodesOnWay, WAY_HEIGHT, waySample, wayText } from '../way/call-way.ts'
import type { CallWay } from '../way/call-way.ts'
import { archesOf, asksArchOtherwise, columnsOf } from './columns.ts'
import type { Column } from './columns.ts'
import { icicle } from './icicle.ts'
import type { IcicleBox } from './icicle.ts'
import { isOnWay, wayElements } from './way-marks.ts'
import { callsIn, widthsByCalls, widthsByWeight } from './widths.ts'
import type { Weigh } from './widths.ts'

/** The options of the picture of a tree. */
export interface TreeOptions extends PictureOptions {
  readonly names?: Names | undefined
  /** The weights of calls. With weights, a column is as wide as its weight; else as its number of calls. */
  readonly weigh?: Weigh | undefined
  /** The width of the picture in pixels; 1200 by default. */
  readonly width?: number | undefined
  /**
   * The `AUDIT_ARCH_*` values that come first, if the filter names them. The first one names the calls of a filter
   * that tests no arch.
   */
  readonly known?: readonly number[] | undefined
  /** A call whose way is framed. */
  readonly way?: CallWay | undefined
}

const MARGIN = 20
const MOST_BOXES = 6000
const MOST_ARCHES = 8
const SIZE = 11
/** The height in pixels that the rows of a section fill together. Low trees stay below it. */
const SECTION_HEIGHT = 560

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
  const { node, row, rows, lo, hi } = box
  const calls = names.call === undefined ? '' : ` (${counted(callsIn(box, arch, names), 'call')})`
  const range = `${rangeText(box, arch, names)}${calls}`
  if (!box.isEnd && node.kind === 'test') {
    const others = rows === 1 ? '' : `, and ${counted(rows - 1, 'test')} more`
    return `${range}: asks ${testText(node, names, [{ arch, numbers: [{ lo, hi }] }])}${others}`
  }
  const after = `after ${counted(row, 'test')}`
  if (node.kind === 'verdict') return `${range}: ${verdictName(node.verdict)} ${after}`
  const verdicts = verdictsUnder(node).slice(0, 8).map(verdictName).join(', ')
  return `${range}: arguments decide, ${after}: ${verdicts}`
}

/** The first of `texts` that fits. */
function fitting(texts: readonly string[], width: number): string | undefined {
  return texts.find((text) => text !== '' && textWidth(text, SIZE) <= width)
}

interface TreeSection {
  readonly elements: readonly SvgElement[]
  readonly height: number
  readonly verdicts: readonly number[]
  readonly hasArguments: boolean
  readonly summary: string
}

interface SectionInput {
  readonly root: Decision
  readonly arch: number
  /** The number of the call whose way is framed here. */
  readonly marked: number | undefined
  readonly options: TreeOptions
}

/** Whether there is room for text in a row of `height` pixels. */
const hasRoom = (height: number): boolean => height >= 13

/** The least height of an end. Nothing is drawn below an end. */
const END_HEIGHT = 7

function boxElements(box: IcicleBox, place: Place, arch: number, names: Names): readonly SvgElement[] {
  const { node, lo, hi } = box
  const { x, y, width, height } = place
  const center = {
    x: x + width / 2,
    y: y + height / 2 + 4,
    'text-anchor': 'middle',
    'font-size': SIZE,
  } as const
  const title = titleOf(box, arch, names)
  if (!box.isEnd && node.kind === 'test') {
    const shape = el(
      'rect',
      { class: 'node', ...place, 'stroke-width': box.rows > 1 ? 0.5 : 1 },
      el('title', {}, title),
    )
    const text = testText(node, names, [{ arch, numbers: [{ lo, hi }] }])
    const short = text.replace(/^nr /, '')
    const texts =
      box.rows === 1
        ? [text, short, short.replace(/ ".*$/, '')]
        : [counted(box.rows, 'test'), String(box.rows)]
    const label = hasRoom(height) ? fitting(texts, width - 8) : undefined
    return label === undefined ? [shape] : [shape, el('text', center, label)]
  }
  const tone = node.kind === 'verdict' ? toneOf(node.verdict) : 'DEPENDS'
  const mark = node.kind === 'verdict' ? verdictMark(node.verdict) : toneLetter('DEPENDS')
  const shape = swatch({ ...place, height: Math.max(END_HEIGHT, height) }, tone, title)
  const single = lo === hi ? `${mark} ${callText(names, arch, lo)}` : ''
  const label = hasRoom(height) ? fitting([single, mark], width - 2) : undefined
  return label === undefined ? [shape] : [shape, el('text', { ...center, class: onToneClass(tone) }, label)]
}

/**
 * The names below an icicle. The first number of each end has an upright text and a line from the text to the end,
 * where there is room for the text.
 */
function nameElements(
  ends: readonly { readonly box: IcicleBox; readonly place: Place }[],
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

/** The part of the picture for one arch. Its upper edge is at y = 0. */
function section({ root, arch, marked, options }: SectionInput): TreeSection {
  const { names = {}, weigh, width = 1200 } = options
  const head = (text: string): SvgElement =>
    el('text', { x: MARGIN, y: 14, 'font-weight': '600', 'font-size': 13 }, text)
  const name = archText(names, arch)
  const columns = columnsOf(root, arch)
  if (columns === undefined) {
    const summary = `${name}: the number is asked too often, or bit by bit, for a number line`
    return { elements: [head(summary)], height: 30, verdicts: [], hasArguments: false, summary }
  }
  const [only] = columns
  if (columns.length === 1 && only!.end.kind === 'verdict') {
    const summary = `${name}: ${verdictName(only!.end.verdict)} for every call`
    return {
      elements: [head(summary)],
      height: 30,
      verdicts: [only!.end.verdict],
      hasArguments: false,
      summary,
    }
  }
  const widths =
    weigh === undefined ? widthsByCalls(columns, arch, names) : widthsByWeight(columns, arch, weigh)
  const deepest = Math.max(...columns.map(({ tests }) => tests.length))
  const rowHeight = Math.max(0.5, Math.min(24, Math.floor((SECTION_HEIGHT / (deepest + 1)) * 2) / 2))
  const all = icicle(columns, widths, !hasRoom(rowHeight))
  const boxes = all.filter((box, i) => i < MOST_BOXES || isOnWay(box, marked))
  const at = (share: number): number => MARGIN + share * (width - 2 * MARGIN)
  const placed = boxes.map((box) => {
    const x = at(box.from)
    const wide = at(box.to) - x
    const gap = hasRoom(rowHeight) ? 1 : 0
    return {
      box,
      place: {
        x,
        y: 26 + box.row * rowHeight,
        width: Math.max(0.4, wide > 4 ? wide - 1 : wide),
        height: box.rows * rowHeight - gap,
      },
    }
  })
  const bottom = 26 + Math.max(END_HEIGHT, (deepest + 1) * rowHeight) + 8
  const below = nameElements(
    placed.filter(({ box }) => box.isEnd),
    bottom,
    arch,
    names,
  )
  const cut = leftOutText(all.length - boxes.length, 'box', 'boxes')
  const summary = `${name}: at most ${counted(deepest, 'test')} of the number, ${counted(columns.length, 'range')} of numbers${cut === undefined ? '' : `; ${cut}`}`
  return {
    elements: [
      head(summary),
      ...below.elements,
      ...placed.flatMap(({ box, place }) => boxElements(box, place, arch, names)),
      ...wayElements(placed.filter(({ box }) => isOnWay(box, marked))),
    ],
    height: bottom + below.height + 16,
    verdicts: columns.flatMap(({ end }) => (end.kind === 'verdict' ? [end.verdict] : [])),
    hasArguments: columns.some(({ end }) => end.kind === 'test'),
    summary,
  }
}

/** The smallest u32 that is not in `arches`. */
function otherArch(arches: readonly number[]): number {
  let value = 0
  while (arches.includes(value)) value += 1
  return value
}

/** The arches with a section: those that the filter compares with, the known ones first. */
function archesToDraw(root: Decision, known: readonly number[]): readonly number[] {
  const tested = archesOf(root)
  const first = asksArchOtherwise(root) ? known : known.filter((arch) => tested.includes(arch))
  const all = [...first, ...tested.filter((arch) => !first.includes(arch))]
  // A filter that tests no arch gives calls of all arches the same verdicts.
  return all.length === 0 ? [known[0] ?? 0] : all
}

/** The text about calls of an arch without a section. */
function restText(root: Decision): string {
  if (asksArchOtherwise(root))
    return 'The filter compares arch in other ways than for equality; what it decides of other arches is not drawn'
  const arches = archesOf(root)
  if (arches.length === 0) return 'The filter does not ask for the arch: every arch is decided so'
  const columns = columnsOf(root, otherArch(arches))
  const ends = new Set(columns?.map(({ end }) => (end.kind === 'verdict' ? verdictName(end.verdict) : 'decided by arguments'))) // prettier-ignore
  const [only] = ends
  return `Any other arch: ${ends.size === 1 && only !== undefined ? only : 'decided by the number'}`
}

/** The way of a call in words. */
function treeWayText(root: Decision, way: CallWay): string {
  const nodes = nodesOnWay(root, way.data)
  const end = nodes.at(-1)!
  return wayText(way, nodes.length - 1, 'test', end.kind === 'verdict' ? end.verdict : 0)
}

/**
 * The search under `root` as an icicle over the number line, one for each arch, as SVG.
 * @throws TypeError for a wrong option
 */
export function drawTree(root: Decision, options: TreeOptions = {}): string {
  expectObject(options, 'options')
  const { names = {}, width = 1200, weigh } = options
  const title = options.title ?? 'The search of a filter over the number line'
  const all = archesToDraw(root, options.known ?? [])
  const drawn = all.slice(0, MOST_ARCHES)
  const { way } = options
  const asksNoArch = archesOf(root).length === 0 && !asksArchOtherwise(root)
  const markedIn = (arch: number): number | undefined =>
    way !== undefined && (asksNoArch || way.data.arch === arch) ? way.data.nr : undefined
  const sections = drawn.map((arch) =>
    section({ root, arch, marked: markedIn(arch), options: { ...options, names } }),
  )
  const entries = [
    ...verdictEntries(sections.flatMap(({ verdicts }) => verdicts)),
    ...(sections.some(({ hasArguments }) => hasArguments) ? [toneEntry('DEPENDS')] : []),
  ]
  const room = width - 2 * MARGIN
  const key = legend(entries, MARGIN, 46, room)
  const how = weigh === undefined ? 'the calls in it' : 'the weight of its calls'
  const note = `From left to right: numbers; a column is as wide as ${how}, or as it needs to be seen. From the top: tests of the number.`
  const said = way === undefined ? undefined : treeWayText(root, way)
  const noteTop = 46 + key.height
  const noted = paragraph(wrapped(note.split(' '), room), MARGIN, noteTop, 'dim')
  let top = noteTop + noted.height + 14 + (said === undefined ? 0 : WAY_HEIGHT)
  const placed = sections.map(({ elements, height }) => {
    const group = el('g', { transform: `translate(0 ${fixed(top)})` }, ...elements)
    top += height + 10
    return group
  })
  const left = all.length - drawn.length
  const rest = [restText(root), ...(left > 0 ? [`${counted(left, 'arch', 'arches')} not drawn`] : [])].join(
    '; ',
  )
  const ended = paragraph(wrapped(rest.split(' '), room), MARGIN, top - 6, 'dim')
  const height = top + ended.height + 12
  return render(
    {
      title,
      description: `${sections.map(({ summary }) => summary).join('. ')}. ${rest}.${said === undefined ? '' : ` ${said}.`}`,
      width,
      height,
      body: [
        heading(title, MARGIN, room),
        key.element,
        noted.element,
        ...(said === undefined ? [] : [waySample(said, MARGIN, noteTop + noted.height - 4 + WAY_HEIGHT, room)]),
        ...placed,
        ended.element,
      ],
    },
    options,
  )
}
