/* Runs the process that reads inputs, watches it, and starts a new one behind an input that ended it. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { LIMITS } from './limits.ts'

/** Inputs for one reader. */
export interface Inputs {
  readonly reader: string
  readonly seed: number
  /** The index of the first input, and the index after the last. */
  readonly first: number
  readonly end: number
}

/** An input that a reader fails on. */
export interface Find {
  readonly index: number
  readonly what: string
}

/** The result of reading inputs. */
export interface ReaderOutcome {
  readonly read: number
  /** Inputs that the reader took without an error. */
  readonly taken: number
  readonly finds: readonly Find[]
}

const PROGRAM = fileURLToPath(new URL('./read-inputs.js', import.meta.url))

/** Ticks of the /proc clock in a second, on every current Linux. */
const TICKS = 100

/** Seconds of processor time that the process `pid` has taken; `undefined` where /proc does not tell. */
function secondsOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS // utime and stime; see proc_pid_stat(5)
  } catch {
    return undefined
  }
}

/** Runs one process; yields its progress and its finds. */
async function runOnce({
  reader,
  seed,
  first,
  end,
}: Inputs): Promise<ReaderOutcome & { readonly next: number }> {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=1024', PROGRAM, reader, String(seed), String(first), String(end)],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const finds: Find[] = []
  let index = first - 1
  let taken = 0
  let began: number | undefined
  let isDone = false
  let isKilled = false
  const watch = setInterval(() => {
    const now = secondsOf(child.pid!)
    if (index < first || now === undefined) return
    began ??= now
    if (now - began <= LIMITS.seconds + 1) return
    isKilled = true
    child.kill('SIGKILL')
  }, 200)
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('! ')) finds.push({ index, what: line.slice(2) })
    else if (line === '+') taken += 1
    else if (line === 'done') isDone = true
    else [index, began] = [Number(line), undefined]
  })
  const signal = await new Promise<string>((resolve) =>
    child.on('close', (status, by) => resolve(by ?? `status ${status}`)),
  )
  clearInterval(watch)
  if (!isDone) {
    if (index < first) throw new Error(`the reader "${reader}" does not start: ${signal}`)
    finds.push({
      index,
      what: isKilled
        ? `takes more than ${LIMITS.seconds} s`
        : `ends the process: ${signal}, so it takes too much memory`,
    })
  }
  return { read: index + 1 - first, taken, finds, next: index + 1 }
}

/** Reads `inputs`, in as many processes as it takes. */
export async function readInputs(inputs: Inputs): Promise<ReaderOutcome> {
  let { first } = inputs
  let [read, taken] = [0, 0]
  const finds: Find[] = []
  while (first < inputs.end && finds.length < 20) {
    const outcome = await runOnce({ ...inputs, first })
    read += outcome.read
    taken += outcome.taken
    finds.push(...outcome.finds)
    first = outcome.next
  }
  return { read, taken, finds }
}
