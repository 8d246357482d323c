/*
 * What can be said of dividing pieces before anything is compiled.
 *
 * Compiling some pieces to see how much they take is the dear part of dividing a policy. A piece that passes a filter alone
 * is cut further, and where its rules test arguments that the cut has nothing to do with, most of them stay: ten thousand
 * values of six arguments are still five sixths of that in each of the pieces that one argument makes. The rules that
 * stay are counted, which is cheap. What a piece takes grows with the values that its rules test, so one size that is
 * known says about how large the others are.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import { cutPiece, valuesIn } from './split.ts'
import type { Piece } from './split.ts'

/** Twice the filters of 4096 instructions that a task may have: so many pieces that each pass a filter fit no stack. */
const MAX_LARGE_PIECES = 16
/** Pieces that are looked at, evenly spread, to tell how many are large. */
const SAMPLES = 64

/** What pieces come to. */
export type Outlook =
  /** The pieces to go on with, of which the first may fit. */
  | { readonly kind: 'cut'; readonly pieces: readonly Piece[] }
  /** So many pieces would each pass a filter, each by about `insns` instructions, and no filter holds one whole. */
  | { readonly kind: 'too-many'; readonly pieces: number; readonly insns: number }
  /** However often the first is cut, it passes a filter. */
  | { readonly kind: 'undivided'; readonly insns: number }

/** Whether too many of `pieces`, which have no call in common, take more than a filter; as far as samples tell. */
function manyLarge(
  pieces: readonly Piece[],
  insnsPerValue: number,
): Extract<Outlook, { kind: 'too-many' }> | undefined {
  const step = Math.max(1, Math.ceil(pieces.length / SAMPLES))
  const insns = pieces
    .filter((_, i) => i % step === 0)
    .map((piece) => Math.round(valuesIn(piece) * insnsPerValue))
    .filter((own) => own > BPF_MAXINSNS)
  const large = Math.min(step * insns.length, pieces.length)
  return large <= MAX_LARGE_PIECES
    ? undefined
    : { kind: 'too-many', pieces: large, insns: Math.min(...insns) }
}

/**
 * Cuts `piece`, and then the first part of each cut, until that part may fit a filter.
 * @param insnsPerValue - instructions that a value takes which the rules of the piece test; more than 0
 */
export function cutToFit(piece: Piece, insnsPerValue: number): Outlook {
  let pieces: readonly Piece[] = [piece]
  do {
    const [first, ...others] = pieces
    const cut = first === undefined ? undefined : cutPiece(first)
    if (cut === undefined)
      return { kind: 'undivided', insns: Math.round(valuesIn(first ?? piece) * insnsPerValue) }
    const tooMany = manyLarge(cut, insnsPerValue)
    if (tooMany !== undefined) return tooMany
    pieces = [...cut, ...others]
  } while (valuesIn(pieces[0]!) * insnsPerValue > BPF_MAXINSNS)
  return { kind: 'cut', pieces }
}

/**
 * Why the pieces of some condition cannot be divided among filters, none of them cut further yet; `undefined` where
 * nothing is known against it.
 * @param insnsPerValue - a careful guess: less than what a value takes
 */
export function whyNot(
  pieces: readonly Piece[],
  insnsPerValue: number,
): Exclude<Outlook, { kind: 'cut' }> | undefined {
  const parts = new Map<Piece['entry'], Piece[]>()
  for (const piece of pieces) {
    const known = parts.get(piece.entry)
    if (known === undefined) parts.set(piece.entry, [piece])
    else known.push(piece)
  }
  for (const part of parts.values()) {
    const [first] = part
    if (part.length > MAX_LARGE_PIECES) {
      const tooMany = manyLarge(part, insnsPerValue)
      if (tooMany !== undefined) return tooMany
    }
    if (first === undefined || valuesIn(first) * insnsPerValue <= BPF_MAXINSNS) continue
    const outlook = cutToFit(first, insnsPerValue)
    if (outlook.kind !== 'cut') return outlook
  }
  return undefined
}
