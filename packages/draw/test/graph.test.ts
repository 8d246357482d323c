import { BPF, verdictOf, WHOLE_WORD, WORD_NR } from '@seccompile/abi'
import { call, insn, op, ret, RET_A } from '@seccompile/abi/test-makers'
import { decisionBuilder, topological } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { folded } from '../src/graph/fold.ts'
import { placesOf } from '../src/graph/places.ts'
import type { Draft } from '../src/graph/flow-parts.ts'
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

/** A search tree of `count` numbers with two verdicts in turn: no test is a chain or shared. */
function search(count: number, b: ReturnType<typeof decisionBuilder> = decisionBuilder()): Decision {
  const verdicts = [b.verdict(verdictOf('ALLOW')), b.verdict(verdictOf('ERRNO', 1))] as const
  const under = (lo: number, hi: number): Decision => {
    if (hi - lo === 1) return verdicts[(lo % 2) as 0 | 1]
    const k = (lo + hi) / 2
    return b.test({ word: WORD_NR, op: 'ge', k, mask: WHOLE_WORD }, under(k, hi), under(lo, k))
  }
  return under(0, count)
}

it('is bounded, and says what is left out', () => {
  const long = graphOfDecision(search(4096))
  expect(long.nodes.length).toBeLessThan(500)
  expect(long.edges.length).toBeLessThan(500)
  expect(long.nodes.filter(({ isRest }) => isRest)).toEqual([{ lines: ['783 nodes more'], isRest: true }])
  expect(mermaid(long, 'x').length).toBeLessThan(50_000)
  expect(graphOfProgram(LONGEST).nodes.length).toBeLessThan(500)
  expect(drawFlowGraph(graphOfDecision(search(256), { maxNodes: 20 }))).toContain('43 nodes are not shown')
})

it('folds a long chain of tests that leave to one verdict, above sixty nodes', () => {
  const { nodes, edges } = graphOfDecision(list(70))
  expect(nodes.map(({ lines }) => lines)).toEqual([['nr == 0', '… 68 tests more', 'nr == 138'], ['ALLOW'], ['ERRNO(1)']])
  expect(nodes[0]!.tests).toBe(70)
  expect(edges.map(({ from, to, way }) => [from, nodes[to]!.lines[0], way])).toEqual([[0, 'ALLOW', 'yes'], [0, 'ERRNO(1)', 'no']])
  expect(drawFlowGraph({ nodes, edges, leftOut: 0 })).toContain('>70 tests, 70 of them folded into others<')
  expect(graphOfDecision(list(60)).nodes.some(({ tests }) => tests !== undefined)).toBe(false)
}) // prettier-ignore

it('folds a tail that calls share, above sixty nodes, and keeps its exits', () => {
  const b = decisionBuilder()
  const [allow, deny] = [b.verdict(verdictOf('ALLOW')), b.verdict(verdictOf('ERRNO', 1))]
  const eq = (word: number, k: number, then: Decision, otherwise: Decision): Decision =>
    b.test({ word: word as typeof WORD_NR, op: 'eq', k, mask: WHOLE_WORD }, then, otherwise)
  const tail = eq(4, 1, eq(6, 2, allow, deny), deny)
  const root = eq(WORD_NR, 9000, tail, eq(WORD_NR, 9001, tail, search(128, b)))
  const { nodes, edges } = graphOfDecision(root)
  const at = nodes.findIndex(({ tests }) => tests !== undefined)
  expect(nodes[at]).toEqual({ lines: ['args[0].low == 1', '… 1 test more'], tests: 2 })
  expect(edges.filter(({ to }) => to === at)).toHaveLength(2)
  expect(new Set(edges.filter(({ from }) => from === at).map(({ to, way }) => `${way} ${nodes[to]!.lines[0]!}`))).toEqual(new Set(['next ALLOW', 'next ERRNO(1)']))
}) // prettier-ignore

it('folds the branches of a search in which no ways meet, above sixty nodes', () => {
  const { nodes, edges } = graphOfDecision(search(128))
  expect(nodes.filter(({ tone }) => tone === undefined)).toHaveLength(31)
  const at = nodes.findIndex(({ tests }) => tests !== undefined)
  expect(nodes[at]).toMatchObject({ lines: [expect.stringMatching(/^nr >= /), '… 6 tests more'], tests: 7 })
  expect(edges.filter(({ from }) => from === at).map(({ to, way }) => `${way} ${nodes[to]!.lines[0]!}`).toSorted()).toEqual(['next ALLOW', 'next ERRNO(1)'])
}) // prettier-ignore

it('folds no test on a marked way', () => {
  const { nodes, marked } = graphOfDecision(list(70), { way: { call: 'the call', data: call(138) } })
  expect(marked).toContain('70 tests')
  expect(nodes.filter(({ isOnWay }) => isOnWay)).toHaveLength(71)
})

it('keeps every verdict that the folded tests lead to', () => {
  fc.assert(
    fc.property(arbitraryDecision(), (root) => {
      const all = topological(root).map((node): Draft<Decision> => ({
        key: node,
        node: { lines: ['x'] },
        next: node.kind === 'verdict' ? [] : [{ to: node.then, way: 'yes' }, { to: node.else, way: 'no' }],
      })) // prettier-ignore
      const less = new Map(folded(all, new Set()).map((draft) => [draft.key, draft]))
      const reached = new Set<Decision>([root])
      for (const key of reached) for (const { to } of less.get(key)!.next) reached.add(to)
      const ends = (nodes: Iterable<Decision>): ReadonlySet<Decision> =>
        new Set([...nodes].filter(({ kind }) => kind === 'verdict'))
      expect(ends(reached)).toEqual(ends(topological(root)))
      const tests = [...less.values()].reduce(
        (sum, { node, next }) => sum + (node.tests ?? Math.min(1, next.length)),
        0,
      )
      expect(tests).toBe(topological(root).filter(({ kind }) => kind === 'test').length)
    }),
    { numRuns: 200 },
  )
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

it('has one edge from a jump with equal targets, which tests nothing', () => {
  const program = [op(BPF.LD_ABS, 0), insn(BPF.JEQ_K, 1, 0, 0), ret(verdictOf('ALLOW'))]
  expect(graphOfProgram(program).edges).toEqual([{ from: 0, to: 1, way: 'next' }])
})

it('places a sideways graph from left to right, and another from the top down', () => {
  const size = { width: 10, height: 10 }
  const graph = { sizes: [size, size], edges: [{ from: 0, to: 1 }] }
  const middles = (isSideways: boolean) => placesOf({ ...graph, isSideways }).nodes
  const [[left, right], [above, below]] = [middles(true), middles(false)]
  expect([left!.y, left!.x < right!.x]).toEqual([right!.y, true])
  expect([above!.x, above!.y < below!.y]).toEqual([below!.x, true])
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
  expect(dot(bad, 'a &amp; b & c')).toContain('label="a &amp;amp; b & c"')
  expect(dot(bad, '##[error]##vso[x]')).toContain('label="##&#91;error]##vso&#91;x]"')
  const flowchart = mermaid(bad, hostile)
  expect(flowchart.split('\n').length).toBe(mermaid(graph, 'x').split('\n').length)
  expect(flowchart).not.toMatch(/[<`]|%%|#60; --/)
})
