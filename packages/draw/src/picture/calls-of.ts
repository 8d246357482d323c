/*
 * The calls that can reach each node of a decision, so that a test of an argument can be shown by its name.
 *
 * The walk keeps a value of `arch`, if it is the same on all ways to a node, and the numbers as ranges. The numbers are
 * an upper bound: tests of a masked number are ignored, and past MAX_RANGES ranges the first and the last number remain.
 */
import { WHOLE_WORD, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { CallsOfArch, NumberRange } from '@seccompile/cbpf'
import { topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'
import { difference, intersection, U32, union } from '@seccompile/rules'

const MAX_RANGES = 64

interface ArchNumbers {
  readonly arch: number | undefined
  readonly numbers: readonly NumberRange[]
}

/** `ranges`; many ranges become one range around them. */
const few = (ranges: readonly NumberRange[]): readonly NumberRange[] =>
  ranges.length <= MAX_RANGES ? ranges : [{ lo: ranges[0]!.lo, hi: ranges.at(-1)!.hi }]

/** The numbers that pass a test, without its mask. */
const passing = ({ op, k }: TestNode): NumberRange => ({
  lo: op === 'gt' ? k + 1 : k,
  hi: op === 'eq' ? k : WHOLE_WORD,
})

function numbersAfter(
  numbers: readonly NumberRange[],
  node: TestNode,
  holds: boolean,
): readonly NumberRange[] {
  if (node.op === 'set') return numbers
  const range = passing(node)
  const passed = range.lo > range.hi ? [] : [range]
  return few(holds ? intersection(numbers, passed) : difference(U32, numbers, passed))
}

function after({ arch, numbers }: ArchNumbers, node: TestNode, holds: boolean): ArchNumbers {
  if (node.mask !== WHOLE_WORD) return { arch, numbers }
  if (node.word === WORD_NR) return { arch, numbers: numbersAfter(numbers, node, holds) }
  return node.word === WORD_ARCH && node.op === 'eq' && holds ? { arch: node.k, numbers } : { arch, numbers }
}

/**
 * For each node under `root`, a set that contains all calls that can reach it; no entry if calls of several arches
 * can.
 */
export function callsOf(root: Decision): ReadonlyMap<Decision, readonly CallsOfArch[]> {
  const reach = new Map<Decision, ArchNumbers>([
    [root, { arch: undefined, numbers: [{ lo: 0, hi: WHOLE_WORD }] }],
  ])
  const arrive = (node: Decision, next: ArchNumbers): void => {
    const known = reach.get(node)
    const merged =
      known === undefined
        ? next
        : {
            arch: known.arch === next.arch ? known.arch : undefined,
            numbers: few(union(U32, known.numbers, next.numbers)),
          }
    reach.set(node, merged)
  }
  for (const node of topological(root)) {
    if (node.kind === 'verdict') continue
    const before = reach.get(node)!
    for (const holds of [true, false]) {
      const next = after(before, node, holds)
      if (next.numbers.length > 0) arrive(holds ? node.then : node.else, next)
    }
    // A way that no call takes leaves its node unreached. The walk continues there without numbers.
    for (const child of [node.then, node.else])
      if (!reach.has(child)) reach.set(child, { arch: before.arch, numbers: [] })
  }
  return new Map(
    [...reach].flatMap(([node, { arch, numbers }]) =>
      arch === undefined ? [] : [[node, [{ arch, numbers }]]],
    ),
  )
}
