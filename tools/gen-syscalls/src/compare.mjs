/**
 * Compares our tables with the kernel's.
 *
 * Two tables of one ABI may differ for three reasons only: one is of a newer kernel, the kernel names a number that is
 * no call, or this file lists the difference with its reason. Any other difference is unexplained, and so is any name
 * with two numbers.
 */

/** The names by which the mips tables mark free numbers. */
const GAP = /^(?:unused|reserved)\d+$/

/** Calls of a column that a later kernel put into an old gap. Their numbers do not show their age. */
const FILLED_GAPS = {
  x86_64: { uprobe: 'newer, in the gap of x86_64 below 424' },
  x32: { uprobe: 'newer, in the gap of x86_64 below 424' },
  loongarch64: { memfd_secret: 'newer on loongarch64, in the gap at 447' },
}

/** The comparison of an ABI that the kernel no longer has. */
export const LACKING_ABI = { lacking: true, compared: 0, different: [], onlyOurs: [], onlyTheirs: [] }

/**
 * Compares one ABI. `ours` and `theirs` are Maps from name to number without the base; `column` and
 * `ownFrom` are those of the list of ABIs. Yields the counts, and the names that differ or are on one side alone, each with an explanation if there
 * is one.
 */
export function compareTables(ours, theirs, { column, ownFrom = 2 ** 32 } = {}) {
  const last = (calls) => Math.max(...[...calls.values()].filter((nr) => nr < ownFrom))
  const both = [...ours].filter(([name]) => theirs.has(name))
  const onlyOurs = [...ours].filter(([name]) => !theirs.has(name))
  const onlyTheirs = [...theirs].filter(([name]) => !ours.has(name))
  return {
    compared: both.length,
    different: both
      .filter(([name, nr]) => theirs.get(name) !== nr)
      .map(([name, nr]) => ({ name, ours: nr, theirs: theirs.get(name) })),
    onlyOurs: onlyOurs.map(([name, nr]) => ({
      name,
      nr,
      reason: reasonOfOurs(name, nr, last(theirs), { column, ownFrom }),
    })),
    onlyTheirs: onlyTheirs.map(([name, nr]) => ({
      name,
      nr,
      reason: reasonOfTheirs(name, nr, last(ours), ownFrom),
    })),
  }
}

function reasonOfOurs(name, nr, last, { column, ownFrom }) {
  if (nr > last && nr < ownFrom) return 'newer than this kernel'
  return FILLED_GAPS[column]?.[name]
}

function reasonOfTheirs(name, nr, last, ownFrom) {
  if (GAP.test(name)) return 'the name of a gap'
  return nr > last && nr < ownFrom ? 'newer than the tables' : undefined
}

/** Whether a comparison has no difference, and a reason for each name that only one table has. */
export function isExplained({ different, onlyOurs, onlyTheirs }) {
  return different.length === 0 && [...onlyOurs, ...onlyTheirs].every(({ reason }) => reason !== undefined)
}

/** The comparisons as text: a line for each ABI, then a line for each difference. `rows` are `[abi, comparison]`. */
export function report(rows) {
  const header = ['', 'compared', 'only ours', 'only theirs', 'different']
  const counts = rows.map(([abi, { compared, onlyOurs, onlyTheirs, different }]) => [
    abi, String(compared), String(onlyOurs.length), String(onlyTheirs.length), String(different.length),
  ]) // prettier-ignore
  const widths = header.map((_, i) => Math.max(...[header, ...counts].map((cells) => cells[i].length)))
  const line = (cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')

  const notes = new Map()
  const note = (text, abi) => notes.set(text, [...(notes.get(text) ?? []), abi])
  for (const [abi, { lacking, different, onlyOurs, onlyTheirs }] of rows) {
    if (lacking) note('not compared: the kernel no longer has the ABI', abi)
    for (const { name, ours, theirs } of different)
      note(`different: ${name} is ${ours} here and ${theirs} there`, abi)
    for (const [side, names] of [
      ['ours', onlyOurs],
      ['theirs', onlyTheirs],
    ])
      // prettier-ignore
      for (const { name, nr, reason } of names) note(`only ${side}: ${name} ${nr}: ${reason ?? 'unexplained'}`, abi)
  }
  const all = rows.map(([abi]) => abi)
  const whose = (abis) => {
    const rest = all.filter((abi) => !abis.includes(abi))
    if (rest.length === 0) return 'every ABI'
    return rest.length < abis.length / 4 ? `every ABI but ${rest.join(', ')}` : abis.join(', ')
  }
  return [
    ...[header, ...counts].map(line),
    '',
    ...Array.from(notes, ([text, abis]) => `${text} (${whose(abis)})`),
    '',
  ].join('\n')
}
