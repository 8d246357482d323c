import { expectList, expectText } from '@seccompile/shape'

/** `items` in columns that fit `columns`, filled from top to bottom, each line indented by `indent`. */
export function inColumns(items: readonly string[], indent: string, columns: number): string {
  expectList(items, 'items')
  expectText(indent, 'indent')
  const width = Math.max(0, ...items.map((item) => item.length)) + 2
  const across = Math.max(1, Math.floor((columns - indent.length + 2) / width))
  const rows = Math.ceil(items.length / across)
  const lines = Array.from({ length: rows }, (_, row) =>
    items
      .filter((_item, i) => i % rows === row)
      .map((item) => item.padEnd(width))
      .join('')
      .trimEnd(),
  )
  return lines.map((line) => `${indent}${line}\n`).join('')
}
