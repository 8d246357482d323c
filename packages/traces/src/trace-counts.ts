/*
 * Counts the calls of a trace for a recording.
 *
 * With -C strace prints the lines of all calls, and then a table of the same calls. Such a table counts only what it has beyond the
 * lines. A table alone, of -c, counts all that it has.
 */
import { SECCOMP_DATA_ARGS, WORD_ARCH, WORD_COUNT, WORD_NR, argHigh, argLow } from '@seccompile/abi'
import { PolicyError } from '@seccompile/policy'
import { countedArguments, recordingCounts } from '@seccompile/recording'
import type { RecordingRow } from '@seccompile/recording'
import { quote } from '@seccompile/shape'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import type { TakeCalls, TracedCalls, TraceFormat } from './traced-calls.ts'

/** What the calls of a trace show of the trace. */
export interface SeenInTrace {
  readonly formats: ReadonlySet<TraceFormat>
  readonly abis: ReadonlySet<AbiToken>
  /** Some of the names that no table has. */
  readonly nameless: ReadonlySet<string>
  /** Whether values are not known of a call that the format shows with arguments. */
  readonly hasUnknownValues: boolean
  /** Whether a program is not known of a call whose format can name it. */
  readonly hasUnknownProgram: boolean
}

/** Counts of the calls of a trace. */
export interface TraceCounts {
  readonly calls: number
  /** The number of different calls. */
  readonly different: number
  readonly take: TakeCalls
  /** Ends the counting. */
  readonly finish: () => void
  readonly rows: () => readonly RecordingRow[]
  readonly seen: SeenInTrace
}

const MAX_NAMES = 10
const MAX_NAME = 64

/** The most UTF-16 units of the path of a program; the kernel has no longer one. */
const MAX_PROGRAM = 4096

/** The most calls whose lines are compared with a table, and that count as different. No trace of a kernel has as many. */
const MAX_CALLS = 0x1_0000

/** Formats whose calls have arguments; those of others are never known. */
const WITH_ARGUMENTS: readonly TraceFormat[] = ['strace', 'tracefs', 'perf script']
/** Formats without the names of programs. */
const WITHOUT_PROGRAMS: readonly TraceFormat[] = ['strace -c', 'perf trace -s']

/** The bits of the counted arguments of a call, looked up once. */
function countedBits(): (abi: AbiToken, name: string) => number {
  const known = new Map<string, number>()
  return (abi, name) => {
    const key = `${abi} ${name}`
    const bits =
      known.get(key) ?? countedArguments(abi, name).reduce((all, { index }) => all | (1 << index), 0)
    if (!known.has(key) && known.size < 0x1_0000) known.set(key, bits)
    return bits
  }
}

/** A call of strace by its number. */
const keyOf = ({ abi, nr }: TracedCalls): string => `${abi} ${nr ?? ''}`

/** The calls of a row of a table and of the rows before it. @throws PolicyError where a double does not hold their number */
function tableSum(calls: TracedCalls, before: TracedCalls | undefined, file: string): TracedCalls {
  const count = calls.count + (before?.count ?? 0)
  if (count <= Number.MAX_SAFE_INTEGER) return { ...calls, count }
  throw new PolicyError(
    'E_NUMBER',
    `the tables count more than ${Number.MAX_SAFE_INTEGER} calls of ${quote(calls.name)}; give fewer tables`,
    { file, line: calls.line, column: 1 },
  )
}

/** Counts of no calls; `file` is the name of the trace in messages. */
export function traceCounts(file: string): TraceCounts {
  const counts = recordingCounts()
  const countedOf = countedBits()
  const words = new Uint32Array(WORD_COUNT)
  const [formats, abis, nameless] = [new Set<TraceFormat>(), new Set<AbiToken>(), new Set<string>()]
  const flags = { hasUnknownValues: false, hasUnknownProgram: false }
  /** What tables of strace say, and what its lines say of the same calls. */
  const tables = new Map<string, TracedCalls>()
  const lines = new Map<string, number>()
  const numbers = new Set<string>()

  /** Sets the words of the arguments; yields the bits of those that are known. */
  function setArguments(args: TracedCalls['args'] = []): number {
    let known = 0
    for (let index = 0; index < SECCOMP_DATA_ARGS; index += 1) {
      const value = args[index]
      if (value === undefined) continue
      known |= 1 << index
      words[argLow(index)] = Number(value & 0xffff_ffffn)
      words[argHigh(index)] = Number(value >> 32n)
    }
    return known
  }

  function add(calls: TracedCalls): void {
    formats.add(calls.format)
    abis.add(calls.abi)
    const { format, abi, nr, name, count, args, program, time } = calls
    const isNamed = program !== undefined && program !== '' && program.length <= MAX_PROGRAM
    const by = isNamed ? program : undefined
    if (by === undefined && !WITHOUT_PROGRAMS.includes(format)) flags.hasUnknownProgram = true
    if (nr === undefined) {
      if (nameless.size < MAX_NAMES) nameless.add(name.slice(0, MAX_NAME))
      const at = time === undefined ? {} : { first: time, last: time }
      counts.addRow({ abi, count, ...(by === undefined ? {} : { program: by }), ...at })
      return
    }
    const known = setArguments(args)
    if (WITH_ARGUMENTS.includes(format) && (countedOf(abi, name) & ~known) !== 0)
      flags.hasUnknownValues = true
    if (numbers.size < MAX_CALLS) numbers.add(keyOf(calls))
    words[WORD_NR] = nr
    words[WORD_ARCH] = abiTable(abi).auditArch
    counts.add(words, { program: by, time, count, known })
  }

  return {
    get calls() {
      return counts.calls
    },
    get different() {
      return numbers.size
    },
    take: (calls) => {
      if (calls.count === 0) return
      const key = keyOf(calls)
      if (calls.format === 'strace -c' && calls.nr !== undefined) {
        tables.set(key, tableSum(calls, tables.get(key), file))
        return
      }
      if (calls.format === 'strace' && calls.nr !== undefined && (lines.size < MAX_CALLS || lines.has(key)))
        lines.set(key, (lines.get(key) ?? 0) + calls.count)
      add(calls)
    },
    finish: () => {
      for (const [key, calls] of tables) {
        const count = calls.count - (lines.get(key) ?? 0)
        if (count > 0) add({ ...calls, count })
      }
      tables.clear()
    },
    rows: counts.rows,
    get seen() {
      return { formats, abis, nameless, ...flags }
    },
  }
}
