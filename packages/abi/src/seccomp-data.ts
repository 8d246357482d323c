/*
 * The input of a filter: struct seccomp_data, 64 bytes, read by classic BPF in aligned 32-bit words.
 *
 * A 64-bit field is two words; their order in memory is the byte order of the machine. The levels above the
 * program do not depend on it: `Word` names a word by its content, not by its place. 0 is nr, 1 is arch, then
 * come the low and the high word of the instruction pointer and of each argument. Only the code that turns a
 * word into an `ld [k]`, or back, needs the byte order: `wordOffset` and `wordAt`. On big endian the two
 * numberings differ by `^ 1`, from word 2 on; on little endian they are equal.
 */

import { expectObject } from '@seccompile/shape'
import {
  argumentError,
  endianness as endiannessReader,
  fail,
  listOf,
  optional,
  read,
  record,
  u32,
  u64,
  whole,
} from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'

/** Byte order of the machine that runs the filter. */
export type Endianness = 'little' | 'big'

/**
 * Whether `endianness` is `big`.
 * @throws TypeError for an unknown byte order
 */
export function isBig(endianness: Endianness): boolean {
  if (endianness === 'little') return false
  return endianness === 'big' || read(endiannessReader, endianness, 'endianness') === 'big'
}

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

/** The bytes of `struct seccomp_data`, which `ld #len` yields too. */
export const SECCOMP_DATA_BYTES = 64

/** System call arguments in `seccomp_data`. */
export const SECCOMP_DATA_ARGS = 6

/**
 * The `nr` that no call has, -1. A tracer sets it to skip a call, and tools make a call with it to test whether a
 * filter is attached.
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

const argumentIndex = whole(SECCOMP_DATA_ARGS - 1)
const wordIndex = whole(WORD_COUNT - 1)

/**
 * The word with the low 32 bits of argument `index`, 0 to 5.
 * @throws RangeError for another index
 */
export function argLow(index: number): Word {
  return (4 + 2 * read(argumentIndex, index, 'argument index')) as Word // in range for every index of six
}

/**
 * The word with the high 32 bits of argument `index`, 0 to 5.
 * @throws RangeError for another index
 */
export function argHigh(index: number): Word {
  return (5 + 2 * read(argumentIndex, index, 'argument index')) as Word // in range for every index of six
}

/**
 * The byte offset of `word` in `seccomp_data`, which is the `k` of `ld [k]`.
 * @throws RangeError for another word than those of {@link Word}; TypeError for an unknown byte order
 */
export function wordOffset(word: Word, endianness: Endianness): number {
  const slot = read(wordIndex, word, 'word')
  return 4 * (isBig(endianness) && slot >= 2 ? slot ^ 1 : slot)
}

/**
 * The word at byte offset `k`, or `undefined` where `ld [k]` is refused (unaligned, or past the end).
 * @throws TypeError for an unknown byte order
 */
export function wordAt(k: number, endianness: Endianness): Word | undefined {
  const swaps = isBig(endianness)
  if (!(k >= 0 && k < SECCOMP_DATA_BYTES && k % 4 === 0)) return undefined
  const slot = k / 4
  return (swaps && slot >= 2 ? slot ^ 1 : slot) as Word // 0 <= slot < 16 by the check above
}

const LOW_32 = 0xffff_ffffn
const U64_MAX = 0xffff_ffff_ffff_ffffn

/** Throws unless `fits`. A number must be a u32 and a bigint a u64 as it is given: no field is cut. */
function checkField(value: unknown, fits: boolean, field: string, expected: string): void {
  if (fits) return
  const fault = typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'type'
  fail({ value, where: `seccomp_data.${field}`, error: argumentError }, expected, fault)
}

const isU64 = (value: bigint | undefined): boolean =>
  typeof value === 'bigint' && value >= 0n && value <= U64_MAX

/**
 * Checks that `data` has the fields of its type. The check takes a few comparisons, so every function that takes one
 * call can afford it.
 * @throws RangeError for a number that is no u32 or no u64; TypeError for another type, and unless there are six
 *   arguments
 */
