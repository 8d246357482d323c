/*
 * Smaller graphs: several tests as one node.
 *
 * A chain is a run of tests that leave to one verdict by the same side, such as a list of numbers. It becomes a node with its
 * first and its last test, and with the two ways of such a test. A shared tail is what follows where ways meet: the tests from
 * there on that no other way reaches. A small one becomes a node with its first test, and a line to each of its exits. A branch
 * is a part of a search in which no ways meet. A small one becomes such a node too. Tests on a marked way are never folded.
 */
import { counted } from '../svg/fixed.ts'
import type { Draft } from './flow-parts.ts'

/** The fewest tests of a chain that is folded. */
const LEAST_CHAIN = 4
/** The fewest and the most nodes of a tail that is folded: a larger tail is what the picture is about. */
const LEAST_TAIL = 2
const MOST_TAIL = 12
/** The fewest and the most tests of a branch that is folded. */
const LEAST_BRANCH = 3
const MOST_BRANCH = 12

/** A graph of drafts, each before those that follow it. */
interface DraftGraph<Key> {
  readonly drafts: readonly Draft<Key>[]
  readonly byKey: ReadonlyMap<Key, Draft<Key>>
  readonly before: ReadonlyMap<Key, readonly Key[]>
  /** Whether a node may be folded: it has successors, and is on no marked way. */
  readonly isOpen: (key: Key) => boolean
}

function graphOf<Key>(drafts: readonly Draft<Key>[], kept: ReadonlySet<Key>): DraftGraph<Key> {
  const before = new Map<Key, Key[]>()
  for (const { key, next } of drafts)
    for (const { to } of next) before.set(to, [...(before.get(to) ?? []), key])
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]))
  const isOpen = (key: Key): boolean => byKey.get(key)!.next.length > 0 && !kept.has(key)
  return { drafts, byKey, before, isOpen }
}

/** The side of a test that is an end, and the other side; `undefined` for a test without such a side. */
function sidesOf<Key>({ next }: Draft<Key>, { byKey }: DraftGraph<Key>) {
  if (next.length !== 2) return undefined
  const end = next.find(({ to }) => byKey.get(to)!.next.length === 0)
  const on = next.find((side) => side !== end)
  return end === undefined || on === undefined ? undefined : { end, on }
}

/** The chain of tests from `first` on. */
function chainFrom<Key>(first: Draft<Key>, graph: DraftGraph<Key>): readonly Draft<Key>[] {
  const chain: Draft<Key>[] = []
  const leaves = sidesOf(first, graph)?.end
  for (let at: Draft<Key> | undefined = first; at !== undefined;) {
    const sides = sidesOf(at, graph)
    if (sides === undefined || sides.end.to !== leaves?.to || sides.end.way !== leaves.way) break
    if (!graph.isOpen(at.key) || (chain.length > 0 && graph.before.get(at.key)!.length > 1)) break
    chain.push(at)
    at = graph.byKey.get(sides.on.to)
  }
  return chain
}

/** The nodes from `first` on that only ways through `first` reach, in order. */
function tailFrom<Key>(at: number, { drafts, before, isOpen }: DraftGraph<Key>): readonly Draft<Key>[] {
  const tail = [drafts[at]!]
  const inside = new Set([drafts[at]!.key])
  for (const draft of drafts.slice(at + 1)) {
    const ways = before.get(draft.key) ?? []
    if (!isOpen(draft.key) || ways.length === 0 || !ways.every((key) => inside.has(key))) continue
    if (tail.length === MOST_TAIL) return [] // too large
    inside.add(draft.key)
    tail.push(draft)
  }
  return tail
}

const testsOf = ({ node }: Draft<unknown>): number => node.tests ?? 1
const testsIn = (drafts: readonly Draft<unknown>[]): number =>
  drafts.reduce((sum, each) => sum + testsOf(each), 0)

function chainNode<Key>(chain: readonly Draft<Key>[], graph: DraftGraph<Key>): Draft<Key> {
  const [first, last] = [chain[0]!, chain.at(-1)!]
  const { end, on } = sidesOf(last, graph)!
  const lines = [...first.node.lines, `… ${counted(chain.length - 2, 'test')} more`, ...last.node.lines]
  return { key: first.key, node: { lines, tests: chain.length }, next: [end, on] }
}

