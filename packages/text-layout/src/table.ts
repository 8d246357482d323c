import { expectList, number, read } from '@seccompile/shape'
import { markdownText } from './markdown.ts'
import { printableLine } from './printable.ts'

/** One cell of a table. */
export type TableCell = string | number

/** `value` as text: whole numbers without decimals, others with two. */
export function formatNumber(value: number): string {
  read(number, value, 'value')
  if (Number.isInteger(value)) return String(value)
  const text = value.toFixed(2)
  return text === '-0.00' ? '0.00' : text
}

/** Checks that `rows` is a list of lists. @throws TypeError that names the row */
function expectRows(rows: readonly (readonly unknown[])[]): void {
  expectList(rows, 'rows')
  for (const [i, row] of rows.entries()) expectList(row, `rows[${i}]`)
}

/** Stands in a column of numbers where there is none. */
const NO_NUMBER = '-'

/** For each column, whether all its cells below the header are numbers or lack one. It is aligned right. */
function numericColumns(
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
): readonly boolean[] {
  return header.map(
    (_, c) => rows.length > 0 && rows.every((row) => typeof row[c] === 'number' || row[c] === NO_NUMBER),
  )
}

const cellText = (cell: TableCell): string =>
  typeof cell === 'number' ? formatNumber(cell) : printableLine(cell)

/**
 * Rows in aligned columns, two spaces apart, without trailing spaces. A column with only numbers below its header, or
 * `-` in place of a missing one, is aligned right.
 */
export function table(header: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  expectList(header, 'header')
  expectRows(rows)
  const numeric = numericColumns(header, rows)
  const texts = [header, ...rows].map((row) => row.map(cellText))
  const widths = header.map((_, c) => Math.max(...texts.map((row) => row[c]?.length ?? 0)))
  const lines = texts.map((row) =>
    row
      .map((text, c) => (numeric[c] === true ? text.padStart(widths[c]!) : text.padEnd(widths[c]!)))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** {@link table} in Markdown; characters that Markdown would take for markup are escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  expectList(header, 'header')
  expectRows(rows)
  const rule = numericColumns(header, rows).map((isNumeric) => (isNumeric ? '--:' : '---'))
  const escaped = (cell: TableCell): string =>
    typeof cell === 'number' ? formatNumber(cell) : markdownText(cell)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [header.map(escaped), rule, ...rows.map((row) => row.map(escaped))].map(line).join('')
}
