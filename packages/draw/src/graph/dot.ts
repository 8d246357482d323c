/* A flow graph in the language of Graphviz. */
import { expectObject, expectText } from '@seccompile/shape'
import { shown } from '../svg/visible.ts'
import { TONE_COLOURS } from '../picture/theme.ts'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-parts.ts'

/**
 * Graphviz reads `&amp;` as a character of HTML, so an ampersand that may begin one is written so. So is a bracket that
 * would make a command to a runner of CI, as in `##[warning]`.
 */
const quoted = (text: string): string =>
  `"${shown(text)
    .replace(/["\\]/g, '\\$&')
    .replace(/&(?=[#\w]+;)/g, '&amp;')
    .replace(/(?<=##(?:vso)?)\[/g, '&#91;')}"`
/** Lines in one text; `\l` ends a line that is aligned left. */
const label = (lines: readonly string[]): string =>
  lines.length === 1
    ? quoted(lines[0]!)
    : `"${lines.map((line) => `${quoted(line).slice(1, -1)}\\l`).join('')}"`

function node({ lines, tone, isRest = false, isOnWay = false }: FlowNode, i: number): string {
  const text = `label=${label(lines)}${isOnWay ? ', penwidth=4' : ''}`
  if (isRest) return `  n${i} [${text}, style="dashed"];`
  if (tone === undefined) return `  n${i} [${text}];`
  const { fill, text: ink } = TONE_COLOURS[tone]
  return `  n${i} [${text}, shape=box, style="filled", fillcolor="${fill}", fontcolor="${ink}"];`
}

const STYLES: Readonly<Record<FlowEdge['way'], readonly string[]>> = {
  yes: ['label="yes"'],
  no: ['label="no"', 'style="dashed"'],
  next: [],
}

function edge({ from, to, way, isOnWay = false }: FlowEdge): string {
  const styles = [...STYLES[way], ...(isOnWay ? ['penwidth=4'] : [])]
  return `  n${from} -> n${to}${styles.length === 0 ? '' : ` [${styles.join(', ')}]`};`
}

/** The label of a graph: its title, and below it the marked way. */
const graphLabel = (title: string, marked: string | undefined): string =>
  marked === undefined ? quoted(title) : `"${quoted(title).slice(1, -1)}\\n${quoted(marked).slice(1, -1)}"`

/** `graph` as a DOT file. `title` is the label of the graph. */
export function dot(graph: FlowGraph, title: string): string {
  expectObject(graph, 'graph', 'nodes', 'edges')
  expectText(title, 'title')
  return [
    'digraph filter {',
    `  graph [label=${graphLabel(title, graph.marked)}, labelloc="t", fontname="sans-serif"];`,
    '  node [shape=box, style="rounded", fontname="monospace", fontsize=11];',
    '  edge [fontname="sans-serif", fontsize=10];',
    ...graph.nodes.map(node),
    ...graph.edges.map(edge),
    '}',
    '',
  ].join('\n')
}
