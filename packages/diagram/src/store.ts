/*
 * The store of nodes: multi-terminal binary decision diagrams, reduced and ordered (Bryant 1986; Fujita, McGeer and
 * Yang 1997).
 *
 * A node asks one bit and has two children, for 0 and for 1. Bits are asked in one fixed order. No node has two
 * equal children, and equal nodes exist once. Then two functions are equal exactly when they are the same node.
 * So a node is a number here, and `===` compares functions.
 *
 * Bits are numbered in the order in which they are asked: bit 0 is the most significant of the first word. Terminals
 * are the leaves, each a u32 value; a diagram whose values are 0 and 1 is a predicate, and `ite` takes one to choose
 * between two others.
 *
 * Nodes are stored in typed arrays that grow by doubling, and are found by open addressing. No node is ever freed: a
 * store is made for one question, and dropped after it. The numbers of nodes and steps are bounded, since some
 * functions have no small diagram in any order. The middle bits of a product are the classic case.
 */

/** A node of one store: a number that means nothing elsewhere. */
export type Node = number

/** A diagram exceeded a bound of its store, so the question is undecided. Recognise the error by `name`. */
export class DiagramLimitError extends Error {
  override readonly name: string = 'DiagramLimitError'
  readonly code: string = 'E_LIMIT'

  /** @param bound - the bound that was exceeded: `more than 1000 nodes` */
  constructor(bound: string) {
    super(`the diagram takes ${bound}`)
  }
}

/** How large a store may get. */
export interface StoreLimits {
  /**
   * The most nodes, terminals included; 4,000,000 if left out, which take some hundred megabytes. No store has more
   * than {@link MOST_NODES}.
   */
  readonly maxNodes?: number
  /** The most steps of `ite` without those that its memory answers; 40,000,000 if left out, which take some seconds. */
  readonly maxSteps?: number
}

/** A store of nodes, with functions that make and combine them. */
export interface Store {
  /** The number of nodes, terminals included. */
  readonly size: () => number
  /** The leaf with `value`, a u32. */
  readonly terminal: (value: number) => Node
  /**
   * The node that asks `bit` and goes to `zero` or `one`, which ask later bits.
   * @throws DiagramLimitError where it would exceed `maxNodes`, as does every function that makes nodes
   */
  readonly node: (bit: number, zero: Node, one: Node) => Node
  /** The bit that `node` asks; {@link TERMINAL} for a leaf. */
  readonly bitOf: (node: Node) => number
  /** The child of `node` for a bit that is 0. */
  readonly zeroOf: (node: Node) => Node
  /** The child of `node` for a bit that is 1. */
  readonly oneOf: (node: Node) => Node
  /** The value of a leaf. */
  readonly valueOf: (leaf: Node) => number
  /**
   * The diagram that is `then` where the predicate `condition` is 1, and `otherwise` where it is 0.
   * @throws DiagramLimitError where it would exceed `maxNodes` or `maxSteps`
   */
  readonly ite: (condition: Node, then: Node, otherwise: Node) => Node
  /** Steps taken so far: those of `ite`, and those that {@link Store.take} counted. */
  readonly steps: () => number
  /**
   * Counts `steps` of work that other code does on the nodes of this store, so that one bound holds for all
   * work.
   * @throws DiagramLimitError where the sum exceeds `maxSteps`
   */
  readonly take: (steps: number) => void
  /**
   * The result of `work`, or `undefined` where it takes more than `maxSteps` steps, or makes more than `maxSteps`
   * nodes. Nodes that `work` made before it stopped stay in the store.
   * @throws DiagramLimitError where `work` exceeds a limit of the store itself; and every other error of `work`
   */
  readonly within: <T>(maxSteps: number, work: () => T) => T | undefined
  /** The predicate that is never true: the leaf 0. */
  readonly never: Node
  /** The predicate that is always true: the leaf 1. */
  readonly always: Node
}

/** The result of `bitOf` for a leaf: a number above every bit. */
export const TERMINAL = 0x7fff_ffff

/** The most nodes of any store. The key of a pair of nodes, `a * MOST_NODES + b`, is then a whole number that a double holds. */
export const MOST_NODES: number = 2 ** 26

const DEFAULT_MAX_NODES = 4_000_000
const DEFAULT_MAX_STEPS = 40_000_000
const FIRST_CAPACITY = 1 << 11
/**
 * The slots of the memory of `ite`: the first number, and the most. A later result overwrites an earlier one in the
 * same slot. The memory grows before half of it is in use, up to 16 MiB. After a lost result, `ite` repeats the
 * steps. So the number of steps of a store of a million nodes, and the work that fits into a budget, depend on these
 * numbers.
 */
const ITE_SLOTS = { first: 1 << 12, most: 1 << 20 } as const

/** A hash of three numbers. The multipliers are odd constants without pattern (Knuth, TAOCP 3, 6.4). */
function mix(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b_3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length)
  larger.set(array)
  return larger
}

/** Checks a limit. @throws RangeError where it is negative, or no number */
function checkLimit(name: keyof StoreLimits, limit: number): void {
  // `!(limit >= 0)` also refuses NaN, which every comparison would let through.
  if (typeof limit !== 'number' || !(limit >= 0))
    throw new RangeError(`${name}: expected a number, 0 or more; got ${limit}`)
}

/**
 * A store that holds only two nodes, `never` and `always`.
 * @throws RangeError where a limit is negative, or no number
 */
