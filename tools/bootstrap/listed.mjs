/** `rows` as lines in columns: the name of each, and what `cells` yields of it. Empty cells at the end are left out. */
export function listed(rows, cells) {
  const lines = Object.entries(rows).map(([name, row]) => [name, ...cells(row)])
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)))
  return lines
    .map(
      (line) =>
        `  ${line
          .map((cell, i) => cell.padEnd(widths[i]))
          .join('  ')
          .trimEnd()}`,
    )
    .join('\n')
}
