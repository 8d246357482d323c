/*
 * Reads filters from source text.
 *
 * The characters of a text show its kind: hex has no letter after f, base64 has only its own signs, escaped bytes
 * begin with a backslash, and the annotation of crun has its key. Any other text may contain arrays.
 */
import { BPF_MAXINSNS, SOCK_FILTER_BYTES } from '@seccompile/abi'
import { assertNever, expectText, read, text as textReader } from '@seccompile/shape'
import { fromBase64 } from './base64.ts'
import { readArrays } from './read-arrays.ts'
import type { ReadFilter } from './read-arrays.ts'
import { readSourceOptions } from './read-options.ts'
import type { ReadSourceOptions } from './read-options.ts'
import { errorsIn } from './source-token.ts'
import type { ErrorAt } from './source-token.ts'
import { CRUN_ANNOTATION } from './write-bytes.ts'

/** The kind of a source text: bytes in one of four spellings, or arrays of a language. */
export type SourceKind = 'hex' | 'base64' | 'escaped' | 'crun' | 'arrays'

/** The most UTF-16 units of a text: some 1000 for each instruction that a program may have. */
export const MAX_SOURCE_LENGTH = 0x40_0000

const ANNOTATION = /"run\.oci\.seccomp_bpf_data"\s*:\s*"/

