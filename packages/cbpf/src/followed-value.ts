/*
 * What a register holds on one way through a program, as far as the search for witnesses follows it.
 *
 * A word of the input under a mask, and a constant, are followed exactly. Anything else is `mixed`: we only keep the
 * words that went into it, each with a guess what the word must be for the result to be a given value, which undoes
 * the arithmetic step by step as if the other words were 0. A guess may be wrong; what it leads to is one more input.
 */
import { BPF } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { WHOLE_WORD } from './word-test.ts'

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

/** The constant `value`, a u32. */
export function constant(value: number): FollowedValue {
  return { kind: 'constant', value }
}

/** The whole of `word`. */
export function wholeWord(word: Word): FollowedValue {
  return { kind: 'word', word, mask: WHOLE_WORD }
}

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

/** What A holds after the arithmetic instruction `code` with `operand`; NEG takes no notice of it. */
export function afterAlu(code: number, a: FollowedValue, operand: FollowedValue): FollowedValue {
  const isAnd = code === BPF.AND_K || code === BPF.AND_X
  if (isAnd && operand.kind === 'constant') {
    if (a.kind === 'word') return { ...a, mask: (a.mask & operand.value) >>> 0 }
    if (a.kind === 'constant') return constant((a.value & operand.value) >>> 0)
  }
  const k = operand.kind === 'constant' ? operand.value : 0
  const left = sourcesOf(a).map(({ word, guess }): Source => {
    return { word, guess: (target) => guess(undone(code, target, k)) }
  })
  const right = operand.kind === 'constant' ? [] : sourcesOf(operand)
  return { kind: 'mixed', sources: [...left, ...right].slice(0, MAX_SOURCES) }
}

/** A value of A from which `code` with the operand `k` makes `result`, where there is one that is easily found. */
function undone(code: number, result: number, k: number): number {
  switch (code) {
    case BPF.ADD_K:
    case BPF.ADD_X:
      return (result - k) >>> 0
    case BPF.SUB_K:
    case BPF.SUB_X:
      return (result + k) >>> 0
    case BPF.XOR_K:
    case BPF.XOR_X:
      return (result ^ k) >>> 0
    case BPF.OR_K:
    case BPF.OR_X:
      return (result & ~k) >>> 0
    case BPF.MUL_K:
    case BPF.MUL_X:
      return k === 0 ? 0 : Math.floor(result / k)
    case BPF.DIV_K:
    case BPF.DIV_X:
      return Math.imul(result, k) >>> 0
    case BPF.LSH_K:
    case BPF.LSH_X:
      return result >>> k
    case BPF.RSH_K:
    case BPF.RSH_X:
      return (result << k) >>> 0
    case BPF.NEG:
      return -result >>> 0
    default:
      return result
  }
}
