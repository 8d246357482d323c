import type { Failure, SoakProgress } from './soak-loop.ts'

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

/** Milliseconds as `h:mm:ss`. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

function counts({ cases, rounds, failures }: SoakProgress, elapsedMs: number): string {
  const rate = Math.round(cases / Math.max(elapsedMs / 1000, 1))
  return [
    plural(cases, 'case', 'cases'),
    plural(rounds, 'round', 'rounds'),
    `${rate.toLocaleString('en-US')}/s`,
    plural(failures.length, 'failure', 'failures'),
  ].join(', ')
}

/** The line that a terminal shows during the run. */
export function progressLine(progress: SoakProgress, elapsedMs: number, leftMs: number): string {
  const now = progress.now === undefined ? '' : `: ${progress.now}`
  return `${counts(progress, elapsedMs)}, ${clock(leftMs)} left${now}`
}

/** The last line. */
export function summaryLine(progress: SoakProgress, elapsedMs: number, seed: number): string {
  return `soak: ${counts(progress, elapsedMs)} in ${clock(elapsedMs)}, seed ${seed}`
}

/** A failure, with the command that repeats it. */
export function failureText({ name, seed, message }: Failure): string {
  return `FAIL ${name}, seed ${seed}\n${message}\nagain: pnpm soak levels --only "${name}" --seed ${seed} --rounds 1\n`
}
