/* A flow graph as a picture. */
import { expectObject } from '@seccompile/shape'
import { arrowHead } from '../chart/arrow-head.ts'
import { heading, widthFor, widthForText } from '../chart/heading.ts'
import { inOrder, legend } from '../chart/legend.ts'
import type { LegendEntry } from '../chart/legend.ts'
import { swatch } from '../chart/swatch.ts'
import { render } from '../picture/picture.ts'
import type { PictureOptions } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { counted, fixed } from '../svg/fixed.ts'
import { fitted, textWidth } from '../svg/text-width.ts'
import { onToneClass } from '../picture/tone.ts'
import { leftOutText } from '../picture/bounded.ts'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-parts.ts'
import { waySample, wayWidth } from '../way/call-way.ts'
import { placesOf } from './places.ts'
import type { Point, Size } from './places.ts'

const SIZE = 11
const LINE = 15
const MOST_WIDTH = 340
const MARGIN = 20

/**
 * Whether `graph` is drawn from left to right, with marks of verdicts instead of names. A page is wide enough for the
 * longest way, and a reader scrolls down.
 */
const isLarge = ({ nodes }: FlowGraph): boolean => nodes.length >= 48

/** `graph`; a large graph has marks instead of the names of verdicts. */
function compact(graph: FlowGraph): FlowGraph {
  if (!isLarge(graph)) return graph
  const nodes = graph.nodes.map((node) =>
    node.mark === undefined || node.lines.length > 1 ? node : { ...node, lines: [node.mark] },
  )
  return { ...graph, nodes }
}

const textOf = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => fitted(line, MOST_WIDTH, SIZE, 'code') ?? '')

function sizeOf({ lines, tone }: FlowNode): Size {
  const widest = Math.max(...textOf(lines).map((line) => textWidth(line, SIZE, 'code')))
  return { width: Math.max(26, widest + (tone === undefined ? 16 : 12)), height: lines.length * LINE + 9 }
}

/** A line through `points` with round corners. */
function smooth(points: readonly Point[]): string {
  const at = ({ x, y }: Point): string => `${fixed(x, 1)} ${fixed(y, 1)}`
  const [first, ...rest] = points
  if (first === undefined || rest.length === 0) return ''
  const parts = [`M${at(first)}`]
  for (const [i, point] of rest.slice(0, -1).entries()) {
    const next = rest[i + 1]!
    const end = i + 2 === rest.length ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    parts.push(`Q${at(point)} ${at(end)}`)
  }
  if (rest.length === 1) parts.push(`L${at(rest[0]!)}`)
  return parts.join('')
}

const EDGES: Readonly<
  Record<FlowEdge['way'], { readonly line: string; readonly fill: string; readonly dash?: string }>
> = {
  yes: { line: 'yes', fill: 'yes-fill' },
  no: { line: 'no', fill: 'no-fill', dash: '5 3' },
  next: { line: 'edge', fill: 'dim' },
}

function nodeElement(node: FlowNode, { x, y, width, height }: Point & Size): SvgElement {
  const box = { x: x - width / 2, y: y - height / 2, width, height }
  const { tone, isRest = false } = node
  const shape =
    tone === undefined
      ? el('rect', {
          class: isRest ? 'line' : 'node',
          rx: 5,
          ...box,
          'stroke-dasharray': isRest ? '4 3' : undefined,
        })
      : swatch(box, tone, undefined, { rx: 2 })
  const texts = textOf(node.lines).map((line, i) =>
    el(
      'text',
      {
        class: `code${tone === undefined ? '' : ` ${onToneClass(tone)}`}`,
        x: node.lines.length === 1 ? x : box.x + 8,
        y: box.y + 15 + i * LINE,
        'text-anchor': node.lines.length === 1 ? 'middle' : undefined,
        'font-size': SIZE,
        'font-weight': tone === undefined ? undefined : '600',
      },
      line,
    ),
  )
  const whole = node.lines.join(' · ')
  if (node.isOnWay !== true) return el('g', {}, el('title', {}, whole), shape, ...texts)
  const outside = { x: box.x - 3, y: box.y - 3, width: width + 6, height: height + 6 }
  const around = el('rect', { class: 'accent-line', ...outside, rx: 7, 'stroke-width': 3 })
  return el('g', { class: 'way' }, el('title', {}, `on the way: ${whole}`), around, shape, ...texts)
}

