/// <reference lib="dom" />
/* A file as a text for the editor: text as it is, bytes as hex with an instruction a line. */

/** Most bytes of a file. */
export const MAX_FILE: number = 1024 * 1024

const hexLine = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')

/** The text for `bytes`. A filter has bytes that are 0, and no text has. */
export function fileText(bytes: Uint8Array): string {
  if (!bytes.includes(0)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      // Not UTF-8: bytes.
    }
  }
  return Array.from({ length: Math.ceil(bytes.length / 8) }, (_, i) =>
    hexLine(bytes.subarray(8 * i, 8 * i + 8)),
  ).join('\n')
}
