/*
 * strace, which makes a recording where no listener can be had.
 *
 * With -D strace becomes the command, and traces it from a process of its own. So the command is a child of this process, with its
 * own status, and gets signals as it would without strace. The trace comes through a FIFO: strace has to open it by a path, and the
 * streams of Node are sockets, which have none.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, constants, createReadStream, mkdtempSync, openSync, realpathSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { KernelError } from '@seccompile/kernel/native'
import { tracerAt } from './strace-process.ts'
import { hasOwnProc } from './who.ts'

/** The options by which strace prints the number, the registers and the program of each call, and the time in ms. */
const OPTIONS = [
  '-D', '-f', '-n', '-Y', '-e', 'raw=all', '-e', 'signal=none', '-e', 'quiet=attach,exit',
  '--absolute-timestamps=format:unix,precision:ms',
] as const // prettier-ignore

/** The words of strace that writes to `path`; those of the command follow. */
export const straceWords = (path: string): readonly [string, ...string[]] => [
  'strace',
  ...OPTIONS,
  '-o',
  path,
  '--',
]

/**
 * Checks that strace can trace a command, by one that it traces: itself.
 * @throws KernelError `E_NO_LAUNCHER` where strace is missing or too old, `E_REFUSED` where it may not trace
 */
export function checkStrace(): void {
  const { status, error, stderr } = spawnSync('strace', [...OPTIONS, '--', 'strace', '--version'], {
    encoding: 'latin1',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // With -D the status is that of the traced command, which may end well without strace.
  if (status === 0 && stderr.includes('] exit_group(')) return
  const facts = { requirement: 'strace' }
  if (error !== undefined) {
    const errno = 'code' in error ? String(error.code) : error.message
    const what =
      errno === 'ENOENT' ? 'is not installed; install strace 6 or newer' : `cannot be started: ${errno}`
    throw new KernelError('E_NO_LAUNCHER', `strace ${what}; nothing was started`, facts)
  }
  const said = Array.from(stderr.matchAll(/^strace: (.{1,200})/gm), ([, line = '']) => line)
  const refused = said.find((line) => line.startsWith('attach')) ?? said.find((line) => /ptrace/i.test(line))
  if (refused !== undefined)
    throw new KernelError(
      'E_REFUSED',
      `strace may not trace a command here: ${refused}; nothing was started`,
      facts,
    )
  throw new KernelError(
    'E_NO_LAUNCHER',
    `strace 6 or newer is needed: ${said[0] ?? 'this one shows no call of a command'}; nothing was started`,
    facts,
  )
}

/** A new folder for this process alone. */
function newFolder(failed: (cause: unknown) => Error): string {
  try {
    return mkdtempSync(join(realpathSync(tmpdir()), 'seccompile-')) // strace may run in another folder
  } catch (cause) {
    throw failed(cause)
  }
}

const asError = (failure: unknown): Error => (failure instanceof Error ? failure : new Error(String(failure)))

/** What strace writes to its path. */
export interface StraceOutput {
  readonly path: string
  /** Resolves at the end of all that strace writes. */
  readonly end: Promise<void>
  /** Says that the command has ended, or was not started: where strace has not opened the path, this is the end. */
  readonly ended: () => void
  /** Whether strace still traces a process. */
  readonly isTracing: () => boolean
  /** Ends strace, and not the processes that it traces; false where it traces none, and ends by itself. */
  readonly stop: () => boolean
}

/**
 * The stream of a FIFO, whose end comes once a writer has come and gone. Node polls a socket, and no thread waits. Bun and Deno cannot
 * read a FIFO by a socket. They read it as a file, by a thread that waits in open(2) and read(2).
 */
function readerOf(path: string): Readable {
  if (process.versions['deno'] !== undefined || process.versions['bun'] !== undefined)
    return createReadStream(path)
  return new Socket({ fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), writable: false })
}

/**
 * A FIFO for the output of strace.
 * @param onText - gets the output piece by piece; where it throws, `end` rejects
 * @throws KernelError `E_NATIVE` where it cannot be made
 */
export function straceOutput(onText: (text: string) => void): StraceOutput {
  const failed = (what: string, cause: unknown): KernelError =>
    new KernelError('E_NATIVE', `no FIFO for strace: ${what}; nothing was started`, { cause })
  const folder = newFolder((cause) => failed(`a folder below ${tmpdir()} cannot be made`, cause))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const path = join(folder, 'strace')
  const { status, error } = spawnSync('mkfifo', ['-m', '600', path], { stdio: 'ignore' })
  if (status !== 0) {
    remove()
    throw failed('mkfifo, of coreutils, cannot be run or fails', error)
  }
  const socket = readerOf(path)
  socket.setEncoding('latin1')
  const end = new Promise<void>((resolve, reject) => {
    let hasFailed = false
    socket.on('data', (text: string) => {
      remove() // strace has opened it
      // All is read in any case: strace repeats an error where nobody reads what it writes.
      if (hasFailed) return
      try {
        onText(text)
      } catch (failure) {
        hasFailed = true
        reject(asError(failure))
      }
    })
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
  end.catch(() => {}) // awaited once the command has ended
  return {
    path,
    end: end.finally(remove),
    ended: () => {
      try {
        closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK))
      } catch {
        // strace has written, and the path is gone.
      }
      remove()
    },
    isTracing: () => tracerAt(path) !== undefined,
    stop: () => {
      const tracer = tracerAt(path)
      if (tracer === undefined) {
        if (hasOwnProc()) return false
        socket.destroy() // nothing tells whether it traces
        return true
      }
      try {
        process.kill(tracer, 'SIGKILL') // strace with -o blocks all other signals
      } catch {
        // It has ended since.
      }
      return true
    },
  }
}
