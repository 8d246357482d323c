/*
 * Reads arrays of instructions, and arrays of bytes, in a text of C, Rust, Go, TypeScript or JSON.
 *
 * The languages agree on the form of a list of structures: braces or brackets, and commas. So one reader is enough.
 * It searches for the first instruction of a list. From there on, every item of the list has to be an instruction: a
 * filter without one of its instructions would have another meaning. The reader skips tokens outside of lists, so the
 * array may stand in the file of a program.
 *
 *   { 0x20, 0, 0, 4 }                        { .code = 0x20, .k = 4 }
 *   libc::sock_filter { code: 0x20, jt: 0, jf: 0, k: 4 }
 *   {Code: 0x20, K: 4}                       { "code": 32, "jt": 0, "jf": 0, "k": 4 }
 *   BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 4)    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 59, 0, 1)
 */
import { BPF_MAXINSNS, SOCK_FILTER_BYTES } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import { takeValue } from './c-value.ts'
import type { ReadSourceOptions } from './read-options.ts'
import { SourceReader } from './source-reader.ts'
import type { SourceToken } from './source-token.ts'

/** A filter in a text: its instructions, or its bytes, whose byte order the text does not tell. */
export type ReadFilter =
  | { readonly kind: 'program'; readonly name?: string; readonly program: Program }
  | { readonly kind: 'bytes'; readonly name?: string; readonly bytes: Uint8Array }

const FIELDS = [
  ['code', 0xffff],
  ['jt', 0xff],
  ['jf', 0xff],
  ['k', 0xffff_ffff],
] as const

type Field = (typeof FIELDS)[number][0]

/** The order of the fields in `BPF_JUMP(code, k, jt, jf)` and `BPF_STMT(code, k)`. */
const MACROS: ReadonlyMap<string, readonly Field[]> = new Map([
  ['BPF_STMT', ['code', 'k']],
  ['BPF_JUMP', ['code', 'k', 'jt', 'jf']],
])

const BYTE_TYPES: ReadonlySet<string> = new Set(['char', 'uint8_t', 'u8', '__u8', 'byte', 'Uint8Array'])

/** The filters in the arrays of `text`; none where it has no such array. @throws AssemblyError */
export function readArrays(text: string, options: ReadSourceOptions): readonly ReadFilter[] {
  const reader = new SourceReader(text, options)
  const filters: ReadFilter[] = []
  while (reader.peek().kind !== 'end') {
    if (beginsBytes(reader)) filters.push(takeBytes(reader))
    else if (beginsInsn(reader)) filters.push(takeInsns(reader))
    else reader.take()
  }
  return filters
}

/** The name of an array in its declaration: the word before its length, its type or its value. */
function nameIn(declaration: readonly SourceToken[]): { readonly name?: string } {
  const at = declaration.findIndex(({ text }) => text === '[' || text === ':' || text === '=')
  const word = declaration[at - 1]
  return word?.kind === 'word' && declaration.some(({ text }) => text === '=') ? { name: word.text } : {}
}

const opens = ({ text }: SourceToken): boolean => text === '{' || text === '['

function beginsBytes(reader: SourceReader): boolean {
  if (!opens(reader.peek()) || reader.peek(1).kind !== 'number') return false
  const nearby = reader.before(12)
  const type = nearby.findLastIndex(({ text }) => BYTE_TYPES.has(text))
  const last = nearby.findLastIndex(({ text }) => text === ';' || text === '}')
  const length = nearby.at(-1)?.text
  // `[12]` behind the name is a length.
  return type > last && reader.peek(2).text === ',' && length !== undefined && /^[=(\]]$|^byte$/.test(length)
}

function takeBytes(reader: SourceReader): ReadFilter {
  const name = nameIn(reader.declaration())
  const { offset } = reader.peek()
  const bytes: number[] = []
  reader.take()
  for (;;) {
    const at = reader.peek()
    if (at.text === '}' || at.text === ']') break
    const value = takeValue(reader)
    if (value > 0xff) throw reader.error('E_NUMBER', `a byte holds 0 to 255; got ${value}`, at.offset)
    bytes.push(value)
    if (bytes.length > BPF_MAXINSNS * SOCK_FILTER_BYTES)
      throw reader.error('E_LIMIT', `a filter has at most ${BPF_MAXINSNS} instructions`, offset)
    if (!reader.takeIf(',')) break
  }
  takeEnd(reader)
  reader.checkPlain(offset)
  if (bytes.length % SOCK_FILTER_BYTES !== 0)
    throw reader.error('E_SYNTAX', `an instruction has 8 bytes; the array has ${bytes.length}`, offset)
  return { kind: 'bytes', ...name, bytes: Uint8Array.from(bytes) }
}

function takeEnd(reader: SourceReader): void {
  if (reader.takeIf('}') || reader.takeIf(']')) return
  throw reader.unexpected('the parts of an array are parted by ",", and it ends in "}" or "]"')
}

