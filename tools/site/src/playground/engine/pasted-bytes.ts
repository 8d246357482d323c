/*
 * Bytes as other tools show them: a dump of `xxd` or `hexdump -C`, and the array of `struct sock_filter` that `bpf_asm -c` writes
 * and programs in C have. Each has a shape of its own, which hex alone and base64 never have. Expressions try each character
 * once or twice: the text may be hostile.
 */
import { encode } from '@seccompile/cbpf'
import type { Endianness } from '@seccompile/abi'

/** `00000000: 0600 0000 0000 ff7f  ........`; the text behind two blanks is no part of the bytes. */
const XXD = /^[\da-f]{8}: ([\da-f]{2}(?: ?[\da-f]{2})*)(?: .*)?$/i
/** `00000000  06 00 00 00 00 00 ff 7f  |........|` */
const HEXDUMP = /^[\da-f]{8} {2}((?:[\da-f]{2} {1,2})+) *\|.*\|$/i
/** The last line of `hexdump`, the length. */
const LENGTH = /^[\da-f]{8}$/i

/** The hex digits in a dump; `undefined` where `text` is none. */
export function dumpedHex(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const bytes = lines.map((line) => (XXD.exec(line) ?? HEXDUMP.exec(line))?.[1])
  const isDump = lines.every((line, i) => bytes[i] !== undefined || (i > 0 && LENGTH.test(line)))
  return isDump && bytes[0] !== undefined ? bytes.join(' ') : undefined
}

const NUMBER = String.raw`\s*(0x[\da-f]+|\d+)U?\s*`
/** `{ 0x06, 0, 0, 0x7fff0000 }` */
const ENTRY = new RegExp(String.raw`\{${[NUMBER, NUMBER, NUMBER, NUMBER].join(',')}\}`, 'gi')
/** What may stand around the entries: `struct sock_filter filter[] = {`, commas and the end. */
const AROUND = /^(?:[\w ]+\[\w*\] ?= ?)?(?:\{ ?\})? ?;?$/

/** The bytes of an array in C; `undefined` where `text` is none. @throws IrError for a field that does not fit (P0) */
export function arrayBytes(text: string, endianness: Endianness): Uint8Array | undefined {
  const entries = [...text.matchAll(ENTRY)].map((entry) => entry.slice(1).map(Number))
  const around = text.replaceAll(ENTRY, '').replaceAll(/[\s,]+/g, ' ')
  if (entries.length === 0 || !AROUND.test(around)) return undefined
  return encode(
    entries.map(([code = 0, jt = 0, jf = 0, k = 0]) => ({ code, jt, jf, k })),
    endianness,
  )
}
