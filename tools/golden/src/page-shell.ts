/*
 * The shell of pages: bash, with `seccompile` on its path. A plain command of `seccompile` runs in this process, which is
 * many times faster. So does `pnpm gain`, a script of the clone. Bash runs the commands that start other commands, and those
 * with signs of a shell.
 */
import { spawnSync } from 'node:child_process'
import { dirname, delimiter, join } from 'node:path'
import { createRequire } from 'node:module'
import type { PageAnswer } from './page-session.ts'
import { runGain } from './run-gain.ts'
import { runCommand, wordsOf } from './shell.ts'

const home = dirname(createRequire(import.meta.url).resolve('seccompile/package.json'))
const BIN = join(home, '..', '..', 'node_modules', '.bin')
/** The signs of a shell. The `*` is not among them: a pattern such as `'open*'` is in quotes. */
const OF_A_SHELL = /[|&;<>$`?~\\\n]/
/** Commands of `seccompile` that start another command. */
const STARTS = /^seccompile (?:run\b|try\b|record\b|launch .*--exec)/

/** What a command may need of the machine: a launcher, which a kernel may refuse, or the oracle, which is compiled. */
export type PageNeed = 'koffi' | 'bwrap' | 'oracle'

/** What `command` needs. */
export function needOf(command: string): PageNeed | undefined {
  if (/\bseccompile oracle\b/.test(command)) return 'oracle'
  if (/\bbwrap\b/.test(command) && (!command.startsWith('seccompile ') || STARTS.test(command)))
    return 'bwrap'
  return /\bseccompile (?:run|try|record)\b/.test(command) || /^node spawn/.test(command)
    ? 'koffi'
    : undefined
}

/** A command of the script `gain`. */
const GAIN = /^pnpm (?:-w )?gain /

/** The answer of `pnpm gain` to the words of `command`. */
async function gainAnswer(command: string): Promise<PageAnswer> {
  const texts: string[] = []
  const say = (text: string): void => void texts.push(text)
  const { words } = wordsOf(command.replace(GAIN, ''))
  const status = await runGain(words, { out: say, err: say, errIsTerminal: false })
  return { text: texts.join(''), status }
}

/**
 * Runs a command in the working directory.
 *
 * @param apart - runs the command in a process of its own; for a module of which this process has loaded an older version
 */
export async function runPageCommand(command: string, apart: boolean): Promise<PageAnswer> {
  if (GAIN.test(command)) return gainAnswer(command)
  const isPlain = !STARTS.test(command) && !OF_A_SHELL.test(command)
  if (command.startsWith('seccompile ') && isPlain && !apart) {
    const { printed, status } = await runCommand({ kind: 'command', command, input: [] })
    return { text: printed.map(({ text }) => text).join(''), status }
  }
  const { stdout, status, signal } = spawnSync('bash', ['-c', `exec 2>&1\n${command}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 20_000,
    env: { PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}`, HOME: process.cwd(), LC_ALL: 'C' },
  })
  if (status === null) throw new Error(`"${command}" ended by ${signal ?? 'an error'}`)
  return { text: stdout, status }
}
