/*
 * The listing of a program with its jumps as arcs, and beside them the content of A. An arc to the right is the `goto` of a
 * line: it is taken where the condition holds that the line shows. An arc to the left is the `else goto` of a line. So a
 * reader needs only the line, and not whether its jump is jt or jf. A jump to the next instruction has no arc.
 */
import { BPF } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { isConditional, isReturn, listing } from '@seccompile/cbpf'
import type { ListingLine } from '@seccompile/cbpf'
import { expectObject } from '@seccompile/shape'
import { leftOutText } from '../picture/bounded.ts'
import { arrowHead } from '../chart/arrow-head.ts'
import { heading, widthFor, widthForText } from '../chart/heading.ts'
import { legend, toneEntry, verdictEntries } from '../chart/legend.ts'
import type { LegendEntry } from '../chart/legend.ts'
import { swatch } from '../chart/swatch.ts'
import { printOptions } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { render } from '../picture/picture.ts'
import type { PictureOptions } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { counted, fixed } from '../svg/fixed.ts'
import { fitted, textWidth } from '../svg/text-width.ts'
import { onToneClass, toneOf } from '../picture/tone.ts'
import { pcsOnWay, stepsOf, waySample, wayText, wayWidth } from '../way/call-way.ts'
import type { CallWay } from '../way/call-way.ts'
import { heldBefore } from './held.ts'

/** The options of the picture of a listing. */
export interface ArcsOptions extends PictureOptions {
  readonly names?: Names | undefined
  /** The byte order of the machine of the program; `little` by default. */
  readonly endianness?: Endianness | undefined
  /** Most instructions that are drawn; 512 by default. */
  readonly maxInsns?: number | undefined
  /** A call whose way is marked. */
  readonly way?: CallWay | undefined
}

const ROW = 18
const SIZE = 12
const MARGIN = 20
const NARROWEST_ARC = 14
const WIDEST_ARC = 150
const MOST_STATEMENT = 540

/** A jump over at least one instruction. */
interface Jump {
  readonly from: number
  readonly to: number
  readonly kind: 'goto' | 'else' | 'ja'
  /** The field of the instruction. */
  readonly field: 'jt' | 'jf' | 'k'
}

function jumpsOf(program: Program): readonly Jump[] {
  return program.flatMap(({ code, jt, jf, k }, from): readonly Jump[] => {
    if (code === BPF.JA) return k === 0 ? [] : [{ from, to: from + 1 + k, kind: 'ja', field: 'k' }]
    if (!isConditional(code)) return []
    const holds: Jump = { from, to: from + 1 + jt, kind: 'goto', field: 'jt' }
    // A listing negates the condition of a line whose jt leads to the next instruction.
    if (jt === 0) return jf === 0 ? [] : [{ from, to: from + 1 + jf, kind: 'goto', field: 'jf' }]
    return jf === 0 ? [holds] : [holds, { from, to: from + 1 + jf, kind: 'else', field: 'jf' }]
  })
}

/** The width of an arc. Longer jumps have wider arcs, so that arcs nest. */
const reach = (rows: number): number => Math.min(WIDEST_ARC, NARROWEST_ARC + 11 * Math.sqrt(rows - 1))

/** Runs of rows with the same content of A. */
function runs(
  held: readonly (string | undefined)[],
): readonly { text: string | undefined; from: number; to: number }[] {
  const found: { text: string | undefined; from: number; to: number }[] = []
  for (const [row, text] of held.entries()) {
    const last = found.at(-1)
    if (last !== undefined && last.text === text) last.to = row
    else found.push({ text, from: row, to: row })
  }
  return found
}

/** Every twenty-fifth row from `from` to `to`, so that a reader who scrolls sees one of them. */
const rowsBetween = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / 25) + 1 }, (_, i) => from + i * 25)

/** The instructions that a marked call runs, and the way in words. */
interface ArcMark {
  readonly pcs: readonly number[]
  readonly text: string
}

function markedOf(program: Program, way: CallWay, endianness: Endianness, names: Names): ArcMark {
  const { pcs, verdict } = pcsOnWay(program, way.data, endianness)
  return { pcs, text: wayText(way, pcs.length, 'instruction', verdict, names) }
}

