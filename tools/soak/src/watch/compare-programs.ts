/*
 * Programs under `record`, `run --report` and `try`, compared with the same programs alone: the same bytes on standard
 * output and standard error, and the same status.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readRecording } from '@seccompile/recording'
import { CIRCUMSTANCES, PROGRAMS } from './programs.ts'
import type { Circumstance, ComparedProgram } from './programs.ts'

/** The words that start the command line of this repository. */
export const SECCOMPILE: readonly string[] = [
  process.execPath,
  join(dirname(createRequire(import.meta.url).resolve('seccompile/package.json')), 'bin/seccompile.js'),
]

/** A policy that allows what the programs need. What else they try and do without, it refuses. */
const POLICY = 'preset:container-default'

/** A use of the watcher, with the words before the program. */
const USES = {
  record: ['record', '-o', './recording', '--'],
  'run --report': ['run', POLICY, '--report', '--json', '--'],
  try: ['try', POLICY, '--json', '--'],
} as const
type Use = keyof typeof USES

/** How a program ended, and what it wrote. */
interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** The end of a program beside the same under a use of the watcher. */
type Compared =
  { readonly kind: 'same'; readonly seen: number } | { readonly kind: 'other'; readonly how: string }

/** A word for a POSIX shell. */
const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** A folder of its own for a run, in which any user may write. */
function ownFolder(folder: string, made: string | undefined): string {
  const own = mkdtempSync(join(folder, 'run-'))
  chmodSync(own, 0o777)
  if (made !== undefined) copyFileSync(made, join(own, 'made'))
  return own
}

