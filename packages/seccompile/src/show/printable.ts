/**
 * `text` with the characters escaped that could steer a terminal. Line ends stay. Names of files and errors of modules
 * may hold such characters.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (c) =>
    c === '\n' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** `text` printable and on one line: a line end in the name of a file must not begin a line that looks like an answer. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n')
}
