/* Fuzzes one target for some seconds, in a process of its own, and reads what libFuzzer prints. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { dictionaryText, inputsIn, keptInputs, writeInputs } from './corpus.ts'
import { failureOf } from './failure.ts'
import type { FuzzTarget } from './targets/target.ts'
import { jobText } from './worker-job.ts'
import type { PlantedFault, WorkerJob } from './worker-job.ts'

/** An input that shows a fault of the code under test. */
export interface FuzzFind {
  readonly what: string
  /** The file with the input. */
  readonly file: string
  /** Whether a seed shows it, before libFuzzer has changed anything. */
  readonly isSeed: boolean
  /** Seconds from the start of libFuzzer. */
  readonly seconds: number
}

/** The result of fuzzing a target. */
export interface TargetResult {
  readonly target: string
  readonly seconds: number
  readonly executions: number
  readonly perSecond: number
  /** Branches of our packages that inputs took; with how often, rounded: features. */
  readonly edges: number
  readonly features: number
  /** Inputs that reach what no earlier one did. */
  readonly newInputs: number
  readonly find: FuzzFind | undefined
  /** Why the target could not be fuzzed. */
  readonly failure: string | undefined
}

/** How to fuzz. */
export interface FuzzOptions {
  readonly seconds: number
  /** The folder of corpora and finds. */
  readonly folder: string
  readonly seed: number | undefined
  readonly fault?: PlantedFault | undefined
  /** Called with each line of progress. */
  readonly onProgress?: (line: string) => void
  readonly signal: AbortSignal
}

const PROGRAM = fileURLToPath(new URL('./worker.js', import.meta.url))

/** MiB of the whole process; more in one input is a find. */
const MOST_MEMORY = 2048

const STATUS = /^#(\d+)\s+(\w+)\s+cov: (\d+) ft: (\d+) .*exec\/s: (\d+)/

/**
 * Starts the process that fuzzes; it says what it does in the file `log`. No pipe: Node makes a pipe one that does not block,
 * and what libFuzzer prints while it is full is lost. The process is no part of the terminal's group, so ^C reaches only this one.
 */
export function startWorker(job: WorkerJob, log: string): ChildProcess {
  mkdirSync(dirname(log), { recursive: true })
  const out = openSync(log, 'w')
  try {
    return spawn(process.execPath, ['--max-old-space-size=1500', PROGRAM, jobText(job)], {
      stdio: ['ignore', 'pipe', out],
      detached: true,
    })
  } finally {
    closeSync(out)
  }
}

/** Calls `hear` with each line that a growing file gets; the result ends that, with the lines that are left. */
function follow(file: string, hear: (line: string) => void): () => void {
  const source = openSync(file, 'r')
  let rest = ''
  const read = (): void => {
    const buffer = Buffer.alloc(1 << 20)
    for (let count = readSync(source, buffer); count > 0; count = readSync(source, buffer)) {
      const lines = (rest + buffer.toString('latin1', 0, count)).split('\n')
      rest = lines.pop()!
      lines.forEach(hear)
    }
  }
  const timer = setInterval(read, 100)
  return () => {
    clearInterval(timer)
    read()
    closeSync(source)
  }
}

/** What libFuzzer and the judge have said so far. */
class Said {
  executions = 0
  perSecond = 0
  edges = 0
  features = 0
  what: string | undefined
  file: string | undefined
  /** The time at which libFuzzer began, and whether all seeds are read. */
  began: number | undefined
  areSeedsRead = false
  foundAt: number | undefined
  readonly lastLines: string[] = []

  hear(line: string): void {
    this.lastLines.push(line)
    if (this.lastLines.length > 30) this.lastLines.shift()
    if (/^INFO: Seed: /.test(line)) this.began = performance.now()
    this.file ??= /Test unit written to (.+)$/.exec(line)?.[1]
    const native = /^==\d+== ?ERROR: (libFuzzer: .+)$/.exec(line)?.[1]
    if (native !== undefined) this.find(native)
    const status = STATUS.exec(line)
    if (status === null) return
    const [executions, edges, features, perSecond] = [1, 3, 4, 5].map((at) => Number(status[at]))
    Object.assign(this, { executions, edges, features, perSecond })
    if (status[2] === 'INITED') this.areSeedsRead = true
  }

  find(what: string): void {
    this.what ??= what
    this.foundAt ??= performance.now()
  }
}

/** The folders and files of a target. */
function prepare(
  target: FuzzTarget,
  { folder, fault }: FuzzOptions,
): { corpus: string; seeds: string; words: string; finds: string; log: string } {
  const below = fault === undefined ? folder : join(folder, 'planted')
  const at = (kind: string): string => join(below, kind, target.name)
  const [corpus, seeds, finds] = [at('corpus'), at('seeds'), at('finds')]
  // With a planted fault the seeds alone are there: the fuzzer has to find it, not an input that it kept.
  if (fault === undefined) mkdirSync(corpus, { recursive: true })
  else writeInputs(corpus, [])
  writeInputs(seeds, fault === undefined ? [...target.seeds, ...keptInputs(target.name)] : target.seeds)
  mkdirSync(finds, { recursive: true })
  const words = `${seeds}.words`
  writeFileSync(words, dictionaryText(target.words))
  return { corpus, seeds, words, finds, log: `${seeds}.log` }
}

/** Fuzzes `target`. @throws Error where the process cannot be started */
export async function runTarget(target: FuzzTarget, options: FuzzOptions): Promise<TargetResult> {
  const { corpus, seeds, words, finds, log } = prepare(target, options)
  const before = inputsIn(corpus).length
  const job: WorkerJob = {
    target: target.name,
    isSync: target.isSync,
    options: [
      `-max_total_time=${options.seconds}`,
      `-max_len=${target.longest}`,
      `-rss_limit_mb=${MOST_MEMORY}`,
      ...(options.seed === undefined ? [] : [`-seed=${options.seed}`]),
      ...(target.words.length === 0 ? [] : [`-dict=${words}`]),
      `-artifact_prefix=${finds}/`,
      corpus,
      seeds,
    ],
    ...(options.fault && { fault: options.fault }),
  }
  const child = startWorker(job, log)
  const said = new Said()
  // A libFuzzer that waits for no promise keeps Node from hearing gentler signals. Each new input is in a file already.
  const stop = (): void => void child.kill('SIGKILL')
  options.signal.addEventListener('abort', stop)
  const heard = follow(log, (line) => {
    said.hear(line)
    if (STATUS.test(line)) options.onProgress?.(line)
  })
  createInterface({ input: child.stdout! }).on('line', (line) =>
    said.find((JSON.parse(line) as { what: string }).what),
  )
  const status = await new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, by) => resolve(by ?? String(code)))
  })
  heard()
  options.signal.removeEventListener('abort', stop)
  const { began, foundAt, what, file } = said
  const seconds = began === undefined ? 0 : (performance.now() - began) / 1000
  return {
    target: target.name,
    seconds,
    executions: said.executions,
    perSecond: said.perSecond,
    edges: said.edges,
    features: said.features,
    newInputs: readdirSync(corpus).length - before,
    failure:
      options.signal.aborted || file !== undefined
        ? undefined
        : failureOf({ status, edges: said.edges, lastLines: said.lastLines }),
    find:
      file === undefined
        ? undefined
        : { what: what ?? `the process ends with ${status}`, file, isSeed: !said.areSeedsRead, seconds: Math.max((foundAt ?? performance.now()) - (began ?? 0), 0) / 1000 }, // prettier-ignore
  }
}
