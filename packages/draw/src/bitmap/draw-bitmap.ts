/*
 * The kernel's allow bitmap (Linux 5.11 and newer) as a grid: a cell for each number, 32 in a row, or 16 in a narrow
 * picture. A call in the bitmap never runs the filter. Each other call shows the number of its reason, and the
 * reasons are listed below.
 */
import { actionOf } from '@seccompile/abi'
import { expectList, expectObject } from '@seccompile/shape'
import { bounded, leftOutText } from '../picture/bounded.ts'
import { fittedHeading, heading, titled } from '../chart/heading.ts'
import type { FilterPictureOptions } from '../chart/heading.ts'
import { listed, paragraph, wrapped } from '../chart/paragraph.ts'
import { swatch } from '../chart/swatch.ts'
import { numberText, verdictIn } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { render } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { counted, grouped } from '../svg/fixed.ts'
import { onToneClass } from '../picture/tone.ts'
import type { Tone } from '../picture/tone.ts'
import { reasonGroups } from './reasons.ts'
import type { BitmapCall } from './reasons.ts'

/** The calls of one ABI: `AbiCost` of `@seccompile/compiler` is one. */
export interface BitmapAbi {
  readonly abi: string
  readonly calls: readonly BitmapCall[]
}

/** The options of the picture of an allow bitmap. */
export interface BitmapOptions extends FilterPictureOptions {
  /** The room for the picture in pixels. A row has 32 numbers if they fit, else 16; without a width, 32. */
  readonly width?: number | undefined
}

const MARGIN = 20
const LABEL = 56
const CELL = 24
/** Numbers in a row: powers of two, so that rows begin with round numbers. */
const IN_ROW = 32
const IN_NARROW_ROW = 16

/** The width of a picture with `inRow` numbers in a row. */
const widthOf = (inRow: number): number => 2 * MARGIN + LABEL + inRow * CELL

const MOST_ABIS = 4
const MOST_CALLS = 1024
const MOST_REASONS = 16
const MOST_NAMES = 40
const SIZE = 11
/** Headings where there is little room. */
const SHORT_HEADS = ['the allow bitmap of the kernel', 'the allow bitmap'] as const

/** `306 of 309 allowed calls never run the filter`. */
function factOf(calls: readonly BitmapCall[]): string {
  const allowed = calls.filter(({ verdict }) => actionOf(verdict) === 'ALLOW').length
  const cached = calls.filter(({ uncached }) => uncached === undefined).length
  return `${grouped(cached)} of ${counted(allowed, 'allowed call')} never ${cached === 1 ? 'runs' : 'run'} the filter`
}

function cell(x: number, y: number, tone: Tone, mark: string, title: string): SvgElement {
  const box = { x, y, width: CELL - 2, height: CELL - 2 }
  const name = title === '' ? undefined : title
  if (mark === '') return swatch(box, tone, name)
  return el(
    'g',
    {},
    ...(name === undefined ? [] : [el('title', {}, name)]),
    swatch(box, tone),
    el('text', { class: onToneClass(tone), x: x + CELL / 2 - 1, y: y + CELL / 2 + 3, 'text-anchor': 'middle', 'font-size': SIZE, 'font-weight': '600' }, mark),
  ) // prettier-ignore
}

interface BitmapSection {
  readonly element: SvgElement
  readonly height: number
  readonly summary: string
}

