/* The two words of an argument. A diagram and a program test them one after the other. */
import { U32 } from '@seccompile/rules'
import type { Range, RangeSet } from '@seccompile/rules'

/** The high word of a u64. */
export function highWord(value: bigint): number {
  return Number(value >> 32n)
}

/** The low word of a u64. */
export function lowWord(value: bigint): number {
  return Number(value & 0xffff_ffffn)
}

/** High words with the same low words: for each of them, a set of values has exactly these low words. All ascending. */
export interface HighWords extends Range<number> {
  readonly lows: readonly Range<number>[]
}

/** `values`, grouped by their high words. */
export function byHighWord(values: RangeSet<bigint>): readonly HighWords[] {
  const words: (Range<number> & { readonly lows: Range<number>[] })[] = []
  const add = (lo: number, hi: number, lows: Range<number>): void => {
    const last = words.at(-1)
    // The last high word of a range may be the first high word of the next range.
    if (last?.lo === lo && last.hi === hi) last.lows.push(lows)
    else words.push({ lo, hi, lows: [lows] })
  }
  for (const { lo, hi } of values) {
    const [from, to] = [highWord(lo), highWord(hi)]
    if (from === to) {
      add(from, from, { lo: lowWord(lo), hi: lowWord(hi) })
      continue
    }
    add(from, from, { lo: lowWord(lo), hi: U32.max })
    if (from + 1 < to) add(from + 1, to - 1, { lo: 0, hi: U32.max })
    add(to, to, { lo: 0, hi: lowWord(hi) })
  }
  return words
}
