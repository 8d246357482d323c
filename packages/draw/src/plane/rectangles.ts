/** A rectangle of a grid, ends included. */
export interface GridRectangle {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly key: string
}

/**
 * The cells of a grid, joined to rectangles of one key. Each rectangle is as wide as possible from its first cell on,
 * then as tall as possible.
 * @param rows - the key of each cell, row by row
 */
export function rectangles(rows: readonly (readonly string[])[]): readonly GridRectangle[] {
  const taken = rows.map((row) => row.map(() => false))
  const found: GridRectangle[] = []
  for (const [top, row] of rows.entries())
    for (const [left, key] of row.entries()) {
      if (taken[top]![left]!) continue
      let right = left
      while (row[right + 1] === key && !taken[top]![right + 1]!) right += 1
      const isSame = (at: number): boolean =>
        rows[at]!.slice(left, right + 1).every((one, i) => one === key && !taken[at]![left + i]!)
      let bottom = top
      while (bottom + 1 < rows.length && isSame(bottom + 1)) bottom += 1
      for (let y = top; y <= bottom; y += 1) taken[y]!.fill(true, left, right + 1)
      found.push({ left, right, top, bottom, key })
    }
  return found
}
