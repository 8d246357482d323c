import { PolicyError } from '@seccompile/policy'
import { expectText, shown } from '@seccompile/shape'

/** The decoder of every browser and of Node. @see encoding.spec.whatwg.org, Interface TextDecoder */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { readonly decode: (bytes: Uint8Array) => string }

/**
 * Checks that `bytes` is a Uint8Array.
 * @throws TypeError for another value
 */
export function expectBytes(bytes: Uint8Array): void {
  if (!ArrayBuffer.isView(bytes)) throw new TypeError(`bytes: expected a Uint8Array; got ${shown(bytes)}`)
}

/** The content of a file: its bytes, or its text if the file is known to be text. */
export type Content = string | Uint8Array

/**
 * Checks that `content` is text or bytes.
 * @throws TypeError for another value
 */
export function expectContent(content: Content): void {
  if (typeof content === 'string' || ArrayBuffer.isView(content)) return
  throw new TypeError(`content: expected text or a Uint8Array; got ${shown(content)}`)
}

/** The text in `bytes`, with a byte order mark left in. @throws TypeError for bytes that are not UTF-8 */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

/**
 * The UTF-8 text in `bytes`, the content of the file `name`; a byte order mark is left in.
 * @throws PolicyError for bytes that are not UTF-8; `expected` says what the file should hold
 */
export function utf8(bytes: Uint8Array, name: string, expected: string): string {
  expectBytes(bytes)
  expectText(name, 'name')
  try {
    return decoded(bytes)
  } catch (error) {
    const message = `${name}: is not UTF-8 text; expected ${expected}`
    throw new PolicyError('E_SYNTAX', message, undefined, { cause: error })
  }
}

/** The text of `content`, the content of the file `name`. @throws PolicyError as {@link utf8} does */
export function textOf(content: Content, name: string, expected: string): string {
  return typeof content === 'string' ? content : utf8(content, name, expected)
}

/** Whether `bytes` are UTF-8 text. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    decoded(bytes)
    return true
  } catch {
    return false
  }
}
