/*
 * The tables of `strace -c` and `perf trace -s`.
 *
 *   % time     seconds  usecs/call     calls    errors syscall
 *   ------ ----------- ----------- --------- --------- ----------------
 *     2.69    0.000019           0        71         1 close
 *     2.40    0.000017           0        85           mmap
 *   ------ ----------- ----------- --------- --------- ----------------
 *   100.00    0.000707           1       495        80 total
 *
 *   syscall            calls  errors  total       min       avg       max       stddev
 *                                     (msec)    (msec)    (msec)    (msec)        (%)
 *   --------------- --------  ------ -------- --------- --------- ---------     ------
 *   openat                35     13     0.500     0.012     0.014     0.016      1.08%
 *
 * The columns vary. The option -U of strace chooses them, and strace leaves the cell of errors blank in a row without
 * errors. perf counts errors only since Linux 5.6. So the head of a table decides which columns hold calls and names,
 * and a row may lack its errors. perf prints a table for each thread, and ends it with a blank line. strace prints a
 * table for each personality, and ends it with a second line of dashes. Lines around tables are output of the traced
 * program.
 *
 * Sources: strace's src/count.c: call_summary_pers(); Linux tools/perf/builtin-trace.c: thread__dump_stats().
 */
import { PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { Source } from '@seccompile/policy'
import type { Tally } from './tally.ts'

/** The tool that printed a table. */
export type TableFormat = 'strace -c' | 'perf trace -s'

type TableState =
  | { readonly at: 'outside' }
  | { readonly at: 'head'; readonly columns: readonly string[]; readonly place: Source }
  | { readonly at: 'rows'; readonly columns: readonly string[]; readonly format: TableFormat }

/** Reads tables, line by line. */
export interface TableReader {
  /**
   * Takes the next line; yields the tool whose table it belongs to, if any.
   * @throws PolicyError for a malformed row
   */
  readonly line: (text: string, place: Source) => TableFormat | undefined
}

/** The words of a line; `% time` is one column. */
const words = (text: string): readonly string[] => text.replace('% time', '%time').trim().split(/\s+/)

const isRule = (text: string): boolean => /^[ \t]*-[- \t]*$/.test(text)

/** A row with an errno name below a call, as `perf trace -s --errno-summary` prints it. */
const ERRNO_ROW = /^\s+\w+: \d+$/

/** Names of columns of strace and perf; a line that consists of them is the head of a table. */
const COLUMNS = new Set([
  '%time', 'seconds', 'shortest', 'longest', 'usecs/call', 'calls', 'errors', 'syscall',
  'total', 'min', 'avg', 'max', 'stddev',
]) // prettier-ignore

function headOf(text: string): readonly string[] | undefined {
  // Most lines are no head: a search for one word is faster than splitting the line.
  if (!text.includes('syscall')) return undefined
  const columns = words(text)
  return columns.includes('syscall') && columns.every((column) => COLUMNS.has(column)) ? columns : undefined
}

/** The cells of a row by column; the cell of the errors may be missing. */
function cellsOf(text: string, columns: readonly string[]): ReadonlyMap<string, string> | undefined {
  const cells = words(text)
  const present =
    cells.length === columns.length - 1 ? columns.filter((column) => column !== 'errors') : columns
  return cells.length === present.length
    ? new Map(present.map((column, i) => [column, cells[i]!] as const))
    : undefined
}

/** A reader that adds the counts of tables to `into`. */
export function tableReader(into: Tally): TableReader {
  let state: TableState = { at: 'outside' }

  const row = (text: string, columns: readonly string[], format: TableFormat, place: Source): void => {
    const cells = cellsOf(text, columns)
    const [name, calls] = [cells?.get('syscall'), cells?.get('calls')]
    if (name === undefined || calls === undefined || !/^\d{1,15}$/.test(calls)) {
      const column = text.length - text.trimStart().length + 1
      throw new PolicyError(
        'E_SYNTAX',
        `expected a row of ${quote(columns.join(' ').replace('%time', '% time'))} in the table of ${format}; got ${quote(text.trim())}; write the table to a file of its own`,
        { ...place, column },
      )
    }
    into.add(name, Number(calls), place)
  }

  const line = (text: string, place: Source): TableFormat | undefined => {
    switch (state.at) {
      case 'outside': {
        const columns = headOf(text)
        if (columns !== undefined) state = { at: 'head', columns, place }
        return undefined
      }
      case 'head': {
        const { columns, place: headPlace } = state
        const format = columns.includes('stddev') ? 'perf trace -s' : 'strace -c'
        if (text.includes('(msec)')) return undefined
        state = { at: 'outside' }
        // The program itself may print the words of a head. Without a line of dashes below it, a line is no head.
        if (!isRule(text)) return line(text, place)
        if (!columns.includes('calls'))
          throw new PolicyError('E_SYNTAX', 'the table has no column "calls"; add it to strace -U', headPlace)
        state = { at: 'rows', columns, format }
        return format
      }
      case 'rows': {
        const { columns, format } = state
        if (text.trim() === '' || isRule(text)) state = { at: 'outside' }
        else if (!ERRNO_ROW.test(text)) row(text, columns, format, place)
        return format
      }
    }
  }
  return { line }
}
