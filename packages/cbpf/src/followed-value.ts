/*
 * What a register holds on one way through a program, as far as the search for witnesses follows it.
 *
 * A word of the input under a mask, and a constant, are followed exactly. Anything else is `mixed`: we only keep the
 * words that went into it, each with a guess what the word must be for the result to be a given value, which undoes
 * the arithmetic step by step as if the other words were 0. A guess may be wrong; what it leads to is one more input.
 */
import { wordAt } from '@seccompile/abi'
import type { Endianness, Word } from '@seccompile/abi'
import { aluOp } from './code.ts'
import type { AluOp } from './code.ts'
import type { Domain } from './step.ts'
import { WHOLE_WORD } from '@seccompile/abi'

/** What a register or a scratch word holds. */
export type FollowedValue =
  | { readonly kind: 'word'; readonly word: Word; readonly mask: number }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'mixed'; readonly sources: readonly Source[] }

/** A word that went into a value, and a guess of what it is when the value is `target`. */
export interface Source {
  readonly word: Word
  readonly guess: (target: number) => number
}

/** Most words that a mixed value remembers. */
const MAX_SOURCES = 4

const constant = (value: number): FollowedValue => ({ kind: 'constant', value })

/** The words that went into `value`. */
export function sourcesOf(value: FollowedValue): readonly Source[] {
  switch (value.kind) {
    case 'word':
      return [{ word: value.word, guess: (target) => target }]
    case 'constant':
      return []
    default:
      return value.sources
  }
}

/** The values of a walk for witnesses, on a machine of byte order `endianness`. */
export function followedValues(endianness: Endianness): Domain<FollowedValue> {
  return {
    constant,
    word: (offset) => {
      const word = wordAt(offset, endianness)
      return word === undefined ? constant(0) : { kind: 'word', word, mask: WHOLE_WORD }
    },
    arithmetic: (code, a, operand) => afterArithmetic(aluOp(code), a, operand),
  }
}

/** What A holds after `op` with `operand`. */
function afterArithmetic(op: AluOp | undefined, a: FollowedValue, operand: FollowedValue): FollowedValue {
  if (op === 'and' && operand.kind === 'constant') {
    if (a.kind === 'word') return { ...a, mask: (a.mask & operand.value) >>> 0 }
    if (a.kind === 'constant') return constant((a.value & operand.value) >>> 0)
  }
  const k = operand.kind === 'constant' ? operand.value : 0
  const left = sourcesOf(a).map(({ word, guess }): Source => {
    return { word, guess: (target) => guess(undone(op, target, k)) }
  })
  const right = operand.kind === 'constant' ? [] : sourcesOf(operand)
  return { kind: 'mixed', sources: [...left, ...right].slice(0, MAX_SOURCES) }
}

/** A value of A from which `op` with the operand `k` makes `result`, where there is one that is easily found. */
function undone(op: AluOp | undefined, result: number, k: number): number {
  switch (op) {
    case 'add':
      return (result - k) >>> 0
    case 'sub':
      return (result + k) >>> 0
    case 'xor':
      return (result ^ k) >>> 0
    case 'or':
      return (result & ~k) >>> 0
    case 'mul':
      return k === 0 ? 0 : Math.floor(result / k)
    case 'div':
      return Math.imul(result, k) >>> 0
    case 'lsh':
      return result >>> k
    case 'rsh':
      return (result << k) >>> 0
    case 'neg':
      return -result >>> 0
    default:
      return result
  }
}
