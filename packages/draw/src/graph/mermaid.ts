/*
 * A flow graph in the language of Mermaid. A text stands in quotes, and every character that Mermaid, Markdown or
 * HTML could read as more than a letter is written as a code such as `#60;`.
 */
import { expectObject, expectText } from '@seccompile/shape'
import { shown } from '../svg/visible.ts'
import { TONE_COLOURS } from '../picture/theme.ts'
import { TONES } from '../picture/tone.ts'
import type { Tone } from '../picture/tone.ts'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-parts.ts'

const plain = (text: string): string =>
  shown(text).replace(/[^\p{L}\p{N} .,()=+/?!:…_-]/gu, (c) => `#${c.codePointAt(0)!};`)
/** A text in YAML that cannot contain a tag or a directive of Mermaid. */
const yaml = (text: string): string =>
  `"${shown(text).replace(/[\0-\x7f]/g, (c) => (/[\w .,:()=+/-]/.test(c) ? c : `\\u00${c.charCodeAt(0).toString(16)}`))}"`
const label = (lines: readonly string[]): string => `"${lines.map(plain).join('<br>')}"`

const classOf = (tone: Tone): string => tone.toLowerCase()

function node({ lines, tone, isRest = false }: FlowNode, i: number): string {
  if (tone !== undefined) return `  n${i}[${label(lines)}]:::${classOf(tone)}`
  return isRest ? `  n${i}[/${label(lines)}/]` : `  n${i}(${label(lines)})`
}

const ARROWS: Readonly<Record<FlowEdge['way'], string>> = { yes: '-- yes -->', no: '-. no .->', next: '-->' }

/** `graph` as the text of a Mermaid flowchart. `title` stands above it. */
export function mermaid(graph: FlowGraph, title: string): string {
  expectObject(graph, 'graph', 'nodes', 'edges')
  expectText(title, 'title')
  const numbers = (of: readonly { readonly isOnWay?: boolean }[]): readonly number[] =>
    of.flatMap(({ isOnWay = false }, i) => (isOnWay ? [i] : []))
  const nodes = numbers(graph.nodes)
  const edges = numbers(graph.edges)
  const used = new Set(graph.nodes.map(({ tone }) => tone))
  return [
    '---',
    `title: ${yaml(graph.marked === undefined ? title : `${title} (${graph.marked})`)}`,
    '---',
    'flowchart TD',
    ...graph.nodes.map(node),
    ...graph.edges.map(({ from, to, way }) => `  n${from} ${ARROWS[way]} n${to}`),
    ...TONES.filter((tone) => used.has(tone)).map((tone) => {
      const { fill, text } = TONE_COLOURS[tone]
      return `  classDef ${classOf(tone)} fill:${fill},color:${text}`
    }),
    ...(nodes.length === 0
      ? []
      : ['  classDef way stroke-width:4px', `  class ${nodes.map((i) => `n${i}`).join(',')} way`]),
    ...(edges.length === 0 ? [] : [`  linkStyle ${edges.join(',')} stroke-width:4px`]),
    '',
  ].join('\n')
}
