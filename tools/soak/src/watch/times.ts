import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const COMMAND = join(
  dirname(createRequire(import.meta.url).resolve('seccompile/package.json')),
  'bin/seccompile.js',
)

/** The time in ms that a command takes. */
function time(command: string, words: readonly string[]): number {
  const begun = performance.now()
  const { status } = spawnSync(command, words, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`${command} ended with ${status}`)
  return performance.now() - begun
}

const least = (values: readonly number[]): number => Math.min(...values)

/**
 * The time that a call takes under `record`, beside `strace -f -c`: the least of some turns, without that of a start,
 * which is measured with one call.
 */
export function timesBesideStrace(program: string, folder: string, rounds: number): readonly string[] {
  const output = join(folder, 'counts')
  const lines: string[] = []
  for (const [calls, threads] of [
    [100_000, 1],
    [50_000, 8],
  ] as const) {
    const taken = {
      record: [] as number[],
      strace: [] as number[],
      recordStart: [] as number[],
      straceStart: [] as number[],
    }
    for (let round = 0; round < rounds; round += 1)
      for (const [count, record, strace] of [
        [calls, 'record', 'strace'],
        [1, 'recordStart', 'straceStart'],
      ] as const) {
        const words = [program, String(count), String(threads)]
        taken[record].push(time(process.execPath, [COMMAND, 'record', '-o', output, '--', ...words]))
        taken[strace].push(time('strace', ['-f', '-c', '-o', output, ...words]))
      }
    const each = (all: readonly number[], starts: readonly number[]): number =>
      ((least(all) - least(starts)) * 1000) / (calls * threads)
    const record = each(taken.record, taken.recordStart)
    const strace = each(taken.strace, taken.straceStart)
    lines.push(
      `${threads} × ${calls} calls: record ${record.toFixed(1)} µs a call, strace -f -c ${strace.toFixed(1)} µs, ratio ${(record / strace).toFixed(2)} (at most 0.6 is wanted)`,
    )
  }
  return lines
}
