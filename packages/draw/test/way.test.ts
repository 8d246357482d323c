import { AUDIT_ARCH, seccompData, verdictName, verdictOf, WHOLE_WORD, WORD_NR } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { decisionBuilder, meaning, witnesses } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { trace } from '@seccompile/interpreter'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  dot,
  drawArcs,
  drawFlowGraph,
  drawTree,
  graphOfDecision,
  graphOfProgram,
  mermaid,
} from '@seccompile/draw'
import type { FlowGraph } from '@seccompile/draw'
import { serialize } from '../src/svg/element.ts'
import { frame } from '../src/way/frame.ts'
import { list, NAMES, SMALL, SMALL_PROGRAM } from './filters.ts'
import { elementsOf } from './well-formed.ts'

const call = (nr: number, family: bigint = 0n, arch: number = AUDIT_ARCH.X86_64): SeccompData =>
  seccompData({ nr, arch, args: [family] })
const wayOf = (data: SeccompData): { readonly call: string; readonly data: SeccompData } => ({
  call: 'the call',
  data,
})

/** The nodes on the way, from the entry along the edges on the way. */
function followed({ nodes, edges }: FlowGraph): readonly string[] {
  const found: string[] = []
  let at: number | undefined = 0
  while (at !== undefined) {
    const node: FlowGraph['nodes'][number] = nodes[at]!
    expect(node.isOnWay).toBe(true)
    found.push(node.lines.at(-1)!)
    at = edges.find((edge) => edge.from === at && edge.isOnWay === true)?.to
  }
  return found
}

const counts = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length

it('has its frame inside a box, and around a box that is too narrow for it', () => {
  const pathOf = (width: number): string =>
    serialize(frame({ x: 0, y: 0, width, height: 30 })).split(' d="')[1]!
  expect(pathOf(30)).toMatch(/^M0 0L30 0L/)
  expect(pathOf(10)).toMatch(/^M-2 -2L12 -2L/)
})

it('marks the tests of a call in a graph, and no others', () => {
  const graph = graphOfDecision(SMALL, { names: NAMES, way: wayOf(call(41, 1n)) })
  expect(followed(graph)).toEqual([
    'arch == x86_64',
    'nr >= 2 "open"',
    'nr == 41 "socket"',
    'family == AF_UNIX',
    'ALLOW',
  ])
  expect(graph.nodes.filter(({ isOnWay }) => isOnWay === true)).toHaveLength(5)
  expect(graph.edges.filter(({ isOnWay }) => isOnWay === true)).toHaveLength(4)
  expect(graph.marked).toBe('The way of the call: 4 tests, then ALLOW')
  const svg = drawFlowGraph(graph)
  elementsOf(svg)
  expect(counts(svg, /<g class="way">/g)).toBe(5)
  expect(counts(svg, /<path class="accent-line way"/g)).toBe(4)
  expect(svg).toContain('<title>on the way: family == AF_UNIX</title>')
})

it('writes the way in DOT and Mermaid', () => {
  const graph = graphOfDecision(SMALL, { names: NAMES, way: wayOf(call(0)) })
  const lines = dot(graph, 'x').split('\n')
  expect(lines[1]).toContain('label="x\\nThe way of the call: 2 tests, then ALLOW"')
  expect(lines.filter((line) => line.includes('penwidth=4'))).toHaveLength(3 + 2)
  const flowchart = mermaid(graph, 'x')
  expect(flowchart).toContain('title: "x (The way of the call: 2 tests, then ALLOW)"')
  expect(flowchart).toMatch(/ {2}class n0,n1,n\d+ way\n {2}linkStyle \d+,\d+ stroke-width:4px\n$/)
})

it('leads from the entry to the verdict of the call, in any decision', () => {
  fc.assert(
    fc.property(arbitraryDecision(), (root) => {
      for (const data of [...witnesses(root)].slice(0, 20)) {
        const names = followed(graphOfDecision(root, { way: wayOf(data), maxNodes: 5000 }))
        expect(names.at(-1)).toBe(verdictName(meaning(root, data)))
      }
    }),
    { numRuns: 50 },
  )
})

