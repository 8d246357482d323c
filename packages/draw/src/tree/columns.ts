/*
 * The number line of one arch, cut where the answer can change.
 *
 * With `arch` known, a decision tests the number until it reaches a verdict or a test of another word. A test of the
 * whole number changes its answer at its constant, so the constants cut the line into columns. A test of some bits of
 * the number changes its answer at multiples of the lowest of these bits. If that is too often for a picture, there
 * are no columns.
 */
import { passes, WHOLE_WORD, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'
import { assertNever } from '@seccompile/shape'

/** Numbers of one arch that take the same way. */
export interface Column {
  readonly lo: number
  readonly hi: number
  /** The tests of the number on the way, in order. */
  readonly tests: readonly TestNode[]
  /** The node after the last test: a verdict, or a test of another word. */
  readonly end: Decision
}

/** Most cuts by one test of bits. */
const MAX_CUTS_BY_BITS = 4096
/** Most tests that all columns together keep. It bounds the memory for a long list. */
const MAX_TESTS = 2 ** 20

/** The values of `arch` that tests under `root` compare with, in the order of the tests. */
export function archesOf(root: Decision): readonly number[] {
  const found = new Set<number>()
  for (const node of topological(root))
    if (node.kind === 'test' && node.word === WORD_ARCH && node.mask === WHOLE_WORD && node.op === 'eq')
      found.add(node.k)
  return [...found]
}

/** Whether a test of `arch` under `root` is not an equality. */
export function asksArchOtherwise(root: Decision): boolean {
  return topological(root).some(
    (node) =>
      node.kind === 'test' && node.word === WORD_ARCH && (node.mask !== WHOLE_WORD || node.op !== 'eq'),
  )
}

/** The numbers at which the answer of `node` may change; `undefined` for too many of them. */
function cutsOf({ mask, op, k }: TestNode): readonly number[] | undefined {
  if (mask === WHOLE_WORD) {
    switch (op) {
      case 'eq':
        return [k, k + 1]
      case 'gt':
        return [k + 1]
      case 'ge':
        return [k]
      case 'set':
        break
      default:
        return assertNever(op)
    }
  }
  const bits = op === 'set' ? (mask & k) >>> 0 : mask
  if (bits === 0) return []
  const step = (bits & -bits) >>> 0 // the lowest bit that is set
  const count = 2 ** 32 / step
  if (count > MAX_CUTS_BY_BITS) return undefined
  return Array.from({ length: count }, (_, i) => i * step)
}

const holds = (node: TestNode, word: number): Decision => (passes(node, word) ? node.then : node.else)

/** The first node from `root` on that does not test `arch`, for calls of `arch`. */
function below(root: Decision, arch: number): Decision {
  let node = root
  while (node.kind === 'test' && node.word === WORD_ARCH) node = holds(node, arch)
  return node
}

function columnAt(root: Decision, arch: number, lo: number, hi: number): Column {
  const tests: TestNode[] = []
  let node = below(root, arch)
  while (node.kind === 'test' && node.word === WORD_NR) {
    tests.push(node)
    node = below(holds(node, lo), arch)
  }
  return { lo, hi, tests, end: node }
}

const isSame = (a: Column, b: Column): boolean =>
  a.end === b.end && a.tests.length === b.tests.length && a.tests.every((node, i) => node === b.tests[i])

/**
 * The columns of `arch`, from number 0 to 2^32 - 1; `undefined` for more columns than a picture can show.
 * Neighbouring columns take different ways.
 */
export function columnsOf(root: Decision, arch: number): readonly Column[] | undefined {
  const cuts = new Set<number>([0])
  for (const node of topological(root)) {
    if (node.kind === 'verdict' || node.word !== WORD_NR) continue
    const found = cutsOf(node)
    if (found === undefined) return undefined
    for (const cut of found) if (cut <= WHOLE_WORD) cuts.add(cut)
  }
  const sorted = [...cuts].toSorted((a, b) => a - b)
  const columns: Column[] = []
  let tests = 0
  for (const [i, lo] of sorted.entries()) {
    const column = columnAt(root, arch, lo, (sorted[i + 1] ?? 2 ** 32) - 1)
    tests += column.tests.length
    if (tests > MAX_TESTS) return undefined
    const last = columns.at(-1)
    if (last !== undefined && isSame(last, column)) columns[columns.length - 1] = { ...last, hi: column.hi }
    else columns.push(column)
  }
  return columns
}