const shifted = (points: readonly Point[], dx: number, dy: number): readonly Point[] =>
  points.map(({ x, y }) => ({ x: x + dx, y: y + dy }))

function entriesOf(graph: FlowGraph): readonly LegendEntry[] {
  const byMark = new Map<string, LegendEntry>()
  for (const { tone, mark, lines } of graph.nodes)
    if (tone !== undefined && mark !== undefined)
      byMark.set(mark, { tone, mark, text: lines.at(-1)!.replace(/^.*return /, '') })
  return inOrder([...byMark.values()])
}

/** `whole` as SVG. */
export function drawFlowGraph(whole: FlowGraph, options: PictureOptions = {}): string {
  expectObject(whole, 'graph', 'nodes', 'edges')
  expectObject(options, 'options')
  const graph = compact(whole)
  const title = options.title ?? 'The tests of a filter'
  const places = placesOf({ sizes: graph.nodes.map(sizeOf), edges: graph.edges, isSideways: isLarge(graph) })
  const left = MARGIN
  const key = legend(entriesOf(whole), left, 46, Math.max(300, places.width))
  const { marked } = graph
  const noteTop = 46 + key.height + 10
  const least = widthFor(title, Math.max(420, places.width + 2 * MARGIN))
  const width = marked === undefined ? least : widthForText(wayWidth(marked), least)
  const way = marked === undefined ? undefined : waySample(marked, left, noteTop + 22, width - 2 * MARGIN)
  const top = noteTop + 16 + (way?.height ?? 0)
  const edges = graph.edges.map((edge, i) => {
    const { line, dash } = EDGES[edge.way]
    const d = smooth(shifted(places.edges[i]!, left, top))
    if (edge.isOnWay === true)
      return el('path', { class: 'accent-line way', d, 'stroke-width': 4, 'stroke-dasharray': dash && '8 3' })
    return el('path', {
      class: line,
      d,
      'stroke-width': 1.3,
      'stroke-dasharray': dash,
      opacity: marked === undefined ? undefined : '0.45',
      'marker-end': { ref: `arrow-${edge.way}` },
    })
  })
  const labels = graph.edges.flatMap(({ way }, i) => {
    if (way === 'next') return []
    const [a, b] = shifted(places.edges[i]!, left, top)
    if (a === undefined || b === undefined) return []
    // The text is on the line, and its halo interrupts the line.
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    const share = Math.min(0.5, (isLarge(graph) ? 60 : 15) / Math.max(1, length))
    const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share + 4 }
    return [el('text', { class: `${way}-fill halo`, ...at, 'font-size': 10, 'text-anchor': 'middle' }, way)]
  })
  const nodes = graph.nodes.map((node, i) => {
    const place = places.nodes[i]!
    return nodeElement(node, { ...place, x: place.x + left, y: place.y + top })
  })
  const asking = new Set(graph.edges.filter(({ way }) => way !== 'next').map(({ from }) => from))
  const tests = graph.nodes.reduce(
    (sum, { tests: several }, i) => sum + (several ?? (asking.has(i) ? 1 : 0)),
    0,
  )
  const inGroups = graph.nodes.reduce((sum, { tests: several = 0 }) => sum + several, 0)
  const rest = leftOutText(graph.leftOut, 'node')
  const note = `${counted(tests, 'test')}${inGroups === 0 ? '' : `, ${inGroups} of them folded into others`}${rest === undefined ? '' : `; ${rest}`}`
  const height = top + places.height + MARGIN
  return render(
    {
      title,
      description: `A graph of tests from the top down: ${note}. An edge that is solid leads on where the test holds, a dashed one where it does not.${marked === undefined ? '' : ` ${marked}; it is thick.`}`,
      width,
      height,
      defs: (['yes', 'no', 'next'] as const)
        .filter((way) => graph.edges.some((edge) => edge.way === way))
        .map((way) => arrowHead(`arrow-${way}`, EDGES[way].fill, 7)),
      body: [
        heading(title, left, width - 2 * MARGIN),
        key.element,
        el('text', { class: 'dim', x: left, y: noteTop, 'font-size': SIZE }, note),
        ...(way === undefined ? [] : [way.element]),
        el('g', {}, ...edges),
        el('g', {}, ...nodes),
        el('g', {}, ...labels),
      ],
    },
    options,
  )
}