/** The number of tokens of a type before a structure: `libc::sock_filter`, `unix.SockFilter`, `&`. */
function typeLength(reader: SourceReader): number {
  let length = 0
  while (length < 12) {
    const { kind, text } = reader.peek(length)
    if (kind !== 'word' && !/^[:.&]$/.test(text)) break
    length += 1
  }
  return length
}

/** The field that a designator at `ahead` names: `.code =`, `code:`, `Code:`, `"code":`. */
function designated(
  reader: SourceReader,
  ahead: number,
): { readonly field: Field; readonly length: number } | undefined {
  const dot = reader.peek(ahead).text === '.' ? 1 : 0
  const word = reader
    .peek(ahead + dot)
    .text.replace(/^(["'])(\w*)\1$/, '$2')
    .toLowerCase()
  const found = FIELDS.find(([field]) => field === word)
  const sign = reader.peek(ahead + dot + 1).text
  return found === undefined || (sign !== ':' && sign !== '=')
    ? undefined
    : { field: found[0], length: dot + 2 }
}

/** Whether the next tokens are the first instruction of a list. */
function beginsInsn(reader: SourceReader): boolean {
  const { text } = reader.peek()
  if (MACROS.has(text) && reader.peek(1).text === '(') return true
  if (text !== '{') return false
  if (designated(reader, 1) !== undefined) return true
  const { kind, text: first } = reader.peek(1)
  const [before] = reader.before(1)
  // A plain `{ 1, 2, 3, 4 }` is recognised as an instruction only in a list.
  return (kind === 'number' || first.startsWith('BPF_')) && before !== undefined && /^[{[]$/.test(before.text)
}

function takeInsns(reader: SourceReader): ReadFilter {
  const name = nameIn(reader.declaration())
  const insns: SockFilter[] = []
  // The bracket or brace before the first instruction. A line may stand behind it.
  const from = reader.before(1)[0]?.offset ?? reader.peek().offset
  for (;;) {
    if (insns.length === BPF_MAXINSNS)
      throw reader.error(
        'E_LIMIT',
        `a program has at most ${BPF_MAXINSNS} instructions`,
        reader.peek().offset,
      )
    insns.push(takeInsn(reader))
    if (!reader.takeIf(',') || reader.peek().text === '}' || reader.peek().text === ']') break
  }
  takeEnd(reader)
  reader.checkPlain(from)
  return { kind: 'program', ...name, program: program(insns) }
}

function takeInsn(reader: SourceReader): SockFilter {
  const fields = MACROS.get(reader.peek().text)
  if (fields !== undefined) {
    reader.take()
    reader.expect('(', 'expected "(" and the fields of an instruction')
    return takeFields(reader, fields, ')')
  }
  reader.take(typeLength(reader))
  reader.expect('{', 'expected an instruction such as { 0x20, 0, 0, 0x4 }')
  return designated(reader, 0) === undefined
    ? takeFields(
        reader,
        FIELDS.map(([field]) => field),
        '}',
      )
    : takeDesignated(reader)
}

/** Takes values for all of `fields`, in order. */
function takeFields(reader: SourceReader, fields: readonly Field[], end: '}' | ')'): SockFilter {
  const insn = { code: 0, jt: 0, jf: 0, k: 0 }
  for (const [i, field] of fields.entries()) {
    const rule = `an instruction has ${fields.join(', ')} here`
    if (i > 0) reader.expect(',', rule)
    if (reader.peek().text === end) throw reader.unexpected(rule)
    insn[field] = takeField(reader, field)
  }
  if (end === '}') reader.takeIf(',')
  reader.expect(end, `an instruction has ${fields.join(', ')} here and ends in "${end}"`)
  return insn
}

/** Takes values with the names of their fields. A field that is left out is 0; only `code` is required. */
function takeDesignated(reader: SourceReader): SockFilter {
  const { offset } = reader.peek()
  const insn = { code: 0, jt: 0, jf: 0, k: 0 }
  const seen = new Set<Field>()
  while (reader.peek().text !== '}') {
    const at = reader.peek()
    const found = designated(reader, 0)
    if (found === undefined) throw reader.unexpected('an instruction has the fields code, jt, jf and k')
    if (seen.has(found.field)) throw reader.error('E_CONFLICT', `${found.field} stands twice`, at.offset)
    seen.add(found.field)
    reader.take(found.length)
    insn[found.field] = takeField(reader, found.field)
    if (!reader.takeIf(',')) break
  }
  reader.expect('}', 'the fields of an instruction are parted by "," and end in "}"')
  if (!seen.has('code'))
    throw reader.error('E_SYNTAX', 'an instruction has a code, and this one has none', offset)
  return insn
}

function takeField(reader: SourceReader, field: Field): number {
  const { offset } = reader.peek()
  const value = takeValue(reader)
  const [, max] = FIELDS.find(([name]) => name === field)!
  if (value <= max) return value
  throw reader.error('E_NUMBER', `${field} is ${value}; it holds 0 to 0x${max.toString(16)}`, offset)
}
