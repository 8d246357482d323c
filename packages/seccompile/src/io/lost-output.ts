/*
 * Whether the text that a command writes to standard output would be lost.
 *
 * Where a descriptor is closed when Node starts, Node opens /dev/null in its place. Then no write fails: `compile
 * p.json >&-` would lose the filter and exit with 0. Node opens /dev/null to read and write. A shell's `>/dev/null`
 * opens it to write only, and that person does not want the output. Some programs, Node and Python among them, open
 * /dev/null to read and write for the processes that they start. Such a descriptor looks like a closed one. For this
 * reason commands whose exit status is an answer run in any case.
 */
import { readFileSync, readlinkSync } from 'node:fs'
import { CliError } from './cli-error.ts'

const STDOUT = 1
/** @see open(2) */
const O_ACCMODE = 3
const O_RDWR = 2

/** Whether standard output was closed when the process began. Only /proc of Linux tells; `false` elsewhere. */
export function isOutputLost(): boolean {
  try {
    // No fstat: after an fstat of a pipe, Node 20 resolves modules through symbolic links as if they were their
    // targets.
    if (readlinkSync(`/proc/self/fd/${STDOUT}`) !== '/dev/null') return false
    const octal = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${STDOUT}`, 'latin1'))?.[1]
    return octal !== undefined && (Number.parseInt(octal, 8) & O_ACCMODE) === O_RDWR
  } catch {
    return false // no /proc
  }
}

/**
 * Checks that a command whose output is lost is still useful: it writes a file, or starts a launcher.
 * @param isUseful - whether the command is always useful, for its exit status or its effect
 * @param values - the values of its options
 * @throws CliError where it is not
 */
export function checkUseful(
  isUseful: boolean,
  { output, exec }: { readonly output?: unknown; readonly exec?: unknown },
): void {
  if (isUseful || exec === true || (output !== undefined && output !== '-')) return
  throw new CliError(
    'standard output cannot be written: it is closed, or it is /dev/null opened for reading and writing, which looks the same; to discard the output, open /dev/null for writing only',
  )
}
