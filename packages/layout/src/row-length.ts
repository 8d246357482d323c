/*
 * Pieces in a row that no stack of filters can hold, told from some of them.
 *
 * In a row nothing is shared, so thousands of pieces take what they take one by one. Some of them, evenly spread, tell how
 * much that is about, before all of them are laid out. The rows of a filter are counted together.
 */
import { BPF_MAXINSNS, IrError } from '@seccompile/abi'

/** How many pieces of a row are looked at. Shorter rows are laid out at once. */
const SAMPLES = 64
/**
 * Sixteen filters: the kernel lets a task have eight, counted in converted instructions, which are more. Several filters
 * may do with half of what one takes, where the pieces in each have a search tree.
 */
const MOST = 16 * BPF_MAXINSNS

/**
 * What sees, row after row of one filter, that they are not far too long together.
 *
 * It takes the pieces of a row, and what yields about how many instructions a piece takes. It throws IrError (P1), with the
 * number of instructions that the rows so far would take.
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
    throw new IrError('program', [{ invariant: 'P1', where: 'program', message, count: rows }])
  }
}
