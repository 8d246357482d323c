/*
 * What a test takes as instructions: the cost model that layouts choose by, and the plan that `lower` carries out.
 *
 * A test becomes up to three instructions, in this order: `ld [k]`, `and #mask` and a conditional jump. After the jump A
 * still holds what the test looked at. So what an edge of the graph leaves to do follows from the tests at its two ends:
 * nothing but the jump where both look at the same value, the `and` where the first one held more bits of it, else the load.
 *
 * A test without a mask is one jump. A masked test takes an `and`, which leaves A without the whole word, unless `jset`,
 * which masks by itself, can ask the same. With v = word & mask:
 *
 *   v & k != 0   is   word & (mask & k) != 0
 *   v == 0       is   not word & mask != 0
 *   v > 0, v >= 1, and v == mask where mask has one bit   are   word & mask != 0
 */
import { assertNever } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { WHOLE_WORD } from '@seccompile/abi'
import type { Decision, Test } from './node.ts'
import { topological } from './topological.ts'

/** A value that A can hold: `word & mask`. */
export interface MaskedWord {
  readonly word: Word
  readonly mask: number
}

/** Whether a masked test asks if any bit of its mask is set (`true`), or if none is (`false`); `undefined` for other tests. */
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

/** What A holds at the jump of `test`, and after it. */
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

/** What is left to do where A holds `held`, or no word, and has to hold `wanted`. */
export function preparation(held: MaskedWord | undefined, wanted: MaskedWord): Preparation {
  const isSame = held?.word === wanted.word && held.mask === wanted.mask
  const holdsBits = held?.word === wanted.word && (held.mask & wanted.mask) >>> 0 === wanted.mask
  return { load: !holdsBits, and: !isSame && wanted.mask !== WHOLE_WORD }
}

/** How many instructions {@link preparation} is. */
export function preparationInsns(held: MaskedWord | undefined, wanted: MaskedWord): number {
  const { load, and } = preparation(held, wanted)
  return Number(load) + Number(and)
}

/** What yields the most instructions that a way from a node on executes, its load and the return included. */
export function longestRest(): (root: Decision) => number {
  /** From the jump or the return of a node on. */
  const known = new Map<Decision, number>()
  const after = (held: MaskedWord | undefined, next: Decision): number =>
    (next.kind === 'verdict' ? 0 : preparationInsns(held, heldBy(next))) + known.get(next)!
  return (root) => {
    // In a loop: rules in a row are thousands of tests deep.
    for (const node of known.has(root) ? [] : topological(root).toReversed()) {
      const held = node.kind === 'verdict' ? undefined : heldBy(node)
      const rest = node.kind === 'verdict' ? 0 : Math.max(after(held, node.then), after(held, node.else))
      known.set(node, 1 + rest)
    }
    return after(undefined, root)
  }
}
