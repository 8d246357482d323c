/*
 * The reader against strace itself. strace -C prints each call, and a table of its own counts. The two come from one run, so they
 * have to agree, whatever the options of the lines.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { machine, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RecordingRow } from '@seccompile/recording'
import { traced } from './lines.ts'
import { whyNotStrace } from './why-not-strace.ts'

const reason =
  whyNotStrace('lines of strace against its table') ??
  (machine() === 'x86_64' ? undefined : 'the machine is not x86_64')

/** What strace with `options` writes about `command`. */
function straced(options: readonly string[], command: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'))
  try {
    const file = join(folder, 'out')
    spawnSync('strace', [...options, '-o', file, ...command], { stdio: 'ignore' })
    return readFileSync(file, 'latin1')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The counts in the table of strace, by name: the fourth column, and the last. */
function tableCounts(table: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of table.split('\n')) {
    const cells = row.trim().split(/\s+/)
    const name = cells.at(-1) ?? ''
    if (/^\d/.test(row.trim()) && name !== 'total') counts.set(name, Number(cells[3]))
  }
  return counts
}

/** What strace writes about `script` of the shell, which prints to the same file. */
function stracedWithText(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'))
  const file = join(folder, 'out')
  const out = openSync(file, 'w')
  try {
    spawnSync('strace', ['sh', '-c', script], { stdio: ['ignore', 'ignore', out] })
    return readFileSync(file, 'latin1')
  } finally {
    closeSync(out)
    rmSync(folder, { recursive: true })
  }
}

const SCRIPT =
  'trap "echo got" USR1; (kill -USR1 $$; exec cat /etc/hostname) & wait; echo "a = (b) <c>" | tr a-z "A-Z"; ulimit -n >/dev/null; cat /nonesuch; true'

describe.skipIf(reason !== undefined)('lines of strace have the counts of its table', () => {
  it.each<{ readonly options: readonly string[] }>([
    [], ['-n'], ['-e', 'raw=all'], ['-n', '-e', 'raw=all', '-Y', '-ttt'], ['-X', 'raw'], ['-X', 'verbose'], ['-t'], ['-tt', '-T'],
    ['-ttt', '-r'], ['-r'], ['-y'], ['-yy', '-v'], ['-i'], ['-i', '-n', '-tt'], ['-s', '100000', '-xx'], ['-s', '0'], ['-qq'],
  ].map((options) => ({ options })))('$options', ({ options }) => {
    const text = straced(['-f', '-C', ...options], ['sh', '-c', SCRIPT])
    const at = text.search(/^% time/m)
    const table = tableCounts(text.slice(at))
    const { head, rows, isComplete } = traced(text.slice(0, at))
    const counts = new Map<string, number>()
    for (const { call = '', args, count } of rows) // a row for each program
      if (args === undefined) counts.set(call, count + (counts.get(call) ?? 0))
    expect({ source: head.source, isComplete }).toEqual({ source: 'strace', isComplete: true })
    expect(counts.get('exit_group')).toBeGreaterThan(3)
    counts.delete('exit_group') // strace -c never counts it
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(table))
    expect(counts.size).toBeGreaterThan(30)
    // And together they count every call once.
    const total = ({ rows: all }: { readonly rows: readonly RecordingRow[] }): number =>
      all.reduce((sum, { args, count }) => sum + (args === undefined ? count : 0), 0)
    expect(total(traced(text))).toBe(total({ rows }))
  })

  it.each<{ readonly options: readonly string[] }>([[], ['-X', 'verbose'], ['-X', 'raw'], ['-y', '-n']].map((options) => ({ options })))(
    'and with $options the values of registers, or no value',
    ({ options }) => {
      const command = ['ls', '-l', '/etc/hostname']
      const registers = traced(straced(['-e', 'raw=all'], command)).rows
      const named = traced(straced(options, command)).rows
      const keyOf = ({ call = '', args = [] }: RecordingRow): string => `${call} ${args.join()}`
      const counts = new Map(registers.map((row) => [keyOf(row), row.count]))
      const known = named.filter(({ args = [] }) => !args.includes('more'))
      // The number of reads of what the system changes may differ, and no value may be one that the registers did not have.
      expect(known.filter((row) => !counts.has(keyOf(row))).map(keyOf)).toEqual([])
      expect(known.length).toBeGreaterThan(80)
    },
  )

  it('and with the text of the program between', () => {
    const script = `echo hello >&2; printf 'a\\nb' >&2; printf 'a\\n\\n = 3)\\n' >&2; printf c >&2`
    const written = (text: string): number | undefined =>
      traced(text).rows.find(({ call, args }) => call === 'write' && args === undefined)?.count
    const mixed = stracedWithText(script)
    expect(mixed).toMatch(/^write\(\d, "hello\\n", 6hello\n\) += 6$/m)
    expect(written(mixed)).toBe(4)
    expect(written(straced([], ['sh', '-c', script]))).toBe(4)
    expect(traced(mixed).head.unseen.join()).toMatch(/within which the program printed.*: 3 lines/)
  })
}) // prettier-ignore
