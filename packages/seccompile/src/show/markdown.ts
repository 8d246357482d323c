import { printable } from './printable.ts'

/** `text` as Markdown that shows it as it is: no character is markup, and a line end is a space. */
export function markdownText(text: string): string {
  return printable(text)
    .replaceAll('\n', ' ')
    .replaceAll(/[\\`*_[\]<>#|~&$]/g, '\\$&')
}

/** Rows of Markdown as a table. The cells are text, which {@link markdownText} escapes. */
export function markdownRows(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [header, header.map(() => '---'), ...rows.map((row) => row.map(markdownText))].map(line).join('')
}
