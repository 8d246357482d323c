/*
 * Rows of pieces that no stack of filters can hold, seen from a sample of the pieces.
 *
 * The pieces of a row share no tests, so the length of a row is the sum of its pieces. A sample of them, evenly
 * spread, gives an estimate of that length before all pieces are laid out. The rows of a filter are counted
 * together.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import { IrError } from '@seccompile/shape'

/** How many pieces of a row are looked at. Shorter rows are laid out at once. */
const SAMPLES = 64
/**
 * The instructions of sixteen filters. The kernel lets a task have eight, counted in converted instructions,
 * which are more. A stack of several filters may take half the instructions of one, where the pieces of each
 * have a search tree.
 */
const MOST = 16 * BPF_MAXINSNS

/**
 * A counter of the rows of one filter, which throws once they are far too long together.
 *
 * It takes the pieces of a row, and a function that estimates the instructions of a piece. It throws IrError
 * (P1) with the estimated number of instructions of all rows so far.
 */
export function rowCounter(): <T>(pieces: readonly T[], insnsOf: (piece: T) => number) => void {
  let rows = 0
  return (pieces, insnsOf) => {
    if (pieces.length < SAMPLES) return
    const step = Math.ceil(pieces.length / SAMPLES)
    const sampled = pieces.filter((_, i) => i % step === 0)
    const insns = sampled.reduce((sum, piece) => sum + insnsOf(piece), 0)
    rows += Math.round((insns / sampled.length) * pieces.length)
    if (rows <= MOST) return
    const message = `has about ${rows} instructions, most of them for conditions in a row; the kernel takes at most ${BPF_MAXINSNS}`
    throw new IrError('program', [
      { invariant: 'P1', where: 'program', message, count: rows, isEstimate: true },
    ])
  }
}
