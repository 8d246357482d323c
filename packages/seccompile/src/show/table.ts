/** One cell of a table: text stands left, a number right, with at most `digits` decimals. */
export type TableCell = string | number

/** `value` as people read it: whole numbers whole, others with two decimals. */
export function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

/** Which columns hold numbers only (but for the header), and stand right. */
function numericColumns(
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
): readonly boolean[] {
  return header.map((_, c) => rows.length > 0 && rows.every((row) => typeof row[c] === 'number'))
}

const cellText = (cell: TableCell): string => (typeof cell === 'number' ? formatNumber(cell) : cell)

/**
 * Rows in aligned columns, two spaces apart, without trailing spaces. A column whose cells (but for the header) are
 * all numbers is aligned right.
 */
export function table(header: readonly string[], rows: readonly (readonly TableCell[])[]): string {
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

/** The same as a table of Markdown; what it would take for markup is escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  const rule = numericColumns(header, rows).map((isNumeric) => (isNumeric ? '--:' : '---'))
  const escaped = (cell: TableCell): string => cellText(cell).replaceAll(/[\\|*<`]/g, '\\$&')
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [header.map(escaped), rule, ...rows.map((row) => row.map(escaped))].map(line).join('')
}