/** The constant verdicts that the program returns; a return of A is not among them. */
function entriesOf(program: Program, names: Names): readonly LegendEntry[] {
  const verdicts = verdictEntries(
    program.flatMap(({ code, k }) => (code === BPF.RET_K ? [k] : [])),
    names,
  )
  const returnsA = program.some(({ code }) => isReturn(code) && code !== BPF.RET_K)
  return returnsA ? [...verdicts, { ...toneEntry('DEPENDS'), text: 'what A holds' }] : verdicts
}

const KINDS = {
  goto: {
    line: 'yes',
    fill: 'yes-fill',
    side: 1,
    dash: undefined,
    text: 'goto, where the condition of the line holds',
  },
  else: { line: 'no', fill: 'no-fill', side: -1, dash: '5 3', text: 'else goto, where it does not' },
  ja: { line: 'edge', fill: 'dim', side: 1, dash: '1 3', text: 'ja, always' },
} as const
const JUMP_KINDS = ['goto', 'else', 'ja'] as const

/** The lines of a listing that are drawn, and the marked way through them. */
interface DrawnListing {
  readonly lines: readonly ListingLine[]
  /** The statement of each line, cut to its column. */
  readonly statements: readonly string[]
  /** The content of A before each line. */
  readonly held: readonly (string | undefined)[]
  /** Jumps from these lines. */
  readonly jumps: readonly Jump[]
  readonly marked: ArcMark | undefined
}

/** The places of the columns and rows of a listing, in pixels. */
interface ListingPlaces {
  readonly heldLeft: number
  readonly heldWidth: number
  readonly numberRight: number
  readonly statementLeft: number
  readonly statementWidth: number
  /** The end of the statements, where arcs to the right begin. */
  readonly right: number
  readonly width: number
}

/** The top and the middle of a row. */
interface RowPlaces {
  readonly y: (row: number) => number
  readonly middle: (row: number) => number
}

const rowsOver = ({ from, to }: Jump, lines: number): number => Math.min(to, lines) - from

function placesOf({ lines, statements, held, jumps, marked }: DrawnListing, title: string): ListingPlaces {
  const widest = (side: 1 | -1): number => {
    const ofSide = jumps.filter(({ kind }) => KINDS[kind].side === side)
    return Math.max(0, ...ofSide.map((jump) => reach(rowsOver(jump, lines.length))))
  }
  const heldWidth = Math.max(30, ...held.map((text) => textWidth(text ?? '', 11, 'code'))) + 14
  const heldLeft = MARGIN
  const numberRight = heldLeft + heldWidth + 12 + widest(-1) + 44
  const statementLeft = numberRight + 14
  const statementWidth = Math.max(120, ...statements.map((text) => textWidth(text, SIZE, 'code'))) + 12
  const right = statementLeft + statementWidth
  const least = widthFor(title, Math.max(right + widest(1) + 16 + MARGIN, 560))
  const width = marked === undefined ? least : widthForText(wayWidth(marked.text), least)
  return { heldLeft, heldWidth, numberRight, statementLeft, statementWidth, right, width }
}

/** The content of A, beside the rows. */
function bands(
  held: DrawnListing['held'],
  { heldLeft, heldWidth }: ListingPlaces,
  { y, middle }: RowPlaces,
): readonly SvgElement[] {
  return runs(held).flatMap(({ text, from, to }, i) => {
    if (text === undefined) return []
    const box = { x: heldLeft, y: y(from) + 1, width: heldWidth, height: (to - from + 1) * ROW - 2 }
    return [
      el(
        'rect',
        { class: i % 2 === 0 ? 'panel' : 'node', ...box, rx: 3 },
        el('title', {}, `A holds ${text} before pc ${from} to ${to}`),
      ),
      ...rowsBetween(from, to).map((row) =>
        el('text', { class: 'code', x: heldLeft + 7, y: middle(row) + 4, 'font-size': 11 }, text),
      ),
    ]
  })
}

