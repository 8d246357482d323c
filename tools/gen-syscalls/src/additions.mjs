/**
 * Calls that kernels have and the CSV of libseccomp lacks, each with the place in the source of Linux.
 *
 * `call`     the name
 * `nr`       the number without the base
 * `columns`  the columns of the CSV that lack the call
 * `source`   the file and the version of Linux that have it
 *
 * An entry that a later CSV has too is an error, so the list holds only what the CSV lacks.
 */
export const ADDITIONS = [
  {
    call: 'memfd_secret',
    nr: 447,
    columns: ['loongarch64'],
    source:
      'arch/loongarch/kernel/Makefile.syscalls and scripts/syscall.tbl of Linux 7.2.13; commit abca6583a2aa (7.0)',
  },
]

/**
 * The source with the calls of `additions`, in the shape that `parseCsv` yields, and with the list itself.
 * @throws Error where the source lacks the column, or has the call or the number already
 */
export function withAdditions(source, additions) {
  const columns = new Map(Array.from(source.columns, ([column, calls]) => [column, new Map(calls)]))
  for (const { call, nr, columns: lacking } of additions) {
    for (const column of lacking) {
      const place = `src/additions.mjs: ${call} ${nr} of ${column}`
      const calls = columns.get(column)
      if (calls === undefined) throw new Error(`${place}: the source has no such column`)
      if (calls.has(call)) throw new Error(`${place}: the source has the call; remove the addition`)
      const holder = [...calls].find(([, number]) => number === nr)?.[0]
      if (holder !== undefined) throw new Error(`${place}: the number belongs to "${holder}"`)
      calls.set(call, nr)
    }
  }
  const names = new Set([...source.names, ...additions.map(({ call }) => call)])
  return { ...source, additions, names: [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), columns }
}
