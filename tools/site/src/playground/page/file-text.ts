/// <reference lib="dom" />
/* A file as a text for the editor: text unchanged, bytes as hex with one instruction on a line. */

/** Most bytes of a file. */
export const MAX_FILE: number = 1024 * 1024

const hexLine = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')

/** The encoding that the first two bytes mark, as editors on Windows write them. */
const marked = ([first, second]: Uint8Array): string | undefined =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined

/**
 * The text for `bytes`. A filter has zero bytes, and a text in UTF-8 has none. Characters of another encoding are
 * shown as replacement characters; a profile may have them in its comments.
 */
export function fileText(bytes: Uint8Array): string {
  const encoding = marked(bytes) ?? (bytes.includes(0) ? undefined : 'utf-8')
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes)
  return Array.from({ length: Math.ceil(bytes.length / 8) }, (_, i) =>
    hexLine(bytes.subarray(8 * i, 8 * i + 8)),
  ).join('\n')
}
