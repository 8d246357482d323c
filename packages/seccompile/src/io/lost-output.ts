/*
 * Detects that the text on standard output would be lost.
 *
 * Where a descriptor is closed when Node starts, Node opens /dev/null in its place. Then no write fails: `compile
 * p.json >&-` would lose the filter and exit with 0. Node opens /dev/null for reading and writing. A shell opens
 * `>/dev/null` for writing only: there the person does not want the output. But some programs, among them Node and
 * Python, give the processes that they start a /dev/null that is open for reading and writing. Such a descriptor looks
 * like a closed one. So a command whose exit status is its answer is refused only if its words ask for a text. Else the
 * lost text is told on standard error, and the status stays what it is.
 */
import { readFileSync, readlinkSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { CliError } from './cli-error.ts'

const STDOUT = 1
/** @see open(2) */
const O_ACCMODE = 3
const O_RDWR = 2

/** The error, or the warning, about the output that is lost. */
const LOST =
  'standard output cannot be written: it is closed, or it is /dev/null opened for reading and writing, which looks the same; to discard the output, open /dev/null for writing only'

/**
 * Whether standard output was closed when the process began, as far as /proc of Linux tells; `false` on other systems.
 */
export function isOutputLost(): boolean {
  try {
    // No fstat: after an fstat of a pipe, Node 20 resolves modules through symbolic links as if they were their
    // targets.
    if (readlinkSync(`/proc/self/fd/${STDOUT}`) !== '/dev/null') return false
    const octal = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${STDOUT}`, 'latin1'))?.[1]
    return octal !== undefined && (Number.parseInt(octal, 8) & O_ACCMODE) === O_RDWR
  } catch {
    return false // without /proc, nothing tells
  }
}

/**
 * Checks that a command is still useful without standard output, for example because it writes a file or starts a
 * launcher.
 * @param use - what the command is good for without its output
 * @param values - the values of the options of the command
 * @throws CliError where the command has no other use
 */
export function checkUseful(
  use: 'effect' | 'status' | undefined,
  { output, exec, json, format }: Readonly<Record<string, unknown>>,
): void {
  if (exec === true || (output !== undefined && output !== '-')) return
  const isTextAsked = output === '-' || (use === 'status' && (json === true || format !== undefined))
  if (use === undefined || isTextAsked) throw new CliError(LOST)
}

/** A stream in place of standard output that is lost: `tell` gets a warning when the first text is written to it. */
export function lossTeller(tell: (text: string) => void): () => void {
  let isTold = false
  return () => {
    if (!isTold) tell(`warning: ${LOST}\n`)
    isTold = true
  }
}

/** Whether a text for `stream` was lost. The reader of a pipe may close it early: that is no loss. */
export function lossWatcher(stream: Writable): () => boolean {
  let isLost = false
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    isLost ||= code !== 'EPIPE'
  })
  return () => isLost
}
