/*
 * The sets of calls that the systemd of this machine has for `SystemCallFilter=`.
 *
 * `systemd-analyze syscall-filter` prints them. A set begins with its name in the first column. Below stand, indented, a
 * remark after `#`, names of other sets, and names of calls, one a line. A `#` in the first column begins a remark on the
 * kernel, which is about no set.
 * @see systemd-analyze(1), systemd.exec(5)
 */
import { spawnSync } from 'node:child_process'
import { quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'
import type { Io } from '../io.ts'
import { reason } from '../io/input.ts'

/** A set of systemd. */
export interface SystemdSet {
  /** With the `@`. */
  readonly name: `@${string}`
  /** What systemd says of the set. */
  readonly summary: string
  /** Names of the sets in it. */
  readonly sets: readonly string[]
  /** Names of calls in it, without those of its sets. */
  readonly own: readonly string[]
}

/** The command that prints the sets. */
const COMMAND = 'systemd-analyze'
const WORDS: readonly string[] = ['syscall-filter', '--no-pager']
const LINE = `${COMMAND} ${WORDS[0]}`

/** The milliseconds that the command may take; it reads no other process. */
const TIMEOUT = 10_000
/** The bytes that the command may print; systemd 257 prints 18,000. */
const MOST_BYTES = 1024 * 1024

/**
 * The sets in `text`, the output of `systemd-analyze syscall-filter`, in its order.
 * @throws CliError for a line that is no part of a set, and for a text without sets
 */
export function parseSystemdSets(text: string): readonly SystemdSet[] {
  const found: { name: `@${string}`; summary: string[]; sets: string[]; own: string[] }[] = []
  text.split('\n').forEach((line, i) => {
    // The end is cut first: a remark that ends in "\s*$" takes the square of the time for a long line of spaces.
    const [, indent = '', set, comment, name] =
      /^(\s*)(?:@([\w-]+)|#\s*(.*)|([A-Za-z_]\w*))$/.exec(line.trimEnd()) ?? []
    const current = found.at(-1)
    if (line.trim() === '' || (comment !== undefined && indent === '')) return
    if (set !== undefined && indent === '') found.push({ name: `@${set}`, summary: [], sets: [], own: [] })
    else if (current !== undefined && indent !== '' && set !== undefined) current.sets.push(`@${set}`)
    else if (current !== undefined && indent !== '' && comment !== undefined) current.summary.push(comment)
    else if (current !== undefined && indent !== '' && name !== undefined) current.own.push(name)
    else
      throw new CliError(
        `${LINE}: line ${i + 1}: expected a set such as @file-system, or below it a remark, a set or a call; got ${quote(line)}`,
      )
  })
  if (found.length === 0) throw new CliError(`${LINE}: expected sets such as @file-system; got none`)
  return found.map(({ summary, ...rest }) => ({ ...rest, summary: summary.join(' ') }))
}

/** The calls of the set called `name`, with those of the sets in it, each once, sorted; a set may hold itself. */
export function callsOfSet(name: string, sets: readonly SystemdSet[]): readonly string[] {
  const byName = new Map<string, SystemdSet>(sets.map((set) => [set.name, set]))
  const reached = new Set<string>([name])
  const calls = new Set<string>()
  for (const each of reached) {
    const { own = [], sets: within = [] } = byName.get(each) ?? {}
    for (const call of own) calls.add(call)
    for (const set of within) reached.add(set)
  }
  return [...calls].sort()
}

/**
 * The sets of the systemd of this machine.
 * @throws CliError where its command is not installed, fails, takes too long, or prints something else
 */
export function systemdSets({ env }: Io): readonly SystemdSet[] {
  const { error, status, signal, stdout, stderr } = spawnSync(COMMAND, [...WORDS], {
    env: { ...env, LC_ALL: 'C', SYSTEMD_COLORS: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: TIMEOUT,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_BYTES,
  })
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  if (code === 'ENOENT')
    throw new CliError(`--systemd: ${COMMAND} is not installed; without --systemd there are our own groups`)
  if (code === 'ETIMEDOUT') throw new CliError(`--systemd: ${LINE} took more than ${TIMEOUT / 1000} s`)
  if (code === 'ENOBUFS') throw new CliError(`--systemd: ${LINE} printed more than ${MOST_BYTES} bytes`)
  if (error !== undefined) throw new CliError(`--systemd: ${LINE} cannot be run: ${reason(error)}`)
  if (status !== 0) {
    const said = stderr.trim().split('\n')[0] ?? ''
    throw new CliError(`--systemd: ${LINE} ended with ${status ?? signal}${said === '' ? '' : `: ${said}`}`)
  }
  return parseSystemdSets(stdout)
}
