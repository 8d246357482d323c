/** What measurements say otherwise than the table, for the machines that were measured. */

const ROW = /\[\s*'([^']+)',\s*'([^']+)',\s*'([^']+)',\s*'([^']*)',?\s*\]/g

/** The functions that have rows in the text of the table. */
export const functionsIn = (table) => [...table.matchAll(ROW)].map(([, of]) => of)

/** `rows` with the ABIs for which `*` stands, of those that were measured here. */
function expanded(rows, machines) {
  return rows.map((row) => {
    const [of, libc, abis, calls] = row
    if (abis !== '*') return row
    const others = rows.filter((other) => other[0] === of && other[1] === libc && other !== row)
    const named = others.flatMap((other) => other[2].split(' '))
    const own = machines.filter((machine) => machine.libc === libc).map(({ abi }) => abi)
    return [of, libc, [...new Set(own.filter((abi) => !named.includes(abi)))].join(' '), calls]
  })
}

/** `function libc abi` of each row, with the calls. */
const flat = (rows) =>
  new Set(
    rows.flatMap(([of, libc, abis, calls]) => abis.split(' ').map((abi) => `${of} ${libc} ${abi}: ${calls}`)),
  )

/** Lines that begin with - for what only the table has, and with + for what only the measurements have. */
export function differences(table, rows, machines) {
  const measured = new Set(machines.map(({ libc, abi }) => `${libc} ${abi}`))
  const old = flat(
    expanded(
      [...table.matchAll(ROW)].map((match) => match.slice(1)),
      machines,
    ),
  )
  const fresh = flat(expanded(rows, machines))
  const isMeasured = (line) => [...measured].some((pair) => line.includes(` ${pair}: `))
  return [
    ...[...old].filter((line) => isMeasured(line) && !fresh.has(line)).map((line) => `- ${line}`),
    ...[...fresh].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ]
}
