/*
 * A filter as nodes and edges, for every level of a filter. The three writers (SVG, DOT, Mermaid) take this form.
 *
 * A graph of thousands of nodes is not readable. So chains and shared tails of a graph of more than sixty nodes are folded, and a
 * flow graph is bounded: it has the first nodes in topological order, and one more node for all nodes after them.
 */
import { BPF } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { isConditional, isReturn, listing, reachable, successors } from '@seccompile/cbpf'
import { topological } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { expectObject } from '@seccompile/shape'
import { callsOf } from '../picture/calls-of.ts'
import { printOptions, testText, verdictIn } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { counted } from '../svg/fixed.ts'
import { toneOf, verdictMark } from '../picture/tone.ts'
import { folded } from './fold.ts'
import type { Draft, FlowEdge, FlowGraph, FlowNode } from './flow-parts.ts'
import { nodesOnWay, pcsOnWay, stepsOf, wayText } from '../way/call-way.ts'
import type { CallWay } from '../way/call-way.ts'

/** The options for making a flow graph. */
export interface FlowGraphOptions {
  readonly names?: Names | undefined
  /** Most nodes; 240 by default, which is the bound of Mermaid. */
  readonly maxNodes?: number | undefined
  /**
   * Whether a verdict is one node (`shared`) or a node at the end of each edge to it (`apart`, the default). Edges
   * from everywhere to one node hide the shape of the rest.
   */
  readonly verdicts?: 'shared' | 'apart' | undefined
  /** A call whose way is marked. */
  readonly way?: CallWay | undefined
}

/** The default of `maxNodes`. */
const MAX_NODES = 240

/** The most nodes of a graph that is not folded. */
const MOST_UNFOLDED = 60

/** A marked way, by the keys of its nodes. */
interface WayMark<Key> {
  readonly keys: readonly Key[]
  readonly text: string
}

function bounded<Key>(
  all: readonly Draft<Key>[],
  { maxNodes = MAX_NODES, verdicts = 'apart' }: FlowGraphOptions,
  marked: WayMark<Key> | undefined,
): FlowGraph {
  const onWay = new Set(marked?.keys)
  const isStep = stepsOf(marked?.keys ?? [])
  const lit = (node: FlowNode, is: boolean): FlowNode => (is ? { ...node, isOnWay: true } : node)
  const nodes: FlowNode[] = []
  const edges: FlowEdge[] = []
  const isApart = ({ node, next }: Draft<Key>): boolean =>
    verdicts === 'apart' && node.tone !== undefined && next.length === 0
  const isLarge = all.filter((draft) => !isApart(draft)).length > MOST_UNFOLDED
  const drafts = isLarge ? folded(all, onWay) : all
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]))
  const inner = drafts.filter((draft, i) => i === 0 || !isApart(draft))
  const kept = inner.slice(0, Math.max(1, maxNodes))
  const leftOut = inner.length - kept.length
  const numbers = new Map(kept.map(({ key }, i) => [key, i]))
  for (const { key, node } of kept) nodes.push(lit(node, onWay.has(key)))
  let rest: number | undefined
  for (const [from, { key, next }] of kept.entries()) {
    for (const { to, way } of next) {
      const known = numbers.get(to)
      const draft = byKey.get(to)!
      const isTaken = isStep(key, to)
      const edge = isTaken ? ({ from, way, isOnWay: true } as const) : { from, way }
      if (known !== undefined) edges.push({ ...edge, to: known })
      else if (isApart(draft)) edges.push({ ...edge, to: nodes.push(lit(draft.node, isTaken)) - 1 })
      else {
        rest ??= nodes.push({ lines: [`${counted(leftOut, 'node')} more`], isRest: true }) - 1
        if (isTaken) nodes[rest] = lit(nodes[rest]!, true)
        edges.push({ ...edge, to: rest })
      }
    }
  }
  return { nodes, edges, leftOut, ...(marked === undefined ? {} : { marked: marked.text }) }
}

