import { expectObject } from '@seccompile/shape'

/** The standard error of a command, which shows the progress. */
interface Terminal {
  readonly err: (text: string) => void
  readonly errIsTerminal: boolean
}

/** Shows the progress of long work on a terminal. Without a terminal it prints nothing. */
export interface Progress {
  /** Shows that `done` of `total` units are complete. */
  readonly report: (done: number, total: number) => void
  /** Clears the line for other text. */
  readonly end: () => void
}

/** The time between two updates: short enough to look alive, and long enough to cost the work nothing. */
const EVERY_MS = 100
const CLEAR_LINE = '\r\u001b[K'

/** A time in words: `8 s`, `2 min 5 s`. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** `what: 34 of 120 turns, 12/s, 8 s left`; without rate and time left before the first unit is complete. */
export function progressLine(
  what: string,
  unit: string,
  of: { readonly done: number; readonly total: number; readonly seconds: number },
): string {
  const { done, total, seconds } = of
  const count = `${what}: ${done} of ${total} ${unit}`
  if (done === 0 || seconds <= 0) return count
  const rate = done / seconds
  return `${count}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s, ${duration((total - done) / rate)} left`
}

/**
 * Progress of `what`, counted in `unit`, on standard error if that is a terminal.
 *
 * @param now - the time in milliseconds, from any start
 */
export function progress(
  io: Terminal,
  what: string,
  unit: string,
  now: () => number = () => performance.now(),
): Progress {
  expectObject(io, 'io', 'err', 'errIsTerminal')
  if (!io.errIsTerminal) return { report: () => {}, end: () => {} }
  const began = now()
  let last = -Infinity
  return {
    report: (done, total) => {
      const time = now()
      if (time - last < EVERY_MS) return
      last = time
      io.err(`${CLEAR_LINE}${progressLine(what, unit, { done, total, seconds: (time - began) / 1000 })}`)
    },
    end: () => {
      if (last !== -Infinity) io.err(CLEAR_LINE)
    },
  }
}

/** Shows the progress of long work in several parts, one part after the other. */
export interface StagedProgress {
  /** Shows that `done` of the `total` units of the part `stage` are complete. */
  readonly report: (stage: string, done: number, total: number) => void
  readonly end: () => void
}

/** {@link progress} for each part, with its own rate and time left. */
export function stagedProgress(io: Terminal, unit: string): StagedProgress {
  let current: string | undefined
  let shown: Progress | undefined
  return {
    report: (stage, done, total) => {
      if (stage !== current) {
        shown?.end()
        shown = progress(io, stage, unit)
        current = stage
      }
      shown?.report(done, total)
    },
    end: () => shown?.end(),
  }
}
