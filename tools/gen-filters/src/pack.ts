/* The packed text of a program; packages/filters/src/filter/filter.ts says its form. */
import type { Program } from '@seccompile/abi'

/** `k` in groups of 7 bits, the lowest first. */
function groupsOf(k: number): readonly number[] {
  return k < 0x80 ? [k] : [(k & 0x7f) | 0x80, ...groupsOf(k >>> 7)]
}

/** The packed text of `program`. */
export function pack(program: Program): string {
  const bytes = program.flatMap(({ code, jt, jf, k }) => [code, jt, jf, ...groupsOf(k)])
  return Buffer.from(bytes).toString('base64')
}
