/*
 * Finds, without compiling, pieces that cannot be divided among filters.
 *
 * Compiling pieces is the expensive part of dividing a policy. A piece that is too large for one filter is cut along
 * one argument. Its tests of other arguments stay in every new piece. For example, ten thousand values of six
 * arguments, cut along one argument, leave five sixths of the values in every new piece. Counting the values that
 * stay is cheap. The length of a piece grows with the number of values that its rules test. So the known length of
 * one piece gives an estimate for the others.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import { cutPiece, valuesIn } from './split.ts'
import type { EntryPiece } from './split.ts'

/**
 * Twice the number of filters with 4096 instructions that a task may have. If more pieces than this each exceed a
 * filter, no stack holds them.
 */
const MAX_LARGE_PIECES = 16
/** How many pieces, evenly spread, are measured to estimate how many are large. */
const SAMPLES = 64

/** The forecast for some pieces, from counts alone. */
export type Outlook =
  /** The pieces after the cuts. The first may fit into a filter. */
  | { readonly kind: 'cut'; readonly pieces: readonly EntryPiece[] }
  /**
   * So many pieces each exceed a filter that no stack holds them. Each has about `insns` instructions or more, and no
   * two share a filter.
   */
  | { readonly kind: 'too-many'; readonly pieces: number; readonly insns: number }
  /** The first piece exceeds a filter, and cannot be cut further. */
  | { readonly kind: 'undivided'; readonly insns: number }

/**
 * The outlook where, by samples, too many of `pieces` exceed a filter; else `undefined`. The pieces have no call in
 * common.
 */
function manyLarge(
  pieces: readonly EntryPiece[],
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
 * Cuts `piece`, and then the first part of each cut, until that part may fit into a filter.
 * @param insnsPerValue - instructions for each value that the rules of the piece test; more than 0
 */
export function cutToFit(piece: EntryPiece, insnsPerValue: number): Outlook {
  let pieces: readonly EntryPiece[] = [piece]
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
 * The reason that the pieces of some entry cannot be divided among filters; `undefined` where there is none.
 * @param insnsPerValue - instructions for each tested value, as a careful guess: rather too few
 */
export function whyNot(
  pieces: readonly EntryPiece[],
  insnsPerValue: number,
): Exclude<Outlook, { kind: 'cut' }> | undefined {
  const parts = new Map<EntryPiece['entry'], EntryPiece[]>()
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