it('leads into what is left out', () => {
  const graph = graphOfDecision(list(300), { way: wayOf(call(599)), maxNodes: 20 })
  expect(followed(graph).at(-1)).toBe('280 nodes more')
})

it('marks the instructions that run, in a listing and in a graph of a program', () => {
  for (const data of [call(41, 1n), call(41, 2n), call(0), call(0, 0n, AUDIT_ARCH.I386)]) {
    const pcs = trace(SMALL_PROGRAM, data).path.map(({ pc }) => pc)
    const svg = drawArcs(SMALL_PROGRAM, { names: NAMES, way: wayOf(data) })
    elementsOf(svg)
    const marked = [...svg.matchAll(/<title>on the way: pc (\d+)<\/title>/g)].map(([, pc]) => Number(pc))
    expect(marked).toEqual(pcs)
    const jumps = pcs.slice(1).filter((pc, i) => pc !== pcs[i]! + 1)
    expect(counts(svg, /<title>on the way: (?:else )?goto of/g)).toBe(jumps.length)
    expect(svg).toContain(`${pcs.length} instructions, then`)
    const graph = graphOfProgram(SMALL_PROGRAM, { names: NAMES, way: wayOf(data) })
    expect(followed(graph).at(-1)).toMatch(/return/)
  }
})

it('frames the ranges of a tree that hold the number, in the section of the arch', () => {
  const svg = drawTree(SMALL, { names: NAMES, way: wayOf(call(41, 1n)) })
  elementsOf(svg)
  // Two tests of the number, and the end where the argument decides.
  expect(counts(svg, /<g class="way">\n<path class="ground"/g)).toBe(3)
  expect(counts(svg, /<path class="accent way"/g)).toBe(2)
  expect(svg).toContain('The way of the call: 4 tests, then ALLOW')
  const other = drawTree(SMALL, { names: NAMES, way: wayOf(call(41, 1n, AUDIT_ARCH.I386)) })
  expect(other).toContain('The way of the call: 1 test, then KILL_PROCESS')
  expect(other).not.toContain('<g class="way">\n<path')
})

it('frames every box of a call where other boxes are merged', () => {
  // A search tree of 4096 numbers with two verdicts in turn: more boxes than there is room for.
  const b = decisionBuilder()
  const verdicts = [b.verdict(verdictOf('ALLOW')), b.verdict(verdictOf('ERRNO', 1))] as const
  const search = (lo: number, hi: number): Decision => {
    if (hi - lo === 1) return verdicts[(lo % 2) as 0 | 1]
    const k = (lo + hi) / 2
    return b.test({ word: WORD_NR, op: 'ge', k, mask: WHOLE_WORD }, search(k, hi), search(lo, k))
  }
  const svg = drawTree(search(0, 4096), { way: wayOf(call(4095)) })
  expect(svg).toContain('of them merged')
  expect(counts(svg, /<g class="way">\n<path class="ground"/g)).toBe(12 + 1)
})

it('has no marks without a call', () => {
  const graph = graphOfDecision(SMALL)
  expect(graph.marked).toBeUndefined()
  for (const text of [drawTree(SMALL), drawArcs(SMALL_PROGRAM), drawFlowGraph(graph)])
    expect(text).not.toContain('way"')
  expect(dot(graph, 'x')).not.toContain('penwidth')
})

it('keeps a hostile name of the call as text', () => {
  const way = { call: '"]<script>\u202e', data: call(0) }
  elementsOf(drawTree(SMALL, { way }))
  elementsOf(drawArcs(SMALL_PROGRAM, { way }))
  const graph = graphOfDecision(SMALL, { way })
  elementsOf(drawFlowGraph(graph))
  expect(dot(graph, 'x').split('\n')[1]).toContain('\\"]<script>\\\\u202e')
  expect(mermaid(graph, 'x')).not.toContain('<')
})