export function checkData(data: SeccompData): void {
  const given: unknown = data // at run time, the type is not certain
  if (typeof given !== 'object' || given === null) expectObject(given, 'seccomp_data', 'nr', 'arch', 'args')
  const { nr, arch, instruction_pointer: pointer, args } = data
  checkField(nr, nr >>> 0 === nr, 'nr', 'a u32')
  checkField(arch, arch >>> 0 === arch, 'arch', 'a u32')
  checkField(pointer, isU64(pointer), 'instruction_pointer', 'a bigint, a u64')
  const list: unknown = args // `isArray` would forget the type of its items
  if (!Array.isArray(list) || list.length !== SECCOMP_DATA_ARGS)
    fail({ value: args, where: 'seccomp_data.args', error: argumentError }, 'a list of 6')
  for (let i = 0; i < SECCOMP_DATA_ARGS; i += 1)
    if (!isU64(args[i])) checkField(args[i], false, `args[${i}]`, 'a bigint, a u64')
}

/**
 * The 16 words of `data`, indexed by {@link Word}.
 * @throws RangeError, TypeError for malformed `data`, as {@link checkData} does
 */
export function dataWords(data: SeccompData): Uint32Array {
  checkData(data)
  const words = new Uint32Array(WORD_COUNT)
  words[WORD_NR] = data.nr
  words[WORD_ARCH] = data.arch
  const wide = [data.instruction_pointer, ...data.args]
  wide.forEach((value, i) => {
    words[2 + 2 * i] = Number(value & LOW_32)
    words[3 + 2 * i] = Number(value >> 32n)
  })
  return words
}

/**
 * The `SeccompData` whose 16 words, indexed by {@link Word}, are `words`. Missing words are 0.
 * @throws RangeError for a word that is no u32, and for more than 16
 */
export function dataFromWords(words: ArrayLike<number>): SeccompData {
  expectObject(words, 'words', 'length')
  if (!(words.length <= WORD_COUNT)) throw new RangeError(`seccomp_data has 16 words; got ${words.length}`)
  const word = (w: number): number => {
    const value = words[w] ?? 0
    if (value >>> 0 !== value) read(u32, value, `words[${w}]`)
    return value
  }
  const wide = (w: number): bigint => (BigInt(word(w + 1)) << 32n) | BigInt(word(w))
  return {
    nr: word(WORD_NR),
    arch: word(WORD_ARCH),
    instruction_pointer: wide(2),
    args: [wide(4), wide(6), wide(8), wide(10), wide(12), wide(14)],
  }
}

/** A number of 64 bits, signed or not; a negative one keeps its bits. */
const wide: Reader<bigint> = (at) => {
  const { value } = at
  return typeof value === 'bigint' && value < 0n && value >= -(2n ** 63n)
    ? BigInt.asUintN(64, value)
    : u64(at)
}

const fewArgs: Reader<readonly bigint[]> = (at) =>
  Array.isArray(at.value) && at.value.length > SECCOMP_DATA_ARGS
    ? fail(at, `at most ${SECCOMP_DATA_ARGS} arguments`)
    : listOf(wide)(at)

const dataFields = record<{
  readonly nr: number
  readonly arch: number
  readonly instruction_pointer?: bigint
  readonly args?: readonly bigint[]
}>({
  nr: whole(0xffff_ffff, -0x8000_0000),
  arch: u32,
  instruction_pointer: optional(wide),
  args: optional(fewArgs),
})

/**
 * `SeccompData` with the fields of `fields`; an absent field is 0. `nr`, the pointer and the arguments may be given
 * signed.
 * @throws RangeError for a number that does not fit; TypeError for an unknown field, another type, or a seventh argument
 */
export function seccompData(fields: {
  readonly nr: number
  readonly arch: number
  readonly instruction_pointer?: bigint
  readonly args?: readonly bigint[]
}): SeccompData {
  const { nr, arch, instruction_pointer: pointer = 0n, args = [] } = read(dataFields, fields, 'seccompData')
  const arg = (i: number): bigint => args[i] ?? 0n
  return {
    nr: nr >>> 0,
    arch,
    instruction_pointer: pointer,
    args: [arg(0), arg(1), arg(2), arg(3), arg(4), arg(5)],
  }
}

/**
 * The name of a word for people: `nr`, `arch`, `ip.low`, `args[0].high`.
 * @throws RangeError for another word than those of {@link Word}
 */
export function wordName(word: Word): string {
  read(wordIndex, word, 'word')
  if (word === WORD_NR) return 'nr'
  if (word === WORD_ARCH) return 'arch'
  const half = word % 2 === 0 ? 'low' : 'high'
  return word < 4 ? `ip.${half}` : `args[${(word - 4) >> 1}].${half}`
}
