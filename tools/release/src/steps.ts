/*
 * The programs that a release starts, one at a time. Each has a process group of its own: a signal that ends the release ends all that
 * a step has started, before the folder in which they write is removed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { ReleaseError } from './errors.ts'

/** Runs the steps of a release. */
export interface Steps {
  /** Yields what a program prints, without the last line break. @throws ReleaseError where it fails, with the end of what it said */
  readonly run: (cwd: string, command: string, ...args: readonly string[]) => Promise<string>
  /** Ends the step that runs, and lets none begin. The second time kills a step that goes on. */
  readonly stop: () => void
}

const WINDOWS = process.platform === 'win32'
const MOST_SHOWN = 6000

/** What a program said that failed: without the lines of checks that passed, which may be a hundred behind the one that did not. */
const shown = (said: string): string =>
  said
    .split('\n')
    .filter((line) => !line.startsWith('ok  '))
    .join('\n')
    .trim()
    .slice(-MOST_SHOWN)

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    if (WINDOWS) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended in this moment.
  }
}

/** The steps of a release. @param temporary - the folder in which programs make their temporary files */
export function steps(temporary: string): Steps {
  let current: ChildProcess | undefined
  let isStopped = false
  const run: Steps['run'] = (cwd, command, ...args) =>
    new Promise((resolve, reject) => {
      const fail = (said: string): void =>
        reject(new ReleaseError('E_STEP', `${[command, ...args].join(' ')} failed:\n${said}`))
      if (isStopped) {
        fail('the release was stopped')
        return
      }
      const child = spawn(command, args, {
        cwd,
        detached: !WINDOWS,
        shell: WINDOWS && command !== process.execPath,
        env: { ...process.env, CI: 'true', TMPDIR: temporary, TMP: temporary, TEMP: temporary },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      current = child
      let [printed, said] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        printed += part
        said += part
      })
      child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
      child.on('error', ({ message }) => fail(message))
      child.on('close', (status, signal) => {
        current = undefined
        if (status === 0) resolve(printed.trimEnd())
        else fail(shown(said) || `it ended by ${signal ?? `exit ${String(status)}`}`)
      })
    })
  const stop = (): void => {
    const signal = isStopped ? 'SIGKILL' : 'SIGTERM'
    isStopped = true
    if (current !== undefined) end(current, signal)
  }
  return { run, stop }
}

const STATUS_OF_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** Ends `programs` at ^C, at SIGTERM, and when the terminal is closed; the exit status of this process is then that of the signal. */
export function stopAtSignals(programs: Steps): void {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      process.exitCode = STATUS_OF_SIGNAL[signal]
      programs.stop()
    })
}
