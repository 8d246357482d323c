/*
 * Texts that people paste beside the notations of this project, and advice on all other texts.
 *
 * Filters in the forms of other tools are read: a dump of `xxd` or `hexdump -C`, and the array of `struct
 * sock_filter` that `bpf_asm -c` writes and C programs contain. Each has a shape of its own, which plain hex and
 * base64 never have. The regular expressions try each character once or twice: the text may be hostile.
 *
 * This file is loaded with the first such text. It imports nothing, so that the engine stays in one file.
 */

/** A line of `xxd`: `00000000: 0600 0000 0000 ff7f  ........`. The text behind two blanks is no part of the bytes. */
const XXD = /^[\da-f]{8}: ([\da-f]{2}(?: ?[\da-f]{2})*)(?: .*)?$/i
/** A line of `hexdump -C`: `00000000  06 00 00 00 00 00 ff 7f  |........|` */
const HEXDUMP = /^[\da-f]{8} {2}((?:[\da-f]{2} {1,2})+) *\|.*\|$/i
/** The last line of `hexdump`: the length. */
const LENGTH = /^[\da-f]{8}$/i

/** The hex digits in a dump; `undefined` where `text` is no dump. */
export function dumpedHex(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const bytes = lines.map((line) => (XXD.exec(line) ?? HEXDUMP.exec(line))?.[1])
  const isDump = lines.every((line, i) => bytes[i] !== undefined || (i > 0 && LENGTH.test(line)))
  return isDump && bytes[0] !== undefined ? bytes.join(' ') : undefined
}

const NUMBER = String.raw`\s*(0x[\da-f]+|\d+)U?\s*`
/** An entry of an array in C: `{ 0x06, 0, 0, 0x7fff0000 }` */
const ENTRY = new RegExp(String.raw`\{${[NUMBER, NUMBER, NUMBER, NUMBER].join(',')}\}`, 'gi')
/** Text that may surround the entries: `struct sock_filter filter[] = {`, commas and the end. */
const AROUND = /^(?:[\w ]+\[\w*\] ?= ?)?(?:\{ ?\})? ?;?$/

/** The fields of the instructions in an array in C, as written; `undefined` where `text` is no such array. */
export function arrayFields(
  text: string,
):
  | readonly { readonly code: number; readonly jt: number; readonly jf: number; readonly k: number }[]
  | undefined {
  const entries = [...text.matchAll(ENTRY)].map((entry) => entry.slice(1).map(Number))
  const around = text.replaceAll(ENTRY, '').replaceAll(/[\s,]+/g, ' ')
  if (entries.length === 0 || !AROUND.test(around)) return undefined
  return entries.map(([code = 0, jt = 0, jf = 0, k = 0]) => ({ code, jt, jf, k }))
}

/** A line that begins like an instruction, perhaps behind a label. */
const INSTRUCTION =
  /^\s*(?:\w+:\s*)?(?:ldx?[bhi]?|stx?|j[a-z]+|add|sub|mul|div|mod|neg|and|or|xor|lsh|rsh|tax|txa|ret)\b/im

const EXPECTED =
  'a profile is JSON and begins with "{", a policy in TypeScript with "import", and a preset is written preset:NAME; all else is read as the bytes of a filter, a listing or assembly'

/**
 * Advice on a text that every reader refused; `error` is that of the last reader, for assembly. `undefined` where the
 * text looks like assembly: `error` says enough.
 */
export function advice(
  text: string,
  error: { readonly message: string },
  presets: readonly string[],
): string | undefined {
  if (text.split('+').every((name) => presets.includes(name)))
    return `"${text}" names a preset; write "preset:${text}"`
  return INSTRUCTION.test(text) ? undefined : `${error.message}; ${EXPECTED}`
}
