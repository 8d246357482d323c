/* The sets of calls for `SystemCallFilter=` in the systemd of this machine. */
import { spawnSync } from 'node:child_process'
import { parseSystemdSets } from '@seccompile/systemd'
import type { DescribedSet } from '@seccompile/systemd'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { reason } from '../io/input.ts'

/** The command that prints the sets. */
const COMMAND = 'systemd-analyze'
const WORDS: readonly string[] = ['syscall-filter', '--no-pager']
const LINE = `${COMMAND} ${WORDS[0]}`

/** The time limit for the command, in milliseconds; the command reads no other process. */
const TIMEOUT = 10_000
/** The limit on the bytes that the command prints; systemd 257 prints 18,000. */
const MOST_BYTES = 1024 * 1024

/**
 * The sets of the systemd of this machine.
 * @throws CliError where `systemd-analyze` is not installed, fails, or takes too long; PolicyError where its output
 * cannot be parsed
 */
export function systemdSets(env: Io['env']): readonly DescribedSet[] {
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
    throw new CliError(
      `--systemd: ${COMMAND} is not installed; leave --systemd out to list the groups of seccompile`,
    )
  if (code === 'ETIMEDOUT') throw new CliError(`--systemd: ${LINE} took more than ${TIMEOUT / 1000} s`)
  if (code === 'ENOBUFS') throw new CliError(`--systemd: ${LINE} printed more than ${MOST_BYTES} bytes`)
  if (error !== undefined) throw new CliError(`--systemd: ${LINE} cannot be run: ${reason(error)}`)
  if (status !== 0) {
    const said = stderr.trim().split('\n')[0] ?? ''
    throw new CliError(
      `--systemd: ${LINE} failed with ${status === null ? signal : `status ${status}`}${said === '' ? '' : `: ${said}`}`,
    )
  }
  return parseSystemdSets(stdout)
}
