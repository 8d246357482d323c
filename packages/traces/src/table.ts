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
 * table for each personality, with a line above that names it, and ends it with a second line of dashes. Lines around tables are output of the traced
 * program.
 *
 * Sources: strace's src/count.c: call_summary_pers(); Linux tools/perf/builtin-trace.c: thread__dump_stats().
 */
import { PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { identity } from './strace.ts'
import { abiOfMode } from './traced-calls.ts'
import type { TakeCalls } from './traced-calls.ts'

/** The tool that printed a table. */
type TableFormat = 'strace -c' | 'perf trace -s'

type TableState =
  | { readonly at: 'outside' }
  | { readonly at: 'head'; readonly columns: readonly string[]; readonly line: number }
  | { readonly at: 'rows'; readonly columns: readonly string[]; readonly format: TableFormat }

/** Reads tables, line by line. */
export interface TableReader {
  /**
   * Takes the next line, whose end may be lost; yields the tool whose table it belongs to, if any.
   * @throws PolicyError for a malformed row
   */
  readonly line: (text: string, line: number, isCut?: boolean) => TableFormat | undefined
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

/** The line above a table of strace, where a program made calls by several ABIs. */
const MODE = /^System call usage summary for (\w+(?: bit)?) mode:$/

/** The file, the ABI of its machine, and what takes the calls. */
interface TableTask {
  readonly file: string
  readonly abi: AbiToken
  readonly take: TakeCalls
}

/** A reader of tables. */
export function tableReader({ file, abi: native, take }: TableTask): TableReader {
  let state: TableState = { at: 'outside' }
  let mode = native
  const modeOf = (text: string): AbiToken | undefined => {
    const [, name] = MODE.exec(text) ?? []
    return name === undefined ? undefined : abiOfMode(native, name)
  }

  const row = (text: string, columns: readonly string[], format: TableFormat, line: number): void => {
    const cells = cellsOf(text, columns)
    const [name, calls] = [cells?.get('syscall'), cells?.get('calls')]
    if (name === undefined || calls === undefined || !/^\d{1,15}$/.test(calls)) {
      const column = text.length - text.trimStart().length + 1
      throw new PolicyError(
        'E_SYNTAX',
        `expected a row of ${quote(columns.join(' ').replace('%time', '% time'))} in the table of ${format}; got ${quote(text.trim())}; write the table to a file of its own`,
        { file, line, column },
      )
    }
    const { abi, nr } = identity(mode, undefined, name)
    take({ format, abi, nr, name, count: Number(calls), line })
  }

  const read = (text: string, line: number, isCut = false): TableFormat | undefined => {
    switch (state.at) {
      case 'outside': {
        const columns = headOf(text)
        if (columns !== undefined) state = { at: 'head', columns, line }
        else if (text.startsWith('System call')) mode = modeOf(text) ?? mode
        return undefined
      }
      case 'head': {
        const { columns, line: headLine } = state
        const format = columns.includes('stddev') ? 'perf trace -s' : 'strace -c'
        if (text.includes('(msec)')) return undefined
        state = { at: 'outside' }
        // The program itself may print the words of a head. Without a line of dashes below it, a line is no head.
        if (!isRule(text)) return read(text, line)
        if (!columns.includes('calls'))
          throw new PolicyError('E_SYNTAX', 'the table has no column "calls"; add it to strace -U', {
            file,
            line: headLine,
            column: 1,
          })
        state = { at: 'rows', columns, format }
        return format
      }
      case 'rows': {
        const { columns, format } = state
        if (text.trim() === '' || isRule(text)) {
          state = { at: 'outside' }
          mode = native // strace names no mode where it has one table
        } else if (!ERRNO_ROW.test(text) && !isCut) row(text, columns, format, line)
        return format
      }
    }
  }
  return { line: read }
}