/** The statement of a line: a return in the tone of its verdict. */
function statementRow(
  { pc, insn, text }: ListingLine,
  statement: string,
  isOnWay: boolean,
  { statementLeft, statementWidth }: ListingPlaces,
  { y, middle }: RowPlaces,
): readonly SvgElement[] {
  const whole = el('title', {}, text.trim())
  const place = { x: statementLeft, y: middle(pc) + 4, 'font-size': SIZE }
  if (!isReturn(insn.code)) {
    const isLoad = insn.code === BPF.LD_ABS
    const weight = { 'font-weight': isOnWay ? '600' : undefined }
    return [el('text', { class: isLoad ? 'code accent' : 'code', ...place, ...weight }, whole, statement)]
  }
  const tone = insn.code === BPF.RET_K ? toneOf(insn.k) : 'DEPENDS'
  const box = { x: statementLeft - 6, y: y(pc) + 1, width: statementWidth, height: ROW - 2 }
  const look = { class: `code ${onToneClass(tone)}`, ...place, 'font-weight': '600' }
  return [swatch(box, tone, text.trim(), { rx: 3 }), el('text', look, whole, statement)]
}

/** The numbers and statements of all lines. */
function rows(
  { lines, statements }: DrawnListing,
  onWay: ReadonlySet<number>,
  places: ListingPlaces,
  at: RowPlaces,
): readonly SvgElement[] {
  return lines.flatMap((line) => {
    const { pc } = line
    const place = { x: places.numberRight, y: at.middle(pc) + 4 }
    return [
      el(
        'text',
        { class: 'code dim', ...place, 'text-anchor': 'end', 'font-size': 11 },
        String(pc).padStart(4, '0'),
      ),
      ...statementRow(line, statements[pc]!, onWay.has(pc), places, at),
    ]
  })
}

/** The jumps as arcs. With a marked way, its arcs are wide, and the others are paler. */
function arcs(
  { lines, jumps, marked }: DrawnListing,
  { right, numberRight }: ListingPlaces,
  { y, middle }: RowPlaces,
): readonly SvgElement[] {
  const isStep = stepsOf(marked?.pcs ?? [])
  return jumps.map((jump) => {
    const { line, side, dash } = KINDS[jump.kind]
    const isOut = jump.to >= lines.length
    const start = side === 1 ? right : numberRight - 40
    const x = start + side * 2
    // The control points of a cubic curve are 4/3 times as far out as the curve itself.
    const far = x + (side * reach(rowsOver(jump, lines.length)) * 4) / 3
    const from = middle(jump.from) + 2
    const to = isOut ? y(lines.length) + 6 : middle(jump.to) - 2
    const isTaken = isStep(jump.from, jump.to)
    return el(
      'path',
      {
        class: isTaken ? 'accent-line way' : line,
        d: `M${fixed(x, 1)} ${fixed(from, 1)}C${fixed(far, 1)} ${fixed(from, 1)} ${fixed(far, 1)} ${fixed(to, 1)} ${fixed(x, 1)} ${fixed(to, 1)}`,
        'stroke-width': isTaken ? 3.5 : 1.2,
        'stroke-dasharray': isTaken && dash !== undefined ? '8 3' : dash,
        opacity: isTaken ? undefined : marked === undefined ? '0.85' : '0.45',
        'marker-end': isTaken ? undefined : { ref: `arrow-${jump.kind}` },
      },
      el(
        'title',
        {},
        `${isTaken ? 'on the way: ' : ''}${jump.kind === 'else' ? 'else goto' : 'goto'} of pc ${jump.from} (${jump.field}) to ${jump.to}`,
      ),
    )
  })
}

/** Bars between the numbers and the statements, one for each run of instructions on the way. */
function wayBars(
  lines: DrawnListing['lines'],
  onWay: ReadonlySet<number>,
  { statementLeft }: ListingPlaces,
  { y }: RowPlaces,
): readonly SvgElement[] {
  return lines.flatMap(({ pc }) => {
    if (!onWay.has(pc)) return []
    const box = { x: statementLeft - 12, y: y(pc), width: 4, height: ROW }
    return [el('rect', { class: 'accent way', ...box }, el('title', {}, `on the way: pc ${pc}`))]
  })
}

/** The key of the arcs: a line of each kind in `used` with its meaning. */
function arcKey(used: readonly Jump['kind'][], top: number): readonly SvgElement[] {
  let left = MARGIN
  return used.flatMap((kind) => {
    const { line, dash, text } = KINDS[kind]
    const x = left
    left += 34 + textWidth(text, 11) + 20
    return [
      el('line', {
        class: line,
        x1: x,
        x2: x + 26,
        y1: top + 8,
        y2: top + 8,
        'stroke-width': 1.6,
        'stroke-dasharray': dash,
      }),
      el('text', { x: x + 32, y: top + 12, 'font-size': 11 }, text),
    ]
  })
}

