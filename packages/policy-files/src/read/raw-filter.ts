/*
 * A raw filter: bytes of `sock_filter`s.
 *
 * A raw filter does not state its byte order. If the kernel accepts the bytes in only one byte order, the filter has
 * that order: in the other order, seccomp refuses each `code`.
 */
import { BPF, WORD_ARCH } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { decode, knownWords, verify } from '@seccompile/cbpf'
import { expectList } from '@seccompile/shape'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expectBytes } from './utf8.ts'

/** The reading of bytes when a raw filter is expected. */
export type RawReading =
  | { readonly kind: 'program'; readonly program: Program }
  /**
   * The kernel accepts the bytes only in the other byte order. `abi` has that order; if the filter tests for an ABI
   * of that order, `abi` is one of these.
   */
  | { readonly kind: 'other-order'; readonly order: Endianness; readonly abi: AbiToken }
  | { readonly kind: 'text' }
  /** A program for the processor. */
  | { readonly kind: 'elf' }
  | { readonly kind: 'malformed'; readonly reason: string; readonly cause: unknown }

/** The constants that `program` compares `arch` with. */
export function testedArches(program: Program): ReadonlySet<number> {
  expectList(program, 'program', 'code', 'k')
  const known = knownWords(program, 'little') // `arch` lies at one place in both byte orders
  return new Set(
    program.filter(({ code }, pc) => code === BPF.JEQ_K && known[pc]?.a === WORD_ARCH).map(({ k }) => k),
  )
}

/** The byte order of the architectures that `program` tests for; little where they have both, or it tests for none. */
export function testedOrder(program: Program): Endianness {
  const tested = testedArches(program)
  const orders = new Set(allAbis.flatMap((abi) => (tested.has(abi.auditArch) ? [abi.endianness] : [])))
  return orders.size === 1 && orders.has('big') ? 'big' : 'little'
}

/**
 * The reading of `bytes`, which decode to `program` in `endianness`, but may be a filter only in the other byte
 * order.
 */
function inEitherOrder(bytes: Uint8Array, program: Program, endianness: Endianness): RawReading {
  if (verify(program).length === 0) return { kind: 'program', program }
  const order = endianness === 'little' ? 'big' : 'little'
  const swapped = decode(bytes, order)
  // Bytes that are no filter in either order are read in the order that the caller asked for.
  if (verify(swapped).length > 0) return { kind: 'program', program }
  const tested = testedArches(swapped)
  const own = allAbis.find((one) => one.endianness === order && tested.has(one.auditArch))?.token
  return { kind: 'other-order', order, abi: own ?? (order === 'big' ? 's390x' : 'x86_64') }
}

/** The number of leading bytes that tell text from a filter. */
const TELLING = 256

/** Whether a byte is a printable character of ASCII, a tab or a line end. */
const isPlain = (byte: number): boolean =>
  (byte >= 0x20 && byte <= 0x7e) || byte === 0x09 || byte === 0x0a || byte === 0x0d

/** Whether `bytes` are ASCII text. A filter never is: the high byte of each `code` that the kernel accepts is 0. */
export function looksLikeText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.subarray(0, TELLING).every(isPlain)
}

/** How an ELF file begins. No filter does: seccomp has no `code` of 0x457f. @see elf(5): e_ident */
const isElf = (bytes: Uint8Array): boolean => [0x7f, 0x45, 0x4c, 0x46].every((byte, at) => bytes[at] === byte)

/** The program in `bytes`, in the byte order `endianness`. The kernel may refuse it. */
export function readRawFilter(bytes: Uint8Array, endianness: Endianness): RawReading {
  expectBytes(bytes)
  if (looksLikeText(bytes)) return { kind: 'text' }
  if (isElf(bytes)) return { kind: 'elf' }
  let program: Program
  try {
    program = decode(bytes, endianness)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'malformed', reason, cause: error }
  }
  return inEitherOrder(bytes, program, endianness)
}
