import { BPF } from '@seccompile/abi'
import { op, RET_A } from '@seccompile/abi/test-makers'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dot, drawFlowGraph, graphOfDecision, graphOfProgram, mermaid } from '@seccompile/draw'
import { list, LONGEST, NAMES, SMALL, SMALL_PROGRAM } from './filters.ts'
import { elementsOf } from './well-formed.ts'

const graph = graphOfDecision(SMALL, { names: NAMES })

it('draws a small filter as SVG, DOT and Mermaid', async () => {
  const svg = drawFlowGraph(graph, { title: 'Five calls' })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/graph.svg')
  await expect(dot(graph, 'Five calls')).toMatchFileSnapshot('golden/graph.dot')
  await expect(mermaid(graph, 'Five calls')).toMatchFileSnapshot('golden/graph.mmd')
})

it('says the tests with names', () => {
  expect(graph.nodes.map(({ lines }) => lines.join())).toEqual(
    expect.arrayContaining(['arch == x86_64', 'nr >= 2 "open"', 'nr == 60 "exit"', 'family == AF_UNIX']),
  )
})

it('has each test once, and each verdict once or at each edge', () => {
  const tests = (verdicts: 'shared' | 'apart'): readonly number[] => {
    const { nodes } = graphOfDecision(SMALL, { verdicts })
    return [
      nodes.filter(({ tone }) => tone === undefined).length,
      nodes.filter(({ tone }) => tone !== undefined).length,
    ]
  }
  expect(tests('shared')).toEqual([6, 3])
  expect(tests('apart')).toEqual([6, 7])
})

it('has nodes for the runs of instructions of a program', () => {
  const { nodes, edges } = graphOfProgram(SMALL_PROGRAM, { names: NAMES, verdicts: 'shared' })
  expect(nodes.map(({ lines }) => lines)).toContainEqual(['0: A = arch', '1: A != x86_64?'])
  expect(nodes.map(({ lines }) => lines)).toContainEqual([
    '7: A = family',
    '8: A &= 0xff',
    '9: A == AF_UNIX?', // prettier-ignore
  ])
  const kill = nodes.findIndex(({ tone }) => tone === 'KILL_PROCESS')
  expect(edges.filter(({ to }) => to === kill)).toEqual([{ from: 0, to: kill, way: 'yes' }])
})

it('is bounded, and says what is left out', () => {
  const long = graphOfDecision(list(3000))
  expect(long.nodes.length).toBeLessThan(500)
  expect(long.edges.length).toBeLessThan(500)
  expect(long.nodes.at(-1)).toEqual({ lines: ['2,760 nodes more'], isRest: true })
  expect(mermaid(long, 'x').length).toBeLessThan(50_000)
  expect(graphOfProgram(LONGEST).nodes.length).toBeLessThan(500)
  expect(drawFlowGraph(graphOfDecision(list(200), { maxNodes: 20 }))).toContain('180 nodes are not shown')
})

it('draws the same bytes again, whatever was drawn before', () => {
  const first = drawFlowGraph(graph)
  drawFlowGraph(graphOfDecision(list(60)))
  expect(drawFlowGraph(graph)).toBe(first)
})

it('is no wider than it needs for a long heading, which is cut', () => {
  const svg = drawFlowGraph(graph, { title: 'y'.repeat(500) })
  expect(Number(/ width="(\d+)"/.exec(svg)![1])).toBe(1100)
  expect(svg).toMatch(/<text class="head"[^>]*>y{50,150}…</)
})

it('counts no test where a program has none', () => {
  const program = [op(BPF.LD_ABS, 0), RET_A]
  expect(drawFlowGraph(graphOfProgram(program))).toContain('>0 tests<')
})

it('draws any decision', () => {
  fc.assert(
    fc.property(arbitraryDecision(), (root) => {
      elementsOf(drawFlowGraph(graphOfDecision(root, { verdicts: 'shared' })))
    }),
    { numRuns: 50 },
  )
})

it('shows hostile names as text', () => {
  const hostile = '"];\n<script>`${x}`\\\u001b %%{init: {}}%% #60; --> \u202e'
  const bad = graphOfDecision(SMALL, { names: { call: () => hostile, arch: () => hostile } })
  elementsOf(drawFlowGraph(bad, { title: hostile }))
  const graphviz = dot(bad, hostile)
  expect(graphviz).toContain('label="arch == \\"];\\\\u000a<script>')
  expect(graphviz.split('\n').length).toBe(dot(graph, 'x').split('\n').length)
  const flowchart = mermaid(bad, hostile)
  expect(flowchart.split('\n').length).toBe(mermaid(graph, 'x').split('\n').length)
  expect(flowchart).not.toMatch(/[<`]|%%|#60; --/)
})