export function createStore(limits: StoreLimits = {}): Store {
  const { maxNodes = DEFAULT_MAX_NODES, maxSteps = DEFAULT_MAX_STEPS } = limits
  checkLimit('maxNodes', maxNodes)
  checkLimit('maxSteps', maxSteps)
  let capacity = FIRST_CAPACITY
  let bits = new Int32Array(capacity)
  let zeros = new Int32Array(capacity) // for a leaf: its value, as i32
  let ones = new Int32Array(capacity)
  let count = 0
  let steps = 0
  let nodeLimit = Math.min(maxNodes, MOST_NODES)
  let stepLimit = maxSteps
  /**
   * A hash table of nodes: each entry is the number of a node plus 1, at its hash or behind it, and 0 where there is
   * none.
   */
  let slots = new Int32Array(capacity * 2)
  /**
   * The slots of the memory of `ite`: a condition, two other nodes and the result. An empty slot has the condition 0,
   * and no other slot has.
   */
  let memory = new Int32Array(ITE_SLOTS.first * 4)
  /** Slots of `memory` in use. */
  let used = 0

  /** The free slot of the hash table for a new node with these fields. */
  const freeSlot = (bit: number, zero: number, one: number): number => {
    const last = slots.length - 1
    let at = mix(bit, zero, one) & last
    while (slots[at] !== 0) at = (at + 1) & last
    return at
  }
  const grow = (): void => {
    capacity *= 2
    bits = grown(bits, capacity)
    zeros = grown(zeros, capacity)
    ones = grown(ones, capacity)
    slots = new Int32Array(capacity * 2)
    for (let id = 0; id < count; id += 1) slots[freeSlot(bits[id]!, zeros[id]!, ones[id]!)] = id + 1
  }
  /** The place in `memory` of the slot for three nodes with that `hash`. */
  const slotOf = (hash: number): number => (hash << 2) & (memory.length - 4)
  const growMemory = (): void => {
    const before = memory
    memory = new Int32Array(before.length * 4)
    for (let from = 0; from < before.length; from += 4) {
      if (before[from] === 0) continue
      const to = slotOf(mix(before[from]!, before[from + 1]!, before[from + 2]!))
      for (let field = 0; field < 4; field += 1) memory[to + field] = before[from + field]!
    }
  }
  const once = (bit: number, zero: number, one: number): Node => {
    const last = slots.length - 1
    let at = mix(bit, zero, one) & last
    for (let taken = slots[at]!; taken !== 0; taken = slots[at]!) {
      const id = taken - 1
      if (bits[id] === bit && zeros[id] === zero && ones[id] === one) return id
      at = (at + 1) & last
    }
    if (count >= nodeLimit) throw new DiagramLimitError(`more than ${nodeLimit} nodes`)
    if (count === capacity) {
      grow()
      at = freeSlot(bit, zero, one)
    }
    const id = count
    count += 1
    bits[id] = bit
    zeros[id] = zero
    ones[id] = one
    slots[at] = id + 1
    return id
  }

  /** Leaves by their values. There are few leaves, and callers need them often. */
  const leaves = new Map<number, Node>()
  const terminal = (value: number): Node => {
    const known = leaves.get(value)
    if (known !== undefined) return known
    const made = once(TERMINAL, value | 0, 0)
    leaves.set(value, made)
    return made
  }
  const node = (bit: number, zero: Node, one: Node): Node => (zero === one ? zero : once(bit, zero, one))
  const never = terminal(0) // node 0, which no slot has as its condition: for this condition, `ite` needs no memory
  const always = terminal(1)

  const take = (more: number): void => {
    steps += more
    if (steps > stepLimit) throw new DiagramLimitError(`more than ${stepLimit} steps`)
  }

  // The recursion has at most one level for each bit, so it is safe.
  const ite = (condition: Node, then: Node, otherwise: Node): Node => {
    if (condition === always || then === otherwise) return then
    if (condition === never) return otherwise
    if (then === always && otherwise === never) return condition
    const hash = mix(condition, then, otherwise)
    let slot = slotOf(hash)
    if (memory[slot] === condition && memory[slot + 1] === then && memory[slot + 2] === otherwise)
      return memory[slot + 3]!
    take(1)
    const c = bits[condition]!
    const t = bits[then]!
    const o = bits[otherwise]!
    const bit = Math.min(c, t, o)
    const zero = ite(
      c === bit ? zeros[condition]! : condition,
      t === bit ? zeros[then]! : then,
      o === bit ? zeros[otherwise]! : otherwise,
    )
    const one = ite(
      c === bit ? ones[condition]! : condition,
      t === bit ? ones[then]! : then,
      o === bit ? ones[otherwise]! : otherwise,
    )
    const result = node(bit, zero, one)
    if (used >= memory.length / 8 && memory.length < ITE_SLOTS.most * 4) growMemory()
    slot = slotOf(hash) // `memory` may have grown
    if (memory[slot] === 0) used += 1
    memory[slot] = condition
    memory[slot + 1] = then
    memory[slot + 2] = otherwise
    memory[slot + 3] = result
    return result
  }

  const within = <T>(most: number, work: () => T): T | undefined => {
    const outer = { nodes: nodeLimit, steps: stepLimit }
    nodeLimit = Math.min(nodeLimit, count + most)
    stepLimit = Math.min(stepLimit, steps + most)
    const isOwn = (): boolean =>
      (count >= nodeLimit && nodeLimit < outer.nodes) || (steps > stepLimit && stepLimit < outer.steps)
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Error && error.name === 'DiagramLimitError') || !isOwn()) throw error
      return undefined
    } finally {
      nodeLimit = outer.nodes
      stepLimit = outer.steps
    }
  }

  return {
    size: () => count,
    terminal,
    node,
    bitOf: (id) => bits[id]!,
    zeroOf: (id) => zeros[id]!,
    oneOf: (id) => ones[id]!,
    valueOf: (leaf) => zeros[leaf]! >>> 0,
    ite,
    steps: () => steps,
    take,
    within,
    never,
    always,
  }
}
