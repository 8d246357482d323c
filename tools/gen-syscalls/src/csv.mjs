/**
 * Reads libseccomp's src/syscalls.csv.
 *
 * The first line is `#syscall (VERSION DATE),ABI,ABI_kver,…`: a column of numbers for each ABI, each followed by the
 * kernel version that introduced the call. A number is decimal, `PNR` ("pseudo number") where the ABI lacks the call.
 * libseccomp gives such calls negative numbers of its own for use at run time; they are no facts of the kernel, so a
 * PNR is an absent call here. The kver columns hold SCMP_KV_UNDEF throughout in the version we read; they are skipped.
 */

/** A row or header that breaks the format; `line` is 1-based. */
export class CsvError extends Error {
  constructor(file, line, text) {
    super(`${file}:${line}: ${text}`)
    this.name = 'CsvError'
    this.line = line
  }
}

const HEADER = /^#syscall \((\S+)(?: [^)]*)?\)$/
const NAME = /^[a-z_][a-z0-9_]*$/
const DECIMAL = /^(0|[1-9][0-9]*)$/
/** The greatest number of the source. A number is an `int` in the kernel, and a base may be added to it. */
const LARGEST = 2 ** 30

/** Yields `{ version, names, columns }`: every name, sorted, and for each ABI a Map from name to number. */
export function parseCsv(text, file = 'syscalls.csv') {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const header = (lines[0] ?? '').split(',')
  const version = HEADER.exec(header[0])?.[1]
  if (version === undefined) {
    throw new CsvError(file, 1, `the first column is not "#syscall (VERSION …)" but "${header[0]}"`)
  }
  const columns = new Map()
  const places = []
  const holders = new Map()
  for (let i = 1; i < header.length; i++) {
    const abi = header[i]
    if (abi.endsWith('_kver')) continue
    if (!NAME.test(abi)) throw new CsvError(file, 1, `column ${i + 1} is "${abi}", not the name of an ABI`)
    if (columns.has(abi)) throw new CsvError(file, 1, `ABI "${abi}" has two columns`)
    columns.set(abi, new Map())
    holders.set(abi, new Map())
    places.push([abi, i])
  }
  if (places.length === 0) throw new CsvError(file, 1, 'no ABI has a column')

  const names = new Set()
  for (let at = 1; at < lines.length; at++) {
    const line = at + 1
    const cells = lines[at].split(',')
    const name = cells[0]
    if (!NAME.test(name)) throw new CsvError(file, line, `"${name}" is not the name of a system call`)
    if (names.has(name)) throw new CsvError(file, line, `"${name}" has a row already`)
    if (cells.length !== header.length) {
      throw new CsvError(file, line, `"${name}" has ${cells.length} cells, the header has ${header.length}`)
    }
    names.add(name)
    for (const [abi, i] of places) {
      const cell = cells[i]
      if (cell === 'PNR') continue
      if (!DECIMAL.test(cell) || Number(cell) >= LARGEST) {
        throw new CsvError(
          file,
          line,
          `the number of "${name}" on ${abi} is "${cell}", not a decimal number or PNR`,
        )
      }
      const nr = Number(cell)
      const holder = holders.get(abi).get(nr)
      if (holder !== undefined) {
        throw new CsvError(
          file,
          line,
          `number ${nr} on ${abi} belongs to "${holder}" already, not to "${name}"`,
        )
      }
      holders.get(abi).set(nr, name)
      columns.get(abi).set(name, nr)
    }
  }
  return { version, names: [...names].sort(byText), columns }
}

function byText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}