function runIn(
  cwd: string,
  { words }: Circumstance,
  program: ComparedProgram,
  before: readonly string[],
): Ended {
  const all = [...words, ...before, ...program.command]
  // `script` outside: another user may not be allowed to make a terminal.
  const [command = '', ...rest] =
    program.onTerminal === true ? ['script', '-qec', all.map(quoted).join(' '), '/dev/null'] : all
  const { status, stdout, stderr } = spawnSync(command, rest, {
    cwd,
    encoding: 'latin1',
    env: { ...process.env, HOME: cwd, LC_ALL: 'C', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
    maxBuffer: 2 ** 26,
  })
  return { status, out: stdout, err: stderr }
}

/** The progress of `record` on a terminal. */
// eslint-disable-next-line no-control-regex -- it is made of control characters
const PROGRESS = /\r\u001B\[K(?:\d+ calls, \d+ different, the newest at [\d:]{8})?/g

/** What a program wrote itself: without notes, warnings and reports. */
function ownText(text: string): string {
  const lines = text.replaceAll(PROGRESS, '').split(/(?<=\n)/)
  return lines.filter((line) => !/^(?:note: |warning: |\{"command":)/.test(line)).join('')
}

/** The report of `run --report --json` and of `try --json`. */
function reportIn(text: string): {
  readonly status?: number
  readonly denied: readonly { readonly count: number }[]
} {
  const line = /^\{"command":.*$/m.exec(text)?.[0]
  if (line === undefined) throw new Error(`there is no report in ${JSON.stringify(text)}`)
  return JSON.parse(line) as ReturnType<typeof reportIn>
}

/** The calls that a use has seen, and the status with which it should end beside `bare`. */
function expected(
  use: Use,
  own: string,
  text: string,
  { status }: Ended,
): { seen: number; status: number | null } {
  if (use === 'record') {
    const { rows } = readRecording(readFileSync(join(own, 'recording'), 'utf8'))
    const seen = rows.reduce((sum, { args, count }) => sum + (args === undefined ? count : 0), 0)
    return { seen, status }
  }
  const seen = reportIn(text).denied.reduce((sum, { count }) => sum + count, 0)
  return { seen, status: use === 'try' && seen > 0 ? 1 : status }
}

/** Compares a program under a use of the watcher with itself. */
function compare(use: Use, bare: Ended, own: string, watched: Ended): Compared {
  const wants = expected(use, own, watched.out + watched.err, bare)
  const said = ownText(watched.err)
    .slice(-300)
    .replace(/^(?=.)/, ': ')
  if (watched.status !== wants.status)
    return {
      kind: 'other',
      how: `status ${watched.status}, alone ${bare.status}${said}`,
    }
  for (const stream of ['out', 'err'] as const) {
    const text = ownText(watched[stream])
    if (text !== bare[stream])
      return {
        kind: 'other',
        how: `${stream} ${JSON.stringify(text)}, alone ${JSON.stringify(bare[stream])}`,
      }
  }
  return use === 'record' && wants.seen === 0
    ? { kind: 'other', how: 'no call is recorded' }
    : { kind: 'same', seen: wants.seen }
}

/** Why a command is not there; `undefined` where it is. */
function whyMissing(command: string, packages: string): string | undefined {
  const isThere = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command]).status === 0
  return isThere ? undefined : `there is no ${command}: apt-get install ${packages}`
}

/** The path of a program that is made, or why it cannot be. */
function make(
  folder: string,
  { compiler, packages, name }: ComparedProgram,
): { path?: string; missing?: string } {
  if (compiler === undefined) return {}
  const own = mkdtempSync(join(folder, 'made-'))
  const [command = '', ...words] = compiler
  const { status, stderr } = spawnSync(command, words, {
    cwd: own,
    encoding: 'utf8',
    env: { ...process.env, GOCACHE: join(folder, 'go-cache') },
  })
  if (status === 0) return { path: join(own, 'made') }
  const [first = ''] = stderr.trim().split('\n')
  return { missing: `${name} cannot be made (${first}): apt-get install ${packages}` }
}

/** The rows of one program: what is the same, and what is not. */
export function compareProgram(
  folder: string,
  program: ComparedProgram,
  circumstances: readonly Circumstance[],
): { readonly rows: readonly string[]; readonly wrong: readonly string[] } {
  const rows: string[] = []
  const wrong: string[] = []
  const { path, missing = whyMissing(program.command[0] ?? '', program.packages) } = make(folder, program)
  const why = path === undefined ? missing : undefined
  for (const circumstance of circumstances) {
    if (circumstance.programs?.includes(program.name) === false) continue
    const title = `${program.name}, ${circumstance.name}`
    const [wrapper] = circumstance.words
    const reason = why ?? (wrapper && whyMissing(wrapper, circumstance.packages))
    if (reason !== undefined) {
      rows.push(`${title}: NOT RUN: ${reason}`)
      continue
    }
    const bare = runIn(ownFolder(folder, path), circumstance, program, [])
    if (bare.status !== program.status) {
      wrong.push(
        `${title}: alone it ends with ${bare.status}: ${bare.err.slice(-300)}${bare.out.slice(-300)}`,
      )
      continue
    }
    const texts = (Object.keys(USES) as Use[]).map((use) => {
      const own = ownFolder(folder, path)
      const watched = runIn(own, circumstance, program, [...SECCOMPILE, ...USES[use]])
      const compared = compare(use, bare, own, watched)
      if (compared.kind === 'other') wrong.push(`${title}, ${use}: ${compared.how}`)
      return compared.kind === 'same' ? `${use} same, ${compared.seen} seen` : `${use} OTHER`
    })
    rows.push(`${title}: ${texts.join('; ')}`)
  }
  return { rows, wrong }
}

/** Programs that do other things under the watcher than alone. Prints a row for each program and circumstance. */
export function wrongPrograms(folder: string): readonly string[] {
  chmodSync(folder, 0o755)
  return PROGRAMS.flatMap((program) => {
    const { rows, wrong } = compareProgram(folder, program, CIRCUMSTANCES)
    for (const row of rows) process.stdout.write(`programs: ${row}\n`)
    return wrong
  })
}
