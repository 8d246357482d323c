/* Ours and the query of docs/fleets.md over the same recordings: the rows, the time, the memory. */
import { spawn } from 'node:child_process'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { generateRecordings } from './generated.ts'

const COMMAND = fileURLToPath(new URL('../../../../packages/seccompile/bin/seccompile.js', import.meta.url))
const QUERY = fileURLToPath(new URL('../../dist/sums/query.js', import.meta.url))

/** A process that has ended. */
interface Measured {
  readonly status: number | null
  readonly err: string
  readonly seconds: number
  /** The most memory that it had, in MiB. */
  readonly memory: number
}

/** The most resident memory of process `pid`, in MiB. @see proc_pid_status(5): VmHWM */
function peakOf(pid: number | undefined): number {
  try {
    const [, kib = '0'] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kib) / 1024
  } catch {
    return 0 // it has ended
  }
}

async function measured(words: readonly string[]): Promise<Measured> {
  const start = performance.now()
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let memory = 0
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const clock = setInterval(() => (memory = Math.max(memory, peakOf(child.pid))), 20)
  const status = await new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  clearInterval(clock)
  return { status, err, seconds: (performance.now() - start) / 1000, memory }
}

/** A row of a recording, as JSON or as a query yields it: numbers may be texts. */
interface AnyRow {
  readonly abi?: string
  readonly nr?: number | string | null
  readonly call?: string | null
  readonly program?: string | null
  readonly args?: readonly (string | null)[] | null
  readonly count?: number | string
  readonly first?: number | string | null
  readonly last?: number | string | null
}

/** The rows of a file, each as a text that is equal for equal rows, sorted. */
async function rowsOf(path: string): Promise<readonly string[]> {
  const rows: string[] = []
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { abi, nr, call, program, args, count, first, last } = JSON.parse(line) as AnyRow
    if (abi !== undefined && count !== undefined)
      rows.push(
        JSON.stringify([
          abi,
          nr ?? '',
          call,
          program ?? '',
          args ?? '',
          count,
          first ?? '',
          last ?? '',
        ]).replaceAll(/"(\d+)"/g, '$1'),
      )
  }
  return rows.sort()
}

const measureText = (name: string, { seconds, memory }: Measured): string =>
  `${name}: ${seconds.toFixed(1)} s, at most ${memory.toFixed(0)} MiB`

/** What is wrong about the sum of `rows` generated rows, a line each. */
export async function wrongSums(
  folder: string,
  rows: number,
  seed: number,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const recordings = join(folder, 'recordings')
  const files = generateRecordings(recordings, rows, seed)
  const [ours, theirs] = [join(folder, 'ours.ndjson'), join(folder, 'theirs.ndjson')]
  const sum = await measured([COMMAND, 'recordings', 'sum', ...files, '-o', ours])
  if (sum.status !== 0) return [`recordings sum ends with ${sum.status}: ${sum.err}`]
  say(measureText(`recordings sum of ${files.length} files with ${rows} rows`, sum))
  const query = await measured([QUERY, recordings, theirs])
  if (query.status !== 0) return [`the query ends with ${query.status}: ${query.err}`]
  say(measureText('the query, by DuckDB', query))
  const [own, other] = [await rowsOf(ours), await rowsOf(theirs)]
  const different = own.findIndex((row, at) => row !== other[at])
  if (own.length === other.length && different === -1) {
    say(`${own.length} rows, equal`)
    return []
  }
  return [
    `ours has ${own.length} rows and the query ${other.length}; ours: ${own[different]}; the query: ${other[different]}`,
  ]
}
