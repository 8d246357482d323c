/*
 * Text from input as text in Markdown.
 *
 * Characters that Markdown or the HTML in it would take for markup are escaped, control characters and those that turn the
 * order of letters are made visible, and ends of lines become spaces. A name in a code span keeps its characters: the
 * fence is longer than any row of backticks in it.
 */
import { printable } from './printable.ts'

const oneLine = (text: string): string => printable(text).replaceAll('\n', ' ')

/** `text` as text, on one line; it may stand in a cell of a table. */
export function markdownText(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*[\]<>|~&$]/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/^(\s*)([#+=-]|\d+[.)](?=\s|$))/g, (_, space: string, mark: string) =>
      mark.length === 1 ? `${space}\\${mark}` : `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replaceAll(/(https?|ftp):\/\/|www\./gi, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
}

/** `text` in a code span, on one line; it may stand in a cell of a table. */
export function markdownCode(text: string): string {
  const plain = oneLine(text)
  if (plain === '') return ''
  if (plain.includes('\\|')) return markdownText(plain) // no code span in a table can hold both in a row
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((row) => row.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^[` ]|[` ]$/.test(plain) ? ' ' : ''
  // In a table the bar ends a cell, even within a code span; the escape is taken away before the span is read.
  return `${fence}${space}${plain.replaceAll('|', '\\|')}${space}${fence}`
}

/** Rows of Markdown as a table. The cells are text, which {@link markdownText} escapes. */
export function markdownRows(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [header, header.map(() => '---'), ...rows.map((row) => row.map(markdownText))].map(line).join('')
}
