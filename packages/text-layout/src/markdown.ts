/*
 * Text from input as text in Markdown.
 *
 * Characters that Markdown or its HTML would take for markup are escaped. Control characters, and characters that
 * change the order of letters, are made visible. A name in a code span keeps its characters: the fence is longer than
 * any run of backticks in the name. Words that GitHub would turn into mentions become code spans.
 */
import { expectList, expectText } from '@seccompile/shape'
import { printableLine } from './printable.ts'

/** `text` with every character escaped that Markdown or HTML would take for markup. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*[\]<>|~&$]/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/(https?|ftp):\/\/|www\./gi, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
}

/**
 * Whether GitHub would turn `word` into a mention of a person, or a reference to an issue: `@name`, `#1`,
 * `owner/repo#1`, `GH-1`. No escape of Markdown prevents that, because GitHub searches the rendered Markdown. GitHub
 * skips code.
 */
const isMention = (word: string): boolean => /@[\p{L}\p{N}]|#\d|\bGH-\d/iu.test(word)

/** `text` as text, on one line; it may stand in a cell of a table. */
export function markdownText(text: string): string {
  expectText(text, 'text')
  return printableLine(text)
    .split(/(\s+)/)
    .map((word) => (isMention(word) ? markdownCode(word) : escaped(word)))
    .join('')
    .replaceAll(/^(\s*)([#+=-]|\d+[.)](?=\s|$))/g, (_, space: string, mark: string) =>
      mark.length === 1 ? `${space}\\${mark}` : `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
}

/** `text` in a code span, on one line; it may stand in a cell of a table. */
export function markdownCode(text: string): string {
  expectText(text, 'text')
  const plain = printableLine(text)
  if (plain === '') return ''
  // In a table, no code span can hold a backslash followed by a bar.
  if (plain.includes('\\|')) return `<code>${escaped(plain)}</code>`
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((row) => row.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^[` ]|[` ]$/.test(plain) ? ' ' : ''
  // A bar ends a cell of a table, even within a code span. Markdown removes the backslash before it reads the span.
  return `${fence}${space}${plain.replaceAll('|', '\\|')}${space}${fence}`
}

/** Rows of Markdown as a table. The cells are text, which {@link markdownText} escapes. */
export function markdownRows(header: readonly string[], rows: readonly (readonly string[])[]): string {
  expectList(header, 'header')
  expectList(rows, 'rows')
  for (const [i, row] of rows.entries()) expectList(row, `rows[${i}]`)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [header, header.map(() => '---'), ...rows.map((row) => row.map(markdownText))].map(line).join('')
}
