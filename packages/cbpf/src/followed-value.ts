/*
 * The value of a register on one path through a program, as far as the search for witnesses follows it.
 *
 * A constant is followed exactly, and so is a word of the input under a mask. Every other value is `mixed`. A mixed
 * value keeps only the words that it was computed from, each with a guess: the value of the word for which the result
 * is a given number. The guess undoes the arithmetic step by step, as if the other words were 0. A wrong guess does
 * no harm: it is one more input.
 */
import { wordAt } from '@seccompile/abi'
import type { Endianness, Word } from '@seccompile/abi'
import { aluOp } from './code.ts'
import type { AluOp } from './code.ts'
import type { WalkDomain } from './step.ts'
import { WHOLE_WORD } from '@seccompile/abi'

/** The value of a register. */
export type FollowedValue =
  | { readonly kind: 'word'; readonly word: Word; readonly mask: number }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'mixed'; readonly sources: readonly ValueSource[] }

/** A word that a value was computed from, and a guess of the word for which the value is `target`. */
export interface ValueSource {
  readonly word: Word
  readonly guess: (target: number) => number
}

/** Most words that a mixed value remembers. */
const MAX_SOURCES = 4

const constant = (value: number): FollowedValue => ({ kind: 'constant', value })

/** The words that `value` was computed from. */
export function sourcesOf(value: FollowedValue): readonly ValueSource[] {
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
export function followedValues(endianness: Endianness): WalkDomain<FollowedValue> {
  return {
    constant,
    word: (offset) => {
      const word = wordAt(offset, endianness)
      return word === undefined ? constant(0) : { kind: 'word', word, mask: WHOLE_WORD }
    },
    arithmetic: (code, a, operand) => afterArithmetic(aluOp(code), a, operand),
  }
}

/** The value of A after `op` with `operand`. */
function afterArithmetic(op: AluOp | undefined, a: FollowedValue, operand: FollowedValue): FollowedValue {
  if (op === 'and' && operand.kind === 'constant') {
    if (a.kind === 'word') return { ...a, mask: (a.mask & operand.value) >>> 0 }
    if (a.kind === 'constant') return constant((a.value & operand.value) >>> 0)
  }
  const k = operand.kind === 'constant' ? operand.value : 0
  const left = sourcesOf(a).map(({ word, guess }): ValueSource => {
    return { word, guess: (target) => guess(undone(op, target, k)) }
  })
  const right = operand.kind === 'constant' ? [] : sourcesOf(operand)
  return { kind: 'mixed', sources: [...left, ...right].slice(0, MAX_SOURCES) }
}

/** A guess of the value of A for which `op` with the operand `k` yields `result`. */
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
