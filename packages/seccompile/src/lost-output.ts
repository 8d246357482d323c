/*
 * Whether what a command writes to standard output would be lost.
 *
 * Node opens /dev/null where it finds a descriptor closed at its start, so no write fails: `compile p.json >&-` would lose
 * the filter and say that all is well. It opens it to read and write. A shell's `>/dev/null` opens it to write only, and
 * is what somebody wants who does not want the output. Programs that open it to read and write for a process that they
 * start, as Node and Python do, cannot be told from a closed descriptor. So commands whose exit status is an answer of its
 * own go on.
 */
import { readFileSync, readlinkSync } from 'node:fs'
import type { Command } from 'commander'
import { CliError } from './cli-error.ts'

const STDOUT = 1
/** @see open(2) */
const O_ACCMODE = 3
const O_RDWR = 2

/** Commands that are of use without their output: by their status, or by what they do. */
const USEFUL_WITHOUT: readonly string[] = ['verify', 'prove', 'diff', 'subset', 'solve', 'run', 'dump']

/** Whether standard output was closed when the process began, as far as Linux tells; `false` elsewhere. */
export function isOutputLost(): boolean {
  try {
    // No fstat: after that of a pipe, Node 20 takes links for what they lead to where it resolves modules.
    if (readlinkSync(`/proc/self/fd/${STDOUT}`) !== '/dev/null') return false
    const octal = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${STDOUT}`, 'latin1'))?.[1]
    return octal !== undefined && (Number.parseInt(octal, 8) & O_ACCMODE) === O_RDWR
  } catch {
    return false // no /proc
  }
}

/**
 * Sees that there is a use for `command`, whose output is lost.
 * @throws CliError where there is none
 */
export function checkUseful(command: Command): void {
  const { output } = command.opts<{ readonly output?: string }>()
  if (USEFUL_WITHOUT.includes(command.name()) || (output !== undefined && output !== '-')) return
  throw new CliError(
    'standard output cannot be written: it is closed, or /dev/null opened to read and write, which looks the same; open it to write only where the output is not wanted',
  )
}
