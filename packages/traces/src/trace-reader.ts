/*
 * Reads what a tracer prints, piece by piece, as a recording.
 *
 * A trace may be larger than memory. The reader keeps one line, whose length is bounded, and counts.
 */
import { PolicyError } from '@seccompile/policy'
import type { WholeRecording } from '@seccompile/recording'
import { callback, expectText, optional, read, record, text } from '@seccompile/shape'
import { abis, otherAbisOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import type { ConstantNamed } from './strace-arguments.ts'
import { traceCounts } from './trace-counts.ts'
import { tokenReader, traceLines } from './trace-lines.ts'
import type { TraceFormat } from './traced-calls.ts'
import { unseenOf } from './unseen.ts'

/** How to read a trace. */
export interface TraceOptions {
  /** The name of the file in messages; `trace` if left out. */
  readonly file?: string | undefined
  /** The ABI of the machine on which the trace was made; x86_64 if left out. */
  readonly abi?: AbiToken | undefined
  /**
   * Finds a constant by its C name, as `constantNamed` of `@seccompile/constants/all` does. Without it, arguments that strace prints
   * by the names of constants are not known.
   */
  readonly constantNamed?: ConstantNamed | undefined
}

/** Reads a trace piece by piece. */
export interface TraceReader {
  /** The number of calls so far, and of different ones. */
  readonly calls: number
  readonly different: number
  /**
   * Takes the next piece of the text, of any length.
   * @throws PolicyError with file, line and column for a malformed row of a table
   */
  readonly push: (piece: string) => void
  /**
   * Ends the reading. `isComplete` is false where the text ends within a line.
   * @throws PolicyError where the text shows no call
   */
  readonly end: () => WholeRecording
}

const optionsReader = record<TraceOptions>({
  file: optional(text),
  abi: optional(tokenReader),
  constantNamed: optional(callback()),
})

/** The most UTF-16 units of a line that are read. Arguments behind them are not known. */
const MAX_LINE = 0x1_0000

/** The machine of an ABI, as `uname -m` prints it. */
const machineOf = (abi: AbiToken): string => (abi === 'x86' ? 'i686' : abi === 'x32' ? 'x86_64' : abi)

/** Whether a line of strace has a result, or is the last of its process. A text of the program may hold " = " too. */
const isEnded = (line: string): boolean =>
  / = |\+\+\+$/.test(line.replaceAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)/g, '""'))

/**
 * A reader of one trace: of strace, perf, tracefs, or of records of the kernel.
 * @throws TypeError for a wrong option
 */
export function traceReader(options: TraceOptions = {}): TraceReader {
  const { file = 'trace', abi = 'x86_64', constantNamed } = read(optionsReader, options, 'options')
  const counts = traceCounts(file)
  const lines = traceLines({ file, abi, constantNamed, take: counts.take })
  let pending = ''
  let isCut = false // the end of the pending line has been dropped
  let isStart = true

  /** Adds to the pending line, up to the bound. */
  function keep(more: string): void {
    const room = MAX_LINE - pending.length
    if (more.length > room) isCut = true
    pending += more.length > room ? more.slice(0, room) : more
  }
  function push(given: string): void {
    expectText(given, 'piece')
    let start = isStart && given.startsWith('\ufeff') ? 1 : 0
    isStart &&= given === ''
    for (let feed = given.indexOf('\n'); feed !== -1; feed = given.indexOf('\n', start)) {
      keep(given.slice(start, feed))
      lines.line(pending, isCut)
      pending = ''
      isCut = false
      start = feed + 1
    }
    keep(given.slice(start))
  }
  /** Takes a last line without a line feed; yields whether it is whole. */
  function takeLast(): boolean {
    if (pending.trim() === '') return true
    const format = lines.line(pending, true)
    return format === 'strace' ? isEnded(pending) : format === 'audit' || /\stotal$/.test(pending)
  }
  return {
    get calls() {
      return counts.calls
    },
    get different() {
      return counts.different
    },
    push,
    end: () => {
      const isComplete = takeLast()
      counts.finish()
      const { formats, abis: found } = counts.seen
      const { lost } = lines
      if (formats.size === 0)
        throw new PolicyError('E_SYNTAX', `shows no call; ${EXPECTED}`, { file, line: 1, column: 1 })
      const isOfMachine = lost.untold === 0 && [...formats].some((format) => SEES_ALL_ABIS.includes(format))
      const sees = new Set([abi, ...(isOfMachine ? otherAbisOf(abi) : []), ...found])
      const head = {
        source: formats.size === 1 ? [...formats].join('') : 'several',
        machine: machineOf(abi),
        abis: abis.map(({ token }) => token).filter((token) => sees.has(token)),
        unseen: unseenOf(counts.seen, lost),
      }
      return { head, rows: counts.rows(), isComplete }
    },
  }
}

const EXPECTED =
  'expected what strace, strace -c, perf trace -s, perf script or tracefs prints, or records of the kernel (type=SECCOMP)'

/** The formats that show the calls of every ABI of the machine, and tell them apart. */
const SEES_ALL_ABIS: readonly TraceFormat[] = ['strace', 'strace -c', 'audit']

/**
 * The recording of a trace in `given`.
 * @throws PolicyError with file, line and column where it shows no call, or has a malformed row of a table; TypeError for a wrong option
 */
export function readTrace(given: string, options: TraceOptions = {}): WholeRecording {
  expectText(given, 'text')
  const reader = traceReader(options)
  reader.push(given)
  return reader.end()
}