function tailNode<Key>(tail: readonly Draft<Key>[]): Draft<Key> {
  const [first] = tail
  const inside = new Set(tail.map(({ key }) => key))
  const exits = new Set(tail.flatMap(({ next }) => next.map(({ to }) => to)).filter((to) => !inside.has(to)))
  const tests = testsIn(tail)
  return {
    key: first!.key,
    node: { lines: [...first!.node.lines, `… ${counted(tests - 1, 'test')} more`], tests },
    next: [...exits].map((to) => ({ to, way: 'next' })),
  }
}

/** `drafts` with the nodes of each of `groups` as one; a group has its node and the keys that it stands for. */
function replaced<Key>(
  drafts: readonly Draft<Key>[],
  groups: readonly (readonly [node: Draft<Key>, of: readonly Draft<Key>[]])[],
): readonly Draft<Key>[] {
  const gone = new Set(groups.flatMap(([, of]) => of.map(({ key }) => key)))
  const nodes = new Map(groups.map(([node]) => [node.key, node]))
  return drafts.flatMap((draft) => {
    const node = nodes.get(draft.key)
    return node !== undefined ? [node] : gone.has(draft.key) ? [] : [draft]
  })
}

function withoutChains<Key>(drafts: readonly Draft<Key>[], kept: ReadonlySet<Key>): readonly Draft<Key>[] {
  const graph = graphOf(drafts, kept)
  const taken = new Set<Key>()
  const groups = drafts.flatMap((draft) => {
    if (taken.has(draft.key)) return []
    const chain = chainFrom(draft, graph)
    if (chain.length < LEAST_CHAIN) return []
    for (const { key } of chain) taken.add(key)
    return [[chainNode(chain, graph), chain] as const]
  })
  return replaced(drafts, groups)
}

function withoutTails<Key>(drafts: readonly Draft<Key>[], kept: ReadonlySet<Key>): readonly Draft<Key>[] {
  const graph = graphOf(drafts, kept)
  const taken = new Set<Key>()
  const groups = drafts.flatMap((draft, at) => {
    const isShared = new Set(graph.before.get(draft.key)).size > 1
    if (!isShared || !graph.isOpen(draft.key) || taken.has(draft.key)) return []
    const tail = tailFrom(at, graph)
    if (tail.length < LEAST_TAIL || tail.some(({ key }) => taken.has(key))) return []
    for (const { key } of tail) taken.add(key)
    return [[tailNode(tail), tail] as const]
  })
  return replaced(drafts, groups)
}

/** The number of tests from each node on, for nodes from which on no ways meet, up to the bound of a branch. */
function branchSizes<Key>({ drafts, before, isOpen }: DraftGraph<Key>): ReadonlyMap<Key, number> {
  const sizes = new Map<Key, number>()
  for (const draft of drafts.toReversed()) {
    const { key, next } = draft
    const tests = next.map(({ to }) => (isOpen(to) && before.get(to)!.length > 1 ? undefined : sizes.get(to)))
    const size = tests.reduce<number | undefined>(
      (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
      next.length === 0 ? 0 : testsOf(draft),
    )
    if (size !== undefined && size <= MOST_BRANCH && (next.length === 0 || isOpen(key))) sizes.set(key, size)
  }
  return sizes
}

function withoutBranches<Key>(drafts: readonly Draft<Key>[], kept: ReadonlySet<Key>): readonly Draft<Key>[] {
  const graph = graphOf(drafts, kept)
  const sizes = branchSizes(graph)
  const taken = new Set<Key>()
  const groups = drafts.flatMap((draft) => {
    const isBranch = graph.isOpen(draft.key) && (sizes.get(draft.key) ?? 0) >= LEAST_BRANCH
    if (!isBranch || taken.has(draft.key)) return []
    const inside = new Set([draft.key])
    for (const key of inside)
      for (const { to } of graph.byKey.get(key)!.next) if (graph.isOpen(to)) inside.add(to)
    for (const key of inside) taken.add(key)
    const branch = drafts.filter(({ key }) => inside.has(key))
    return [[tailNode(branch), branch] as const]
  })
  return replaced(drafts, groups)
}

/** `drafts`, each before those that follow it, with branches, chains and shared tails as one node; `kept` stay as they are. */
export const folded = <Key>(drafts: readonly Draft<Key>[], kept: ReadonlySet<Key>): readonly Draft<Key>[] =>
  withoutTails(withoutBranches(withoutChains(drafts, kept), kept), kept)
