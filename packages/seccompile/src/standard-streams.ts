/*
 * Standard output and standard error.
 *
 * When `process.stdout` is read first, Node loads its modules for sockets and terminals. This takes longer than to print a report.
 * So a stream of Node is opened only where it is needed: for a terminal, and where a module of the person reads it. Else
 * text goes to the descriptor itself. Where the descriptor does not take the text, for example a pipe that is full and does not
 * block, the stream of Node writes the rest, and tells the error if there is one.
 */
import { readlinkSync, statSync, writeSync } from 'node:fs'

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const

/** A stream to which a command writes. */
export interface StandardStream {
  readonly isTerminal: boolean
  /** The columns of the terminal. */
  readonly columns: number | undefined
  readonly write: (data: string | Uint8Array) => void
  /** Calls `done` when all is written. */
  readonly flush: (done: () => void) => void
}

/** Whether `fd` may be a terminal: it is neither /dev/null nor a pipe, a socket or a file. Only /proc of Linux tells. */
function mayBeTerminal(fd: number): boolean {
  try {
    // No fstat, as in lost-output.ts.
    const path = readlinkSync(`/proc/self/fd/${fd}`)
    if (path === '/dev/null' || /^(?:pipe|socket):/.test(path)) return false
    return !statSync(path).isFile() // a terminal of another container has a path that leads nowhere here
  } catch {
    return true
  }
}

/** Writes the beginning of `bytes` that `fd` takes, and yields the rest, with the error that stopped it. */
function writeSome(fd: number, bytes: Uint8Array): { readonly rest: Uint8Array; readonly error?: unknown } {
  let rest = bytes
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest))
    return { rest }
  } catch (error) {
    return { rest, error }
  }
}

/** The stream `name` of this process. `onOpen` prepares the stream of Node before anybody uses it. */
export function standardStream(
  name: keyof typeof DESCRIPTORS,
  onOpen: (stream: NodeJS.WriteStream) => void,
): StandardStream {
  const fd = DESCRIPTORS[name]
  const before = Object.getOwnPropertyDescriptor(process, name)
  let stream: NodeJS.WriteStream | undefined
  let writeTo: NodeJS.WriteStream['write'] | undefined
  const open = (): NodeJS.WriteStream => {
    if (stream !== undefined) return stream
    stream = (before?.get?.call(process) ?? before?.value) as NodeJS.WriteStream // what `process` had
    writeTo = stream.write.bind(stream)
    onOpen(stream)
    return stream
  }
  Object.defineProperty(process, name, { configurable: true, enumerable: true, get: open })
  const terminal = mayBeTerminal(fd) && open().isTTY ? open() : undefined
  return {
    isTerminal: terminal !== undefined,
    columns: terminal?.columns,
    write: (data) => {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      const { rest, error } = stream === undefined ? writeSome(fd, bytes) : { rest: bytes }
      if (rest.length === 0) return
      const { code } = (error ?? {}) as NodeJS.ErrnoException
      // Where a module closed the descriptor, the stream that Node opens drops all text and tells no error.
      if (code === 'EBADF') open().destroy(error as Error)
      else open()
      writeTo?.(rest) // meets any other error again, and tells it
    },
    flush: (done) => (writeTo === undefined ? done() : writeTo('', () => done())),
  }
}
