/*
 * From bytes to programs and calls. libFuzzer knows nothing of instructions: it changes, moves and copies bytes. So an
 * instruction is a record of fixed length, and every record is one that the kernel takes by itself. Most changes of an
 * input then give another program that runs.
 */
import { KERNEL_CODES, KERNEL_TESTS } from '../oracles/kernel-rules.ts'
import type { Insn } from '../oracles/kernel-rules.ts'
import type { CallWords } from '../oracles/machine.ts'

/** The bytes of a record: the index of a code, jt, jf, and k. */
export const RECORD_BYTES = 7

/** The most instructions of a decoded program; more find nothing new, and take time. */
const MOST_INSNS = 120

/** The bytes of `struct sock_filter` on little endian. */
const SOCK_FILTER_BYTES = 8

/** The bytes that choose the words of a call, one for each. */
export const CALL_BYTES = 16

const u32At = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0

/** The instructions that stand in `bytes` as in memory, without any repair. */
export function rawProgram(bytes: Uint8Array): readonly Insn[] {
  return Array.from({ length: Math.floor(bytes.length / SOCK_FILTER_BYTES) }, (_, pc) => {
    const at = pc * SOCK_FILTER_BYTES
    const [low = 0, high = 0, jt = 0, jf = 0] = bytes.subarray(at, at + 4)
    return { code: low + 256 * high, jt, jf, k: u32At(bytes, at + 4) }
  })
}

/** `k` as `code` takes it, with `follow` instructions behind. */
function fittedK(code: number, k: number, follow: number): number {
  switch (code) {
    case 0x05:
      return k % follow
    case 0x20:
      return 4 * (k % 16)
    case 0x02:
    case 0x03:
    case 0x60:
    case 0x61:
      return k % 16
    case 0x34:
      return Math.max(k, 1)
    case 0x64:
    case 0x74:
      return k % 32
    default:
      return k
  }
}

/** The instruction of the record at `at`, with `follow` instructions behind. */
function insnAt(bytes: Uint8Array, at: number, follow: number): Insn {
  const code = KERNEL_CODES[bytes[at]! % KERNEL_CODES.length]!
  const k = u32At(bytes, at + 3)
  if (follow === 0) return { code: code === 0x16 ? code : 0x06, jt: 0, jf: 0, k }
  const skip = (field: number): number => (KERNEL_TESTS.includes(code) ? field % follow : field)
  return { code, jt: skip(bytes[at + 1] ?? 0), jf: skip(bytes[at + 2] ?? 0), k: fittedK(code, k, follow) }
}

/** The program of the records in `bytes`; its last instruction is a return. Only its scratch words may be wrong. */
export function fittedProgram(bytes: Uint8Array): readonly Insn[] {
  const length = Math.min(Math.max(Math.floor(bytes.length / RECORD_BYTES), 1), MOST_INSNS)
  const padded = bytes.length < RECORD_BYTES ? new Uint8Array(RECORD_BYTES) : bytes
  return Array.from({ length }, (_, pc) => insnAt(padded, pc * RECORD_BYTES, length - pc - 1))
}

/** The records of a program, from which {@link fittedProgram} makes it again. */
export function recordsOf(program: readonly Insn[]): Uint8Array {
  const bytes = new Uint8Array(program.length * RECORD_BYTES)
  const view = new DataView(bytes.buffer)
  program.forEach(({ code, jt, jf, k }, pc) => {
    bytes.set([KERNEL_CODES.indexOf(code), jt, jf], pc * RECORD_BYTES)
    view.setUint32(pc * RECORD_BYTES + 3, code === 0x20 ? k / 4 : k, true)
  })
  return bytes
}

/** The most constants of each kind of which results are taken. */
const MOST_PAIRED = 6

/** The words at the edge of `(word OP a) REL c`, for any operation of the arithmetic. */
function resultsOf(a: number, c: number): readonly number[] {
  const by = a % 32
  const products = [c * a - 1, c * a, c * a + a - 1, c * a + a]
  const shifts = [c * 2 ** by, (c + 1) * 2 ** by - 1, c >>> by, Math.floor(c / Math.max(a, 1))]
  return [...products, ...shifts, c - a, c + a, a - c, c ^ a, c & a, c & ~a]
}

/** The values at the edges of what programs compare and compute with. */
export function edgeValues(programs: readonly (readonly Insn[])[]): readonly number[] {
  const insns = programs.flat()
  const values = new Set([0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff])
  for (const { code, k } of insns)
    if (code !== 0x20 && code !== 0x06 && code !== 0x05)
      for (const value of [k, k - 1, k + 1, ~k]) values.add(value >>> 0)
  const constants = (holds: (code: number) => boolean): readonly number[] =>
    [...new Set(insns.filter(({ code }) => holds(code)).map(({ k }) => k))].slice(0, MOST_PAIRED)
  const compared = constants((code) => KERNEL_TESTS.includes(code))
  for (const a of constants((code) => (code & 0x07) === 0x04))
    for (const c of compared) for (const value of resultsOf(a, c)) values.add(value >>> 0)
  return [...values]
}

/** The call that `bytes` chooses: each word is one of `values`. */
export function chosenCall(bytes: Uint8Array, values: readonly number[]): CallWords {
  return Array.from({ length: 16 }, (_, word) => values[(bytes[word] ?? 0) % values.length]!)
}

/**
 * Calls at the edges: `base`, and `base` with one word, of those that a program reads, replaced by each of `values`; at
 * most `most` in all.
 */
export function edgeCalls(
  programs: readonly (readonly Insn[])[],
  base: CallWords,
  values: readonly number[],
  most: number,
): readonly CallWords[] {
  const words = new Set(programs.flat().flatMap(({ code, k }) => (code === 0x20 ? [k / 4] : [])))
  const calls: CallWords[] = [base]
  for (const value of values)
    for (const word of words) if (calls.length < most) calls.push(base.with(word, value))
  return calls
}
