import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ABIS, committedCalls } from '../tables.mjs'
import { CALLS, isByHand, reasonOf } from './by-hand.mjs'

/** The names of the calls in the committed file `path` below `src`. */
function callsIn(src, path) {
  const [, lines] = /^ {2}calls: `\n([^`]*)`,$/m.exec(readFileSync(join(src, path), 'utf8'))
  return lines.split('\n').map((line) => line.split(' ', 1)[0])
}

/**
 * The calls of a column that have a committed signature. `signatures` and `syscalls` are the `src` folders of these
 * packages.
 */
export function committedSignatures(signatures, syscalls, column) {
  const table = readFileSync(join(signatures, 'tables', `${column}.ts`), 'utf8')
  const [, shared] = /from '\.\.\/(texts\/\w+\.ts)'/.exec(table) ?? []
  const without = /^ {2}without: '(.*)',$/m.exec(table)?.[1].split(' ') ?? []
  const known = new Set([
    ...(table.includes('const TEXT') ? callsIn(signatures, `tables/${column}.ts`) : []),
    ...(shared === undefined ? [] : callsIn(signatures, shared).filter((call) => !without.includes(call))),
  ])
  return [...committedCalls(syscalls, column).keys()].filter((call) => known.has(call))
}

/** Yields `{ token, calls, source, hand, absent }` for each ABI: a count, and lists of names. */
export function coverage(syscalls, signatures, abis = ABIS) {
  return abis.map(({ token, column }) => {
    const calls = [...committedCalls(syscalls, column).keys()]
    const signed = new Set(committedSignatures(signatures, syscalls, column))
    return {
      token,
      calls: calls.length,
      source: calls.filter((call) => signed.has(call) && !isByHand(call, column)),
      hand: calls.filter((call) => signed.has(call) && isByHand(call, column)),
      absent: calls.filter((call) => !signed.has(call)),
    }
  })
}

/**
 * The coverage as text: a line for each ABI, then the reasons for missing signatures, then the sources of signatures
 * by hand.
 */
export function report(rows) {
  const cells = [
    ['', 'calls', 'source', 'by hand', 'none'],
    ...rows.map(({ token, calls, source, hand, absent }) => [
      token,
      ...[calls, source.length, hand.length, absent.length].map(String),
    ]),
  ]
  const widths = cells[0].map((_, at) => Math.max(...cells.map((row) => row[at].length)))
  const line = (row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
      .join('  ')
      .trimEnd()
  const none = rows.flatMap(({ token, absent }) =>
    Object.entries(grouped(absent)).map(([reason, calls]) => `${token}: ${calls.join(' ')}: ${reason}`),
  )
  const bySource = new Map()
  for (const { call, source } of CALLS) bySource.set(source, [...(bySource.get(source) ?? []), call])
  const byHand = Array.from(bySource, ([source, calls]) => `${calls.join(' ')}: ${source}`)
  return [...cells.map(line), '', 'no signature:', ...none, '', 'by hand:', ...byHand].join('\n')
}

/** The calls without a signature, grouped by reason. */
function grouped(calls) {
  const groups = {}
  for (const call of calls) (groups[reasonOf(call)] ??= []).push(call)
  return groups
}