function section({ abi, calls: all }: BitmapAbi, top: number, inRow: number, names: Names): BitmapSection {
  const width = widthOf(inRow)
  const { shown: calls, leftOut } = bounded(
    all.toSorted((a, b) => a.nr - b.nr),
    MOST_CALLS,
  )
  const groups = reasonGroups(calls)
  const fact = `${abi}: ${factOf(calls)}`
  // If no number can be in the bitmap, a grid shows no more than its reason.
  if (calls.length > 0 && calls.every(({ uncached }) => uncached !== undefined && uncached.pc === undefined)) {
    const reason = `${fact}: each ${groups[0]!.reason}`
    const said = paragraph(wrapped(reason.split(' '), (width - 2 * MARGIN) / 1.05), MARGIN, top)
    return { element: el('g', { 'font-weight': '600' }, said.element), height: said.height + 3, summary: reason }
  }
  const markOf = new Map(groups.flatMap((group) => group.calls.map((call) => [call, group])))
  const parts: SvgElement[] = [el('text', { x: MARGIN, y: top + 12, 'font-weight': '600', 'font-size': 13 }, fact)]
  let y = top + 24
  let row: number | undefined
  for (const call of calls) {
    const next = Math.floor(call.nr / inRow)
    if (next !== row) {
      if (row !== undefined) y += CELL
      if (row !== undefined && next > row + 1) {
        parts.push(el('text', { class: 'dim', x: MARGIN + LABEL - 8, y: y + 6, 'text-anchor': 'end', 'font-size': SIZE }, '…'))
        y += 16
      }
      row = next
      const first = numberText(next * inRow)
      const at = { class: 'dim', x: MARGIN + LABEL - 8, y: y + 15, 'text-anchor': 'end', 'font-size': SIZE }
      parts.push(el('text', at, first.length > 6 ? `…${first.slice(-4)}` : first))
    }
    const x = MARGIN + LABEL + (call.nr % inRow) * CELL
    const group = markOf.get(call)
    const named = `${numberText(call.nr)} ${call.name}`
    const title =
      group === undefined ? `${named}: never runs the filter` : `${named}: ${verdictIn(names, call.verdict, [abi])}; ${group.reason}`
    parts.push(cell(x, y, group?.tone ?? 'ALLOW', group?.mark ?? '', title))
  }
  y += CELL + 10
  const rowOf = (tone: Tone, mark: string, head: string, called: readonly string[]): void => {
    const room = width - 2 * MARGIN - LABEL
    const said = paragraph(wrapped(head.split(' '), room), MARGIN + LABEL, y + 2)
    const below = paragraph(wrapped(called, room), MARGIN + LABEL, y + 2 + said.height, 'dim')
    parts.push(cell(MARGIN + LABEL - CELL - 8, y - 1, tone, mark, ''), said.element, below.element)
    y += Math.max(said.height + below.height, CELL - 2) + 6
  }
  const cached = calls.length - groups.reduce((sum, group) => sum + group.calls.length, 0)
  rowOf('ALLOW', '', `${counted(cached, 'call')} in the allow bitmap: the filter never runs`, [])
  for (const { tone, mark, reason, calls: of, pcs } of groups.slice(0, MOST_REASONS)) {
    const places = pcs.length === 0 ? '' : pcs.length === 1 ? ` (pc ${pcs[0]})` : ` (at ${counted(pcs.length, 'instruction')})`
    const called = listed(of.map(({ name }) => name), MOST_NAMES)
    rowOf(tone, mark, `${counted(of.length, 'call')}: ${reason}${places}`, called)
  }
  const rest = [
    leftOutText(groups.length - Math.min(groups.length, MOST_REASONS), 'reason'),
    leftOutText(leftOut, 'call'),
  ].filter((text) => text !== undefined)
  for (const text of rest) {
    parts.push(el('text', { class: 'dim', x: MARGIN + LABEL, y: y + 12 }, text))
    y += 20
  }
  const why = groups.slice(0, MOST_REASONS).map(({ calls: of, reason }) => `${counted(of.length, 'call')}: ${reason}`)
  return { element: el('g', {}, ...parts), height: y - top, summary: [fact, ...why, ...rest].join('; ') }
} // prettier-ignore

/**
 * The calls in the kernel's allow bitmap, and the reasons that keep other calls out, as SVG; at most four ABIs.
 * @throws TypeError for a wrong option
 */
export function drawBitmap(abis: readonly BitmapAbi[], options: BitmapOptions = {}): string {
  expectList(abis, 'abis', 'calls')
  expectObject(options, 'options')
  const inRow = (options.width ?? Infinity) < widthOf(IN_ROW) ? IN_NARROW_ROW : IN_ROW
  const width = widthOf(inRow)
  const room = width - 2 * MARGIN
  const { shown, leftOut } = bounded(abis, MOST_ABIS)
  let top = 50
  const sections = shown.map((abi) => {
    const drawn = section(abi, top, inRow, options.names ?? {})
    top += drawn.height + 20
    return drawn
  })
  const facts = shown.map(({ abi, calls }) => `${abi}: ${factOf(calls)}`)
  const hidden = leftOutText(leftOut, 'ABI')
  const heads = 'the allow bitmap of the kernel (Linux 5.11 and newer)'
  return render(
    {
      title: options.title ?? titled(options, facts.length === 0 ? heads : facts.join('; ')),
      description: [heads, ...sections.map(({ summary }) => summary), ...(hidden === undefined ? [] : [hidden])].join('. '),
      width,
      height: top + (hidden === undefined ? 0 : 20),
      body: [
        heading(options.title ?? fittedHeading(options, [heads, ...SHORT_HEADS], room), MARGIN, room),
        ...sections.map(({ element }) => element),
        ...(hidden === undefined ? [] : [el('text', { class: 'dim', x: MARGIN, y: top + 4 }, hidden)]),
      ],
    },
    options,
  )
} // prettier-ignore
