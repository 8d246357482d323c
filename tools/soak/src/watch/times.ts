import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { SECCOMPILE } from './compare-programs.ts'

/** The time in ms that a command takes. */
function time([command = '', ...words]: readonly string[]): number {
  const begun = performance.now()
  const { status } = spawnSync(command, words, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`${command} ended with ${status}`)
  return performance.now() - begun
}

/** The part of the time under strace that a recording may take. */
const MAX_RATIO = 0.6

/** The part of the processors that other work may take while the ratio is judged. */
const MAX_BUSY = 0.1

/** The part of the processors that is busy, over one second. */
async function busyPart(): Promise<number> {
  const sums = (): readonly [busy: number, all: number] => {
    const times = cpus().map((cpu) => cpu.times)
    const idle = times.reduce((sum, each) => sum + each.idle, 0)
    const all = times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle)
    return [all - idle, all]
  }
  const [busy, all] = sums()
  await delay(1000)
  const [later, allLater] = sums()
  return (later - busy) / Math.max(1, allLater - all)
}

const least = (values: readonly number[]): number => Math.min(...values)

/** The calls of a measurement of calls that are in the allow bitmap: so many that a start weighs little. */
const ALLOWED_CALLS = 10_000_000

/** The time in ms that processors have worked for the ended processes of this one. @see proc_pid_stat(5): cutime, cstime */
function processorTime(): number {
  const [, fields = ''] = /\) (.*)/.exec(readFileSync('/proc/self/stat', 'latin1')) ?? []
  const values = fields.split(' ').map(Number)
  return 10 * ((values[13] ?? 0) + (values[14] ?? 0)) // ticks of 10 ms
}

/** The time in ms that processors work for a command: other work of the machine hardly changes it. */
function work(words: readonly string[]): number {
  const before = processorTime()
  time(words)
  return processorTime() - before
}

/** The time of an allowed call under `run`, and under `run --report`: its row says what the watcher adds. */
function allowedRow(program: string, folder: string, rounds: number): string {
  const policy = join(folder, 'mkdir.json')
  writeFileSync(
    policy,
    JSON.stringify({
      defaultAction: 'SCMP_ACT_ALLOW',
      syscalls: [{ names: ['mkdir', 'mkdirat'], action: 'SCMP_ACT_ERRNO' }],
    }),
  )
  const turn = (calls: number): readonly [number, number] => [
    work([...SECCOMPILE, 'run', policy, '--', program, String(calls)]),
    work([...SECCOMPILE, 'run', policy, '--report', '--', program, String(calls)]),
  ]
  const turns = Array.from({ length: rounds }, () => ({ all: turn(ALLOWED_CALLS), start: turn(1) }))
  const each = (at: 0 | 1): number =>
    ((least(turns.map(({ all }) => all[at])) - least(turns.map(({ start }) => start[at]))) * 1e6) /
    ALLOWED_CALLS
  const [run, report] = [each(0), each(1)]
  return `an allowed call: run ${run.toFixed(1)} ns, run --report ${report.toFixed(1)} ns, ${(report - run).toFixed(1)} ns more`
}

/** The least times of some turns, in µs a call, without that of a start, which is measured with one call. */
function timesOf(
  words: (count: number) => readonly string[],
  total: number,
  calls: number,
  folder: string,
  rounds: number,
): readonly [record: number, strace: number] {
  const output = join(folder, 'counts')
  const turn = (count: number): readonly [number, number] => [
    time([...SECCOMPILE, 'record', '-o', output, '--', ...words(count)]),
    time(['strace', '-f', '-c', '-o', output, ...words(count)]),
  ]
  const turns = Array.from({ length: rounds }, () => ({ all: turn(calls), start: turn(1) }))
  const each = (at: 0 | 1): number =>
    ((least(turns.map(({ all }) => all[at])) - least(turns.map(({ start }) => start[at]))) * 1000) / total
  return [each(0), each(1)]
}

/**
 * Compares the time that a call takes under `record` with that under `strace -f -c`. Yields the rows whose ratio is above
 * {@link MAX_RATIO}. A ratio is judged only where the machine has no other work before and after: a call under `record` needs two
 * processors at a time, so other work slows it down more.
 */
export async function wrongTimes(
  program: string,
  folder: string,
  rounds: number,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [calls, threads] of [
    [100_000, 1],
    [50_000, 8],
  ] as const) {
    const before = await busyPart()
    const words = (count: number): readonly string[] => [program, String(count), String(threads)]
    const [record, strace] = timesOf(words, calls * threads, calls, folder, rounds)
    const busy = Math.max(before, await busyPart())
    const ratio = record / strace
    const place = ratio <= MAX_RATIO ? 'below' : 'above'
    const judged =
      busy <= MAX_BUSY
        ? place
        : `${place}, not judged: other work takes ${Math.round(100 * busy)} % of this machine`
    const line = `${threads} × ${calls} calls: record ${record.toFixed(1)} µs a call, strace -f -c ${strace.toFixed(1)} µs; ratio ${ratio.toFixed(2)}, asked at most ${MAX_RATIO}: ${judged}`
    process.stdout.write(`times: ${line}\n`)
    if (judged === 'above') wrong.push(line)
  }
  process.stdout.write(`times: ${allowedRow(program, folder, rounds)}\n`)
  return wrong
}