/** The heads of the columns, above the first row. */
function heads({ heldLeft, numberRight, statementLeft }: ListingPlaces, top: number): readonly SvgElement[] {
  const dim = (x: number, text: string, anchor?: string): SvgElement =>
    el('text', { class: 'dim', x, y: top - 10, 'font-size': 11, 'text-anchor': anchor }, text)
  return [dim(heldLeft, 'A holds'), dim(numberRight, 'pc', 'end'), dim(statementLeft, 'instruction')]
}

/** `statement` cut to its column. The targets of a jump are kept: they are what the picture is about. */
function shortStatement(statement: string): string {
  const [targets = ''] = /(?: else)? goto .*$/.exec(statement) ?? []
  const rest = statement.slice(0, statement.length - targets.length)
  return `${fitted(rest, MOST_STATEMENT - textWidth(targets, SIZE, 'code'), SIZE, 'code') ?? ''}${targets}`
}

function drawnListing(program: Program, options: ArcsOptions): DrawnListing {
  const { names = {}, endianness = 'little', maxInsns = 512, way } = options
  const lines = listing(program, { ...printOptions(names), endianness }).slice(0, Math.max(1, maxInsns))
  return {
    lines,
    statements: lines.map(({ statement }) => shortStatement(statement)),
    held: heldBefore(
      program,
      endianness,
      lines.map(({ statement }) => statement),
    ).slice(0, lines.length),
    jumps: jumpsOf(program).filter(({ from }) => from < lines.length),
    marked: way && markedOf(program, way, endianness, names),
  }
}

/**
 * The listing of `program` with its jumps as arcs, as SVG.
 * @throws IrError if a field of an instruction does not fit (P0); TypeError for a wrong option
 */
export function drawArcs(program: Program, options: ArcsOptions = {}): string {
  expectObject(options, 'options')
  const { names = {} } = options
  const drawn = drawnListing(program, options)
  const { lines, jumps, marked } = drawn
  const onWay = new Set(marked?.pcs)
  const title = options.title ?? 'The listing of a filter with its jumps'
  const places = placesOf(drawn, title)
  const { width } = places

  const key = legend(entriesOf(program, names), MARGIN, 46, width - 2 * MARGIN)
  const keyTop = 46 + key.height + 4
  const way =
    marked === undefined ? undefined : waySample(marked.text, MARGIN, keyTop + 36, width - 2 * MARGIN)
  const top = keyTop + 58 + (way?.height ?? 0)
  const y = (row: number): number => top + row * ROW
  const at: RowPlaces = { y, middle: (row) => y(row) + ROW / 2 }

  const bars = wayBars(lines, onWay, places, at)
  const used = JUMP_KINDS.filter((kind) => jumps.some((jump) => jump.kind === kind))
  const rest = leftOutText(program.length - lines.length, 'instruction')
  const notes =
    rest === undefined
      ? []
      : [el('text', { class: 'dim', x: places.statementLeft, y: y(lines.length) + 22 }, rest)]
  return render(
    {
      title,
      description: `A listing of ${counted(program.length, 'instruction')} with ${counted(jumps.length, 'jump')} over others. Solid arcs to the right are taken where the condition of the line holds, dashed arcs to the left where it does not.${rest === undefined ? '' : ` ${rest}.`}${marked === undefined ? '' : ` ${marked.text}, by pc ${marked.pcs.join(', ')}.`}`,
      width,
      height: y(lines.length) + (rest === undefined ? 0 : 22) + MARGIN,
      defs: used.map((kind) => arrowHead(`arrow-${kind}`, KINDS[kind].fill, 6)),
      body: [
        heading(title, MARGIN, width - 2 * MARGIN),
        key.element,
        el('g', {}, ...arcKey(used, keyTop)),
        ...(way === undefined ? [] : [way.element]),
        el('g', {}, ...heads(places, top)),
        el('g', {}, ...bands(drawn.held, places, at)),
        el('g', {}, ...rows(drawn, onWay, places, at)),
        el('g', {}, ...arcs(drawn, places, at)),
        ...(bars.length === 0 ? [] : [el('g', {}, ...bars)]),
        ...notes,
      ],
    },
    options,
  )
}