/** The flow graph of a decision: a node for each test and each verdict. A shared node is drawn once. */
export function graphOfDecision(root: Decision, options: FlowGraphOptions = {}): FlowGraph {
  expectObject(options, 'options')
  const { names = {}, way } = options
  const keys = way === undefined ? [] : nodesOnWay(root, way.data)
  const end = keys.at(-1)
  const verdict = end?.kind === 'verdict' ? end.verdict : 0
  const marked = way && { keys, text: wayText(way, keys.length - 1, 'test', verdict, names) }
  const calls = callsOf(root)
  const drafts = topological(root).map((node): Draft<Decision> =>
    node.kind === 'verdict'
      ? {
          key: node,
          node: {
            lines: [verdictIn(names, node.verdict)],
            tone: toneOf(node.verdict),
            mark: verdictMark(node.verdict),
          },
          next: [],
        }
      : {
          key: node,
          node: { lines: [testText(node, names, calls.get(node))] },
          next: [
            { to: node.then, way: 'yes' },
            { to: node.else, way: 'no' },
          ],
        },
  )
  return bounded(drafts, options, marked)
}

/** The flow graph of a program. */
export interface ProgramGraphOptions extends FlowGraphOptions {
  /** The byte order of the machine of the program; `little` by default. */
  readonly endianness?: Endianness | undefined
}

/** Most statements that a node shows. */
const MAX_LINES = 8

/** `if (A >= 0x9) goto 0012 else goto 0004` without its targets: the edges show them. */
const withoutTargets = (statement: string): string =>
  statement.replace(/ ?(else )?goto \d+/g, '').replace(/^if \((.*)\)$/, '$1?')

/**
 * The flow graph of a program that the kernel accepts: a node for each run of instructions that always follow each
 * other. The edges of a node show the targets of its test: `yes` is the target if the statement in the node holds.
 * @throws IrError if a field of an instruction does not fit (P0)
 */
export function graphOfProgram(program: Program, options: ProgramGraphOptions = {}): FlowGraph {
  expectObject(options, 'options')
  const { names = {}, endianness = 'little', way } = options
  const lines = listing(program, { ...printOptions(names), endianness })
  const live = reachable(program)
  const starts = new Set<number>([0])
  for (const [pc, { code }] of program.entries()) {
    if (isConditional(code) || successors(program, pc)[0] !== pc + 1)
      for (const target of successors(program, pc)) starts.add(target)
  }
  const drafts: Draft<number>[] = []
  for (const start of [...starts].toSorted((a, b) => a - b)) {
    if (live[start] !== true) continue
    let end = start
    while (
      !isReturn(program[end]!.code) &&
      !isConditional(program[end]!.code) &&
      !starts.has(end + 1) &&
      successors(program, end)[0] === end + 1
    )
      end += 1
    const last = program[end]!
    const isTest = isConditional(last.code) && last.jt !== last.jf
    // The listing negates a test whose jt falls through.
    const isNegated = isTest && last.jt === 0
    const text = lines
      .slice(start, end + 1)
      .map(({ pc, statement }) => `${pc}: ${pc === end && isTest ? withoutTargets(statement) : statement}`)
    const shown =
      text.length <= MAX_LINES
        ? text
        : [...text.slice(0, MAX_LINES - 2), `… ${text.length - MAX_LINES + 1} more`, text.at(-1)!]
    const targets = successors(program, end)
    const verdict = last.code === BPF.RET_K ? last.k : undefined
    drafts.push({
      key: start,
      node: {
        lines: shown,
        ...(verdict === undefined ? {} : { tone: toneOf(verdict), mark: verdictMark(verdict) }),
      },
      next: isTest
        ? targets.map((to, i) => ({ to, way: (i === 0) === isNegated ? 'no' : 'yes' }))
        : targets.slice(0, 1).map((to) => ({ to, way: 'next' })),
    })
  }
  return bounded(drafts, options, way && markedOf(program, way, endianness, starts, names))
}

/** The way of a call through runs of instructions that begin at `starts`. */
function markedOf(
  program: Program,
  way: CallWay,
  endianness: Endianness,
  starts: ReadonlySet<number>,
  names: Names,
): WayMark<number> {
  const { pcs, verdict } = pcsOnWay(program, way.data, endianness)
  return {
    keys: pcs.filter((pc) => starts.has(pc)),
    text: wayText(way, pcs.length, 'instruction', verdict, names),
  }
}
