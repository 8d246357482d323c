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

const MAX_RANGES = 64

interface Reach {
  readonly arch: number | undefined
  readonly numbers: readonly NumberRange[]
}

const joined = (ranges: readonly NumberRange[]): readonly NumberRange[] => {
  const merged: NumberRange[] = []
  for (const { lo, hi } of ranges.toSorted((a, b) => a.lo - b.lo)) {
    const last = merged.at(-1)
    if (last === undefined || lo > last.hi + 1) merged.push({ lo, hi })
    else if (hi > last.hi) merged[merged.length - 1] = { lo: last.lo, hi }
  }
  return merged.length <= MAX_RANGES ? merged : [{ lo: merged[0]!.lo, hi: merged.at(-1)!.hi }]
}

const within = (ranges: readonly NumberRange[], lo: number, hi: number): readonly NumberRange[] =>
  ranges
    .map((range) => ({ lo: Math.max(range.lo, lo), hi: Math.min(range.hi, hi) }))
    .filter((range) => range.lo <= range.hi)

function numbersAfter(
  numbers: readonly NumberRange[],
  { op, k }: TestNode,
  holds: boolean,
): readonly NumberRange[] {
  switch (op) {
    case 'eq':
      return holds
        ? within(numbers, k, k)
        : joined([...within(numbers, 0, k - 1), ...within(numbers, k + 1, WHOLE_WORD)])
    case 'gt':
      return holds ? within(numbers, k + 1, WHOLE_WORD) : within(numbers, 0, k)
    case 'ge':
      return holds ? within(numbers, k, WHOLE_WORD) : within(numbers, 0, k - 1)
    case 'set':
      return numbers
  }
}

function after({ arch, numbers }: Reach, node: TestNode, holds: boolean): Reach {
  if (node.mask !== WHOLE_WORD) return { arch, numbers }
  if (node.word === WORD_NR) return { arch, numbers: numbersAfter(numbers, node, holds) }
  return node.word === WORD_ARCH && node.op === 'eq' && holds ? { arch: node.k, numbers } : { arch, numbers }
}

/** For each node under `root`, the calls that can reach it, or more; no entry where those of several arches can. */
export function callsOf(root: Decision): ReadonlyMap<Decision, readonly CallsOfArch[]> {
  const reach = new Map<Decision, Reach>([[root, { arch: undefined, numbers: [{ lo: 0, hi: WHOLE_WORD }] }]])
  const arrive = (node: Decision, next: Reach): void => {
    const known = reach.get(node)
    const merged =
      known === undefined
        ? next
        : {
            arch: known.arch === next.arch ? known.arch : undefined,
            numbers: joined([...known.numbers, ...next.numbers]),
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
    // A way that no call takes leaves its node unreached, and the walk goes on there without numbers.
    for (const child of [node.then, node.else])
      if (!reach.has(child)) reach.set(child, { arch: before.arch, numbers: [] })
  }
  return new Map(
    [...reach].flatMap(([node, { arch, numbers }]) =>
      arch === undefined ? [] : [[node, [{ arch, numbers }]]],
    ),
  )
}
