/** One cell of a table: text stands left, a number right, with at most `digits` decimals. */
export type TableCell = string | number

/** `value` as people read it: whole numbers whole, others with two decimals. */
export function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

/**
 * Rows in aligned columns, two spaces apart, without trailing spaces. A column whose cells (but for the header) are
 * all numbers is aligned right.
 */
export function table(header: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  const numeric = header.map((_, c) => rows.length > 0 && rows.every((row) => typeof row[c] === 'number'))
  const texts = [header, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell)),
  )
  const widths = header.map((_, c) => Math.max(...texts.map((row) => row[c]?.length ?? 0)))
  const lines = texts.map((row) =>
    row
      .map((text, c) => (numeric[c] === true ? text.padStart(widths[c]!) : text.padEnd(widths[c]!)))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}
