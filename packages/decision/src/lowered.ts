/*
 * The instructions that a test becomes: the cost model of the layouts, and the plan that `lower` carries out.
 *
 * A test becomes up to three instructions, in this order: `ld [k]`, `and #mask` and a conditional jump. After
 * the jump A still holds the value that the test compared. So the tests at the two ends of an edge of the graph
 * determine the instructions of the second test. Where A holds its value already, the jump is enough. Where A
 * holds that word with all the bits of its mask and more, the `and` and the jump are enough. Else the load is
 * needed too.
 *
 * A test without a mask needs no `and`. A masked test needs one, and A then holds only the masked bits of the
 * word. But `jset` masks by itself, so a masked test that `jset` can express needs no `and`. For v = word & mask
 * these are:
 *
 *   v & k != 0   is   word & (mask & k) != 0
 *   v == 0       is   not word & mask != 0
 *   v > 0, v >= 1, and v == mask where mask has one bit   are   word & mask != 0
 */
import type { MaskedWord } from '@seccompile/abi'
import { WHOLE_WORD } from '@seccompile/abi'
import { assertNever } from '@seccompile/shape'
import type { Decision, Test } from './node.ts'
import { topological } from './topological.ts'

/**
 * `true` where a masked test holds if any bit of its mask is set; `false` where it holds if none is; otherwise
 * `undefined`.
 */
export function asksForAnyBit({ mask, op, k }: Test): boolean | undefined {
  const hasOneBit = (mask & (mask - 1)) === 0
  switch (op) {
    case 'eq':
      if (k === 0) return false
      return hasOneBit && k === mask ? true : undefined
    case 'gt':
      return k === 0 ? true : undefined
    case 'ge':
      return k === 1 ? true : undefined
    case 'set':
      return undefined
    default:
      return assertNever(op)
  }
}

/** The value that A holds at the jump of `test`, and after it. */
export function heldBy(test: Test): MaskedWord {
  const { word, mask, op } = test
  const isJset = op === 'set' || (mask !== WHOLE_WORD && asksForAnyBit(test) !== undefined)
  return { word, mask: isJset ? WHOLE_WORD : mask }
}

/** The instructions before the jump of a test. */
export interface Preparation {
  readonly load: boolean
  readonly and: boolean
}

/** The instructions that make A hold `wanted` where it holds `held`; `undefined` stands for no word. */
export function preparation(held: MaskedWord | undefined, wanted: MaskedWord): Preparation {
  const isSame = held?.word === wanted.word && held.mask === wanted.mask
  const holdsBits = held?.word === wanted.word && (held.mask & wanted.mask) >>> 0 === wanted.mask
  return { load: !holdsBits, and: !isSame && wanted.mask !== WHOLE_WORD }
}

/** The number of instructions of {@link preparation}. */
export function preparationInsns(held: MaskedWord | undefined, wanted: MaskedWord): number {
  const { load, and } = preparation(held, wanted)
  return Number(load) + Number(and)
}

/**
 * A function of a node that yields the most instructions executed on a path from it to a verdict, the load and
 * the return included. It remembers the nodes that it has seen.
 */
export function longestRest(): (root: Decision) => number {
  /** The most instructions from the jump or the return of a node on. */
  const known = new Map<Decision, number>()
  const after = (held: MaskedWord | undefined, next: Decision): number =>
    (next.kind === 'verdict' ? 0 : preparationInsns(held, heldBy(next))) + known.get(next)!
  return (root) => {
    // A loop, not a recursion: the graph of a linear filter is thousands of tests deep.
    for (const node of known.has(root) ? [] : topological(root).toReversed()) {
      const held = node.kind === 'verdict' ? undefined : heldBy(node)
      const rest = node.kind === 'verdict' ? 0 : Math.max(after(held, node.then), after(held, node.else))
      known.set(node, 1 + rest)
    }
    return after(undefined, root)
  }
}
