/* Reads a file that holds a policy, or a program in any form. */
import { encode } from '@seccompile/cbpf'
import { expectList, expectObject, expectText } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { isJson } from '../notations/is-json.ts'
import type { ReadingOptions } from '../notations/notation.ts'
import { looksLikeText } from './raw-filter.ts'
import { readAnyJson, recognised, unread } from './read-policy.ts'
import type { ReadPolicy, UnreadText } from './read-policy.ts'
import { expectContent, isUtf8, textOf } from './utf8.ts'
import type { Content } from './utf8.ts'

/** How to read a file that may hold a program. */
export interface FilterReadingOptions extends ReadingOptions {
  /** The ABIs of the program, the main one first. A text may name their calls, and has their byte order. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
}

/**
 * The content of a file when a policy or a filter is expected. A text of a program yields the bytes that it encodes.
 */
export type FileReading = ReadPolicy | { readonly kind: 'raw'; readonly bytes: Uint8Array } | UnreadText

/**
 * Whether `bytes` may be the text of a policy. A filter is not: see {@link looksLikeText}. Bytes that are not UTF-8
 * may be meant as JSON; the reader of text then reports the fault.
 */
function mayBePolicy(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 2).includes(0) && (isUtf8(bytes) || bytes[0] === '{'.charCodeAt(0))
}

/**
 * The policy or the filter in `content`, the content of the file `name`.
 * @throws PolicyError or AssemblyError for a text of a known form that is wrong
 */
export async function readFilter(
  content: Content,
  name: string,
  options: FilterReadingOptions,
): Promise<FileReading> {
  expectContent(content)
  expectText(name, 'name')
  expectObject(options, 'options', 'abis')
  const { abis, ...how } = options
  expectList(abis, 'options.abis', 'token', 'endianness')
  if (typeof content !== 'string' && !mayBePolicy(content)) return { kind: 'raw', bytes: content }
  const text = textOf(content, name, 'a policy')
  const loaded = await recognised(text, name, how)
  if (loaded !== undefined) return { kind: 'policy', loaded }
  const { programIn } = await import('./program-text.ts')
  const program = programIn(text, { file: name, abis })
  if (program !== undefined) return { kind: 'raw', bytes: encode(program, abis[0].endianness) }
  if (isJson(text)) return readAnyJson(text, name)
  if (typeof content === 'string' || looksLikeText(content)) return unread(text, name)
  return { kind: 'raw', bytes: content }
}
