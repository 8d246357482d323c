/*
 * Runs the command on texts of the largest size, each in a process of its own, and measures its processor time, so that other
 * programs of the machine do not count. A command takes a text or refuses it within the limit.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LargestText } from './largest-texts.ts'

const COMMAND = fileURLToPath(new URL('../../../../packages/seccompile/bin/seccompile.js', import.meta.url))
/** Seconds of processor time for a command. */
const LIMIT = 10
/** After so many, it is killed. */
const KILLED = 30

/** Commands about any filter or policy; `FILE` is the text, `OUT` a file that the command makes, `CALLS` a recording. */
const OF_FILTERS: readonly string[] = [
  'explain --names FILE',
  'lint FILE',
  'lint FILE --format sarif',
  'report FILE --format html',
  'diff FILE preset:no-tracing',
  'diff FILE preset:no-tracing --json',
  'prove FILE preset:no-tracing',
  'subset FILE --of preset:no-tracing',
  'intersect FILE preset:no-tracing -o OUT',
  'optimize FILE -o OUT',
  'digest FILE',
  'cost FILE',
  'disasm FILE',
  'verify FILE',
  'solve FILE --verdict ALLOW --all',
  'emulate FILE read',
  'blocks FILE',
  'draw tree FILE -o OUT',
  'draw graph FILE -o OUT',
  ...['oci', 'spo', 'systemd', 'minijail', 'seccompiler', 'firecracker', 'c'].map((to) => `convert FILE --to ${to}`),
] // prettier-ignore

const OF_POLICIES: readonly string[] = [
  'compile FILE -o OUT',
  'compile FILE -o OUT --warnings all',
  'compile FILE -o OUT --json',
  ...OF_FILTERS,
  'merge FILE preset:no-tracing -o OUT',
  'new-calls FILE --kernel 5.4..6.1',
  'port FILE --to aarch64',
  'port FILE --to aarch64 -o OUT',
  'runtime FILE',
  'heal FILE --from CALLS',
  'launch systemd FILE -- true',
]

const OF_SEEN: readonly string[] = [
  'policy FILE',
  'policy FILE --to systemd',
  'policy FILE --ledger',
  'recordings sum FILE',
  'heal preset:no-tracing --from FILE',
  'heal CALLS.json --from FILE',
  'compile preset:no-tracing -o OUT --weights FILE',
]

/** The commands about texts of a file's ending; those about policies where none stand here. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  asm: ['asm FILE -o OUT', 'explain FILE'],
  listing: ['asm FILE -o OUT', ...OF_FILTERS],
  c: OF_FILTERS,
  strace: OF_SEEN,
  ndjson: OF_SEEN,
  'counts.json': ['compile preset:no-tracing -o OUT --weights FILE', 'cost preset:no-tracing --weights FILE'],
  'manifest.json': ['check-manifest FILE'],
  'baseline.json': ['lint preset:container-default --baseline FILE', 'lint preset:container-default --baseline FILE --format sarif'], // prettier-ignore
  'repro.json': ['reproduce FILE'],
}

/** What a command took for a text, and what is wrong with that. */
export interface LargestRun {
  /** The command, with the words for the files. */
  readonly command: string
  readonly seconds: number
  readonly fault?: string
}

/** Prints the processor time of a shell's children on its own standard error; what they say is kept in a file. */
const TIMED = 'ulimit -t "$0"; said=$1; shift; TIMEFORMAT="%U %S"; time "$@" > /dev/null 2> "$said"'

/** What the command says of a fault of its own. An answer that is not decided has the same status. */
const OWN_FAULT = 'This is a fault of seccompile'

/** Runs `words`; the seconds of processor time, and what is wrong with the end. `said` is a file for standard error. */
async function timed(words: readonly string[], said: string): Promise<Omit<LargestRun, 'command'>> {
  const child = spawn('bash', ['-c', TIMED, String(KILLED), said, process.execPath, COMMAND, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let times = ''
  child.stderr.on('data', (chunk: Buffer) => (times += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const [user = NaN, system = NaN] = times.trim().split('\n').at(-1)!.split(' ').map(Number)
  const seconds = user + system
  if (!(seconds <= LIMIT)) return { seconds, fault: `takes more than ${LIMIT} s` }
  if (status === null || status > 3) return { seconds, fault: `ends with status ${status}` }
  if (readFileSync(said, 'utf8').includes(OWN_FAULT))
    return { seconds, fault: 'ends with a fault of seccompile' }
  return { seconds }
}

/** Runs every command about a text of its ending. */
export async function* runLargest({ ending, text }: LargestText): AsyncGenerator<LargestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-largest-'))
  try {
    const [file, calls] = [join(folder, `largest.${ending}`), join(folder, 'calls')]
    writeFileSync(file, text)
    writeFileSync(calls, 'setpriority(0, 0, 1) = 0\n')
    writeFileSync(`${calls}.json`, '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW"}]}') // prettier-ignore
    const files: Readonly<Record<string, string>> = { FILE: file, OUT: join(folder, 'out'), CALLS: calls, 'CALLS.json': `${calls}.json` } // prettier-ignore
    for (const command of COMMANDS[ending] ?? OF_POLICIES) {
      const words = command.split(' ').map((word) => files[word] ?? word)
      yield { command, ...(await timed(words, join(folder, 'said'))) }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
