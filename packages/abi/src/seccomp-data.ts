/*
 * What a filter sees: struct seccomp_data, 64 bytes, read by classic BPF in aligned 32-bit words.
 *
 * A 64-bit field is two words whose order in memory is the machine's. Above the program level nobody wants
 * to care, so `Word` names words by what they hold, not by where they lie: 0 is nr, 1 is arch, then low and
 * high word of the instruction pointer and of each argument. Only what turns a word into an `ld [k]` (or back)
 * asks for the byte order, through `wordOffset`. The two numberings differ by `^ 1`, and only on big endian.
 */

/** Byte order of the machine that runs the filter. */
export type Endianness = 'little' | 'big'

/**
 * The facts of one system call that a filter decides on.
 *
 * `nr` is the kernel's `int nr` as u32 (BPF compares it unsigned), `arch` an `AUDIT_ARCH_*` u32,
 * `instruction_pointer` and the six `args` are u64.
 * @see include/uapi/linux/seccomp.h: struct seccomp_data
 */
export interface SeccompData {
  readonly nr: number
  readonly arch: number
  readonly instruction_pointer: bigint
  readonly args: readonly [bigint, bigint, bigint, bigint, bigint, bigint]
}

/** Bytes of `struct seccomp_data`; also what `ld #len` yields. */
export const SECCOMP_DATA_BYTES = 64

/** System call arguments in `seccomp_data`. */
export const SECCOMP_DATA_ARGS = 6

/**
 * The `nr` of no call, -1: a tracer sets it to skip one, and tools ask with it whether a filter is there.
 * @see Documentation/userspace-api/seccomp_filter.rst: SECCOMP_RET_TRACE
 */
export const NO_CALL = 0xffff_ffff

/**
 * A 32-bit word of `seccomp_data` by meaning, 0 to 15: {@link WORD_NR}, {@link WORD_ARCH}, instruction pointer
 * low and high (2, 3), then argument i low (4 + 2i) and high (5 + 2i).
 */
export type Word = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15

/** Number of words in `seccomp_data`. */
export const WORD_COUNT = 16

/** The word that holds the system call number. */
export const WORD_NR = 0

/** The word that holds the `AUDIT_ARCH_*` value. */
export const WORD_ARCH = 1

/** The word with the low 32 bits of argument `index` (0 to 5). */
export function argLow(index: number): Word {
  return (4 + 2 * index) as Word // in range for every index of six
}

/** The word with the high 32 bits of argument `index` (0 to 5). */
export function argHigh(index: number): Word {
  return (5 + 2 * index) as Word // in range for every index of six
}

/** The byte offset of `word` in `seccomp_data`: what `ld [k]` takes as `k`. */
export function wordOffset(word: Word, endianness: Endianness): number {
  return 4 * (endianness === 'big' && word >= 2 ? word ^ 1 : word)
}

/** The word at byte offset `k`, or `undefined` where `ld [k]` is refused (unaligned, or past the end). */
export function wordAt(k: number, endianness: Endianness): Word | undefined {
  if (k < 0 || k >= SECCOMP_DATA_BYTES || k % 4 !== 0) return undefined
  const slot = k / 4
  return (endianness === 'big' && slot >= 2 ? slot ^ 1 : slot) as Word // 0 <= slot < 16 by the check above
}

const LOW_32 = 0xffff_ffffn

/** The 16 words of `data`, indexed by {@link Word}. */
export function dataWords(data: SeccompData): Uint32Array {
  const words = new Uint32Array(WORD_COUNT)
  words[WORD_NR] = data.nr
  words[WORD_ARCH] = data.arch
  const wide = [data.instruction_pointer, ...data.args]
  wide.forEach((value, i) => {
    words[2 + 2 * i] = Number(value & LOW_32)
    words[3 + 2 * i] = Number((value >> 32n) & LOW_32)
  })
  return words
}

/** The `SeccompData` whose 16 words, indexed by {@link Word}, are `words`. Missing words are 0. */
export function dataFromWords(words: ArrayLike<number>): SeccompData {
  const word = (w: number): number => (words[w] ?? 0) >>> 0
  const wide = (w: number): bigint => (BigInt(word(w + 1)) << 32n) | BigInt(word(w))
  return {
    nr: word(WORD_NR),
    arch: word(WORD_ARCH),
    instruction_pointer: wide(2),
    args: [wide(4), wide(6), wide(8), wide(10), wide(12), wide(14)],
  }
}

/** `SeccompData` with the fields of `fields`; what is left out is 0. `nr` may be given signed. */
export function seccompData(fields: {
  readonly nr: number
  readonly arch: number
  readonly instruction_pointer?: bigint
  readonly args?: readonly bigint[]
}): SeccompData {
  const arg = (i: number): bigint => BigInt.asUintN(64, fields.args?.[i] ?? 0n)
  return {
    nr: fields.nr >>> 0,
    arch: fields.arch >>> 0,
    instruction_pointer: BigInt.asUintN(64, fields.instruction_pointer ?? 0n),
    args: [arg(0), arg(1), arg(2), arg(3), arg(4), arg(5)],
  }
}

/** The name people read for a word: `nr`, `arch`, `ip.low`, `args[0].high`. */
export function wordName(word: Word): string {
  if (word === WORD_NR) return 'nr'
  if (word === WORD_ARCH) return 'arch'
  const half = word % 2 === 0 ? 'low' : 'high'
  return word < 4 ? `ip.${half}` : `args[${(word - 4) >> 1}].${half}`
}
