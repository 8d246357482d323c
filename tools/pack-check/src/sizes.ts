/*
 * The sizes of packages and bundles, recorded in sizes.golden.
 *
 * Bytes change with every comment, so a size may differ from its record by a tolerance. Growth is noticed when it adds
 * up, in one commit or in twenty; then `--update` writes a new record. The packages in a bundle are compared exactly:
 * an import that adds a package, or all tables, is noticed at once.
 */

/** One entry of a package. */
export interface EntrySize {
  readonly entry: string
  /** Bytes of the package's tarball; present only for its main entry. */
  readonly tarball: number | undefined
  /** Bytes of the minified bundle. */
  readonly bundle: number
  readonly holds: readonly string[]
}

/** The tolerance: a size may differ from the record by this share of it, or by `SLACK` bytes, whichever is more. */
const TOLERANCE = 0.05
const SLACK = 512

const HEADER = `# Bytes of each package as packed, bytes of each entry bundled alone and minified, and whose code the bundle holds.
# Written by \`npm run gen sizes\`. Sizes may differ by ${TOLERANCE * 100} % or ${SLACK} bytes; what a bundle holds may not differ.
`

/** The text of sizes.golden. */
export function sizesText(sizes: readonly EntrySize[]): string {
  const rows = sizes.map(({ entry, tarball, bundle, holds }) => [
    entry,
    tarball?.toString() ?? '-',
    String(bundle),
    holds.length === 0 ? '-' : holds.join(' '),
  ])
  const all = [['entry', 'tarball', 'bundle', 'holds'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = ([entry = '', tarball = '', bundle = '', holds = '']: readonly string[]): string =>
    `${entry.padEnd(widths[0] ?? 0)}  ${tarball.padStart(widths[1] ?? 0)}  ${bundle.padStart(widths[2] ?? 0)}  ${holds}\n`
  return HEADER + all.map(line).join('')
}

/** The sizes in the text of sizes.golden. */
export function parseSizes(text: string): readonly EntrySize[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.slice(1).map((line) => {
    const [entry = '', tarball = '', bundle = '', ...holds] = line.split(/\s+/)
    return {
      entry,
      tarball: tarball === '-' ? undefined : Number(tarball),
      bundle: Number(bundle),
      holds: holds.filter((name) => name !== '-'),
    }
  })
}

function differs(what: string, was: number, is: number): readonly string[] {
  if (Math.abs(is - was) <= Math.max(SLACK, was * TOLERANCE)) return []
  const percent = Math.round(((is - was) / was) * 100)
  return [`${what} has ${is} bytes, recorded are ${was} (${percent > 0 ? '+' : ''}${percent} %)`]
}

/** The differences of one entry from its record, a sentence each. */
export function sizeProblems(is: EntrySize, recorded: readonly EntrySize[]): readonly string[] {
  const was = recorded.find(({ entry }) => entry === is.entry)
  if (was === undefined) return [`${is.entry} is not in sizes.golden`]
  const came = is.holds.filter((name) => !was.holds.includes(name))
  const left = was.holds.filter((name) => !is.holds.includes(name))
  return [
    ...differs(`the package of ${is.entry}`, was.tarball ?? 0, is.tarball ?? 0),
    ...differs(`the bundle of ${is.entry}`, was.bundle, is.bundle),
    ...(came.length > 0 ? [`the bundle of ${is.entry} now holds ${came.join(', ')}`] : []),
    ...(left.length > 0 ? [`the bundle of ${is.entry} no longer holds ${left.join(', ')}`] : []),
  ]
}

/**
 * The record with the rows of `measured` in place of the rows of the same packages, and without packages that no
 * longer exist.
 */
export function updatedSizes(
  recorded: readonly EntrySize[],
  measured: readonly EntrySize[],
  everyEntry: readonly string[],
): readonly EntrySize[] {
  return everyEntry.flatMap((entry) => {
    const row = [...measured, ...recorded].find((size) => size.entry === entry)
    return row === undefined ? [] : [row]
  })
}