/** Words that occur only in a text with instructions or their bytes. */
const ARRAYS =
  /\b(?:sock_filter|SockFilter|RawInstruction|BPF_STMT|BPF_JUMP)\b|\bcode["']?\s*:\s*[0-9]|\b(?:char|uint8_t|u8|byte)\b[^;{]{0,80}[{[]\s*[0-9]+\s*,/

/**
 * The kind that `text` seems to have; `undefined` where it is no source text. The check reads the first 64 Ki UTF-16
 * units and never throws.
 */
export function sourceKind(text: string): SourceKind | undefined {
  expectText(text, 'text')
  const start = text.slice(0, 0x1_0000)
  const plain = start.replace(/^\ufeff/, '').trim()
  if (/^[0-9a-fA-F\s]+$/.test(plain)) return 'hex'
  if (/^["']?\\(?:x[0-9a-fA-F]{2}|[0-7])/.test(plain)) return 'escaped'
  if (/^[A-Za-z0-9+/=\s]+$/.test(plain) && isBase64(plain)) return 'base64'
  if (ANNOTATION.test(start)) return 'crun'
  return ARRAYS.test(start) ? 'arrays' : undefined
}

/** Whether the first line is long enough for an instruction in base64, and is not words with spaces between them. */
function isBase64(plain: string): boolean {
  const [line = ''] = plain.split(/\r?\n/)
  return (
    /^[A-Za-z0-9+/]{10,}={0,2}\s*$/.test(line) && (line.trim().length % 4 === 0 || plain.length > line.length)
  )
}

/**
 * The filters in `text`, in the order of the text: hex, base64 or escaped bytes, with an empty line between two filters;
 * the annotation of crun; or arrays of instructions or bytes in a text of C, Rust, Go, TypeScript or JSON.
 *
 * An array of instructions is a program, independent of the byte order. Bytes stay bytes, for `decode`. The kernel
 * may refuse the filters: `verify` says so. Takes time linear in the length of the text, which may be 4 Mi UTF-16
 * units.
 * @throws AssemblyError with line and column where the text is wrong, or has no filter
 * @throws TypeError for a wrong option
 */
export function readSource(text: string, given: ReadSourceOptions = {}): readonly ReadFilter[] {
  read(textReader, text, 'text')
  const options = read(readSourceOptions, given, 'options')
  const error = errorsIn(text, options)
  if (text.length > MAX_SOURCE_LENGTH)
    throw error('E_LIMIT', `the text has ${text.length} characters; at most ${MAX_SOURCE_LENGTH} are read`, 0)
  const kind = sourceKind(text) ?? 'arrays'
  switch (kind) {
    case 'hex':
      return blocks(text).map(({ text: block, offset }) =>
        bytesFilter(fromHex(block, offset, error), offset, error),
      )
    case 'base64':
      return blocks(text).map(({ text: block, offset }) =>
        bytesFilter(takeBase64(block, offset, error), offset, error),
      )
    case 'escaped':
      return blocks(text).map(({ text: block, offset }) =>
        bytesFilter(fromEscaped(block, offset, error), offset, error),
      )
    case 'crun':
      return [fromAnnotation(text, error)]
    case 'arrays': {
      const filters = readArrays(text, options)
      if (filters.length > 0) return filters
      const what = 'expected hex, base64, escaped bytes or an array such as "{ { 0x20, 0, 0, 0x4 } }"'
      throw error('E_SYNTAX', `${what}, got a text without a filter`, 0)
    }
    default:
      return assertNever(kind)
  }
}

/** The parts of `text` between empty lines, each with its place. */
function blocks(text: string): readonly { readonly text: string; readonly offset: number }[] {
  const found: { text: string; offset: number }[] = []
  const block = /[^\s\ufeff][^\n]*(?:\n[^\S\n]*[^\s][^\n]*)*/g
  for (const match of text.matchAll(block)) found.push({ text: match[0], offset: match.index })
  return found
}

function bytesFilter(bytes: Uint8Array, offset: number, error: ErrorAt): ReadFilter {
  if (bytes.length === 0 || bytes.length % SOCK_FILTER_BYTES !== 0)
    throw error(
      'E_SYNTAX',
      `an instruction has 8 bytes; the filter that begins here has ${bytes.length}`,
      offset,
    )
  if (bytes.length > BPF_MAXINSNS * SOCK_FILTER_BYTES)
    throw error('E_LIMIT', `a filter has at most ${BPF_MAXINSNS} instructions; this one is larger`, offset)
  return { kind: 'bytes', bytes }
}

/** Refuses the first character of `block` that `pattern` matches. @throws AssemblyError where there is one */
function refuse(block: string, pattern: RegExp, offset: number, what: string, error: ErrorAt): void {
  const at = block.search(pattern)
  if (at !== -1) throw error('E_SYNTAX', what, offset + at)
}

function fromHex(block: string, offset: number, error: ErrorAt): Uint8Array {
  refuse(block, /[^0-9a-fA-F\s]/, offset, 'hex has the digits 0 to 9 and a to f', error)
  const digits = block.replace(/\s+/g, '')
  if (digits.length % 2 !== 0)
    throw error('E_SYNTAX', `a byte has two digits; the filter that begins here has ${digits.length}`, offset)
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  )
}

function takeBase64(block: string, offset: number, error: ErrorAt): Uint8Array {
  refuse(block, /[^A-Za-z0-9+/=\s]/, offset, 'base64 has letters, digits, +, / and = at its end', error)
  const bytes = fromBase64(block.replace(/\s+/g, ''))
  if (bytes !== undefined) return bytes
  throw error('E_SYNTAX', 'the base64 that begins here is not whole', offset)
}

const ESCAPED = /\\(?:x(?<hex>[0-9a-fA-F]{2})|(?<octal>[0-7]{1,3}))/y

/** The bytes of `\x20` or `\040`, with or without quotes. Neighbouring strings of C are joined. */
function fromEscaped(block: string, offset: number, error: ErrorAt): Uint8Array {
  const bytes: number[] = []
  const escaped = new RegExp(ESCAPED)
  for (let at = 0; at < block.length;) {
    if (/["'\s]/.test(block[at]!)) {
      at += 1
      continue
    }
    escaped.lastIndex = at
    const match = escaped.exec(block)
    if (match === null) throw error('E_SYNTAX', 'expected a byte such as "\\x20" or "\\040"', offset + at)
    const { hex, octal } = match.groups ?? {}
    const value = hex === undefined ? Number.parseInt(octal!, 8) : Number.parseInt(hex, 16)
    if (value > 0xff) throw error('E_NUMBER', 'a byte is "\\377" at most', offset + at)
    bytes.push(value)
    at += match[0].length
  }
  return Uint8Array.from(bytes)
}

function fromAnnotation(text: string, error: ErrorAt): ReadFilter {
  const match = ANNOTATION.exec(text)!
  const offset = match.index + match[0].length
  const end = text.indexOf('"', offset)
  const value = text.slice(offset, end === -1 ? text.length : end)
  if (end === -1 || value === '')
    throw error('E_SYNTAX', `${CRUN_ANNOTATION} holds a filter in base64`, offset)
  return bytesFilter(takeBase64(value, offset, error), offset, error)
}
