/*
 * Recognises, from a sample of the pieces, rows of pieces that no stack of filters can hold.
 *
 * The pieces of a row share no tests, so the length of a row is the sum of its pieces. A sample of them, evenly
 * spread, gives an estimate of that length before all pieces are laid out. The rows of a filter are counted
 * together.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import { IrError } from '@seccompile/shape'

/** The number of pieces of a row in a sample. Shorter rows are laid out at once. */
const SAMPLES = 64
/**
 * The instructions of sixteen filters. The filters of a task may have the converted instructions of eight, and there are
 * more converted instructions than classic ones. A stack may take half the instructions of a single filter, where each
 * of its filters has a search tree for its pieces. So the limit is twice eight filters.
 */
const MOST = 16 * BPF_MAXINSNS

/**
 * A counter of the rows of one filter. The counter throws as soon as the rows together are far too long.
 *
 * The counter takes the pieces of a row, and a function that estimates the instructions of a piece. The IrError (P1)
 * has the estimated number of instructions of all rows so far.
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
