/*
 * Counts calls for a recording, and adds recordings.
 *
 * The counts are sums in groups: by program, by ABI, by number, by values of arguments. Programs, numbers that no table has, and
 * values may be any number, so each group keeps its smallest, and adds up the rest (smallest.ts). The result depends on the calls
 * that came and not on their order. Adding the rows of two recordings yields the recording of the calls of both.
 */
import { SECCOMP_DATA_ARGS, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { PolicyError } from '@seccompile/policy'
import { readPolicy } from '@seccompile/policy/toolkit'
import { expectObject, fail, optional, read, record, whole } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { abiNumbers, abis, abiTable, nameOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { callCounts, callPlan } from './call-counts.ts'
import type { CountsOfCall, CallPlan, Time } from './call-counts.ts'
import { countedArguments } from './counted-arguments.ts'
import { rowReader, shortText } from './read-line.ts'
import { MAX_GROUPS, MAX_NUMBER, MAX_TEXT } from './recording.ts'
import type { RecordingRow } from './recording.ts'
import { rowFault } from './row-fault.ts'
import { smallest } from './smallest.ts'
import type { Smallest, Sum } from './smallest.ts'
import { sumOf } from './tally.ts'

/** Of the calls that are added: the program that made them, and when. */
export interface SeenCalls {
  /** The program, by its `comm` or path; unknown if left out. */
  readonly program?: string | undefined
  /** The time, in ms since 1970; unknown if left out. */
  readonly time?: number | undefined
  /** The number of calls; 1 if left out. */
  readonly count?: number | undefined
  /** A bit for each argument whose value is known, bit i for index i; all if left out. Other values are counted under `more`. */
  readonly known?: number | undefined
}

/** Counts of calls, to which more can be added. */
export interface RecordingCounts {
  /** The number of calls so far. */
  readonly calls: number
  /**
   * Adds a call by its sixteen words, as `dataWords` of `@seccompile/abi` yields them. Yields whether the call was counted:
   * false for an `arch` that is of no ABI.
   * @throws TypeError or RangeError for a wrong program, time or count
   */
  readonly add: (words: ArrayLike<number>, seen?: SeenCalls) => boolean
  /**
   * Adds a row, of this recording or another.
   * @throws PolicyError for a row that is none, and where a count becomes larger than 2^53 - 1
   */
  readonly addRow: (row: RecordingRow) => void
  /** The rows of all calls: by ABI, number, program, and values. */
  readonly rows: () => readonly RecordingRow[]
  /** The same rows one after another: a list of all takes more memory than the counts. No call may be added meanwhile. */
  readonly eachRow: () => Generator<RecordingRow>
}

/** The counts of one program on one ABI. */
interface AbiCounts {
  /** By numbers that the table has. */
  readonly known: Map<number, CountsOfCall>
  readonly unknown: Smallest<number, CountsOfCall>
}

/** The counts of one program. */
interface ProgramCounts extends Sum<ProgramCounts> {
  readonly abis: ReadonlyMap<AbiToken, AbiCounts>
  readonly on: (abi: AbiToken) => AbiCounts
}

const made = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = make()
  map.set(key, value)
  return value
}

function programCounts(): ProgramCounts {
  const counts = new Map<AbiToken, AbiCounts>()
  const on = (abi: AbiToken): AbiCounts =>
    made(counts, abi, () => ({ known: new Map(), unknown: smallest(MAX_GROUPS, callCounts) }))
  return {
    abis: counts,
    on,
    merge: (other) => {
      for (const [abi, { known, unknown }] of other.abis) {
        const into = on(abi)
        for (const [nr, calls] of known) made(into.known, nr, callCounts).merge(calls)
        into.unknown.merge(unknown)
      }
    },
  }
}

const NO_PLAN: CallPlan = { single: [], together: 0 }
const NO_TIME: Time = { first: Infinity, last: -Infinity }

/** A bit for each argument. */
const ALL_KNOWN = 2 ** SECCOMP_DATA_ARGS - 1

const seenReader = record<SeenCalls>({
  program: optional(shortText),
  time: optional(whole(MAX_NUMBER)),
  count: optional(whole(MAX_NUMBER, 1)),
  known: optional(whole(ALL_KNOWN)),
})

/** The ABI of the calls with this `arch` and number; `undefined` where no ABI has the `arch`. */
function abiOf(arch: number, nr: number): AbiToken | undefined {
  return abis.find(
    (abi) => abi.auditArch === arch && abiNumbers(abi).some(({ lo, hi }) => nr >= lo && nr <= hi),
  )?.token
}

/** `given`, checked. The usual values need no reader, which would take longer than the count. */
function checkedSeen(given: SeenCalls): SeenCalls {
  const { program, time = 0, count = 1, known = ALL_KNOWN } = expectSeen(given)
  const isUsual =
    (program === undefined || (typeof program === 'string' && program.length <= MAX_TEXT)) &&
    Number.isSafeInteger(time) &&
    time >= 0 &&
    Number.isSafeInteger(count) &&
    count >= 1 &&
    Number.isInteger(known) &&
    known >= 0 &&
    known <= ALL_KNOWN
  return isUsual ? given : read(seenReader, given, 'seen')
}

function expectSeen(given: SeenCalls): SeenCalls {
  expectObject(given, 'seen')
  return given
}

const isValue: Reader<bigint | 'more' | null> = (at) => {
  const { value } = at
  if (value === null || value === 'more') return value
  if (typeof value === 'bigint' && value >= 0n && value < 2n ** 64n) return value
  return fail(at, 'a bigint from 0 to 2^64 - 1, "more" or null')
}

const rowOfValues = rowReader(isValue)

/** `row`, checked. @throws PolicyError, without a place */
function checkedRow(row: RecordingRow): RecordingRow {
  const checked = readPolicy(rowOfValues, row, 'row')
  const fault = rowFault(checked)
  if (fault !== undefined) throw new PolicyError(fault.code, `row.${fault.message}`)
  return checked
}

/** A number of an `arch`: its ABI, and how its arguments are counted; the plan is absent where no table has the number. */
interface Numbered {
  readonly abi: AbiToken
  readonly plan?: CallPlan
}

/** Finds the ABI and the plan of numbers, and remembers those of calls. */
function numbering(): (arch: number, nr: number) => Numbered | undefined {
  const known = new Map<number, Map<number, Numbered>>()
  return (arch, nr) => {
    const found = known.get(arch)?.get(nr)
    if (found !== undefined) return found
    const abi = abiOf(arch, nr)
    if (abi === undefined) return undefined
    const call = nameOf(abiTable(abi), nr)
    if (call === undefined) return { abi }
    const numbered = { abi, plan: callPlan(countedArguments(abi, call)) }
    made(known, arch, () => new Map<number, Numbered>()).set(nr, numbered)
    return numbered
  }
}

/** The rows of `calls`, the counts of `of`. */
function* rowsOf(
  of: Pick<RecordingRow, 'abi' | 'nr' | 'call' | 'program'>,
  calls: CountsOfCall,
): Generator<RecordingRow> {
  for (const { args, tally: one } of calls.list()) {
    const { count, first, last } = one
    yield {
      ...of,
      ...(args === undefined ? {} : { args }),
      count,
      ...(first === Infinity ? {} : { first, last }),
    }
  }
}

/** The numbers of `counts` with their counts, and last the numbers without rows of their own. */
function numbersOf({
  known,
  unknown,
}: AbiCounts): readonly (readonly [nr: number | undefined, CountsOfCall])[] {
  const others = unknown.others()
  return [
    ...[...known, ...unknown.kept()].sort(([a], [b]) => a - b),
    ...(others === undefined ? [] : [[undefined, others] as const]),
  ]
}

/** Empty counts. */
export function recordingCounts(): RecordingCounts {
  const programs = smallest<string, ProgramCounts>(MAX_GROUPS, programCounts)
  const numbered = numbering()
  let calls = 0

  const countsOf = (program: string | undefined): ProgramCounts =>
    program === undefined ? programs.rest() : programs.at(program)

  function add(words: ArrayLike<number>, seen: SeenCalls = {}): boolean {
    expectObject(words, 'words', 'length')
    const { program, time, count = 1, known: knownArgs = ALL_KNOWN } = checkedSeen(seen)
    const nr = words[WORD_NR]! >>> 0
    const at = numbered(words[WORD_ARCH]! >>> 0, nr)
    if (at === undefined) return false
    calls = sumOf(calls, count)
    const { known, unknown } = countsOf(program).on(at.abi)
    const of = at.plan === undefined ? unknown.at(nr) : made(known, nr, callCounts)
    const when = time === undefined ? NO_TIME : { first: time, last: time }
    of.addWords(words, at.plan ?? NO_PLAN, { count, known: knownArgs, ...when })
    return true
  }

  function addRow(row: RecordingRow): void {
    const { abi, nr, program, args, count, first, last } = checkedRow(row)
    if (args === undefined) calls = sumOf(calls, count)
    const { known, unknown } = countsOf(program).on(abi)
    const isKnown = nr !== undefined && nameOf(abiTable(abi), nr) !== undefined
    const of = isKnown ? made(known, nr, callCounts) : nr === undefined ? unknown.rest() : unknown.at(nr)
    of.addArgs(args, count, first === undefined || last === undefined ? NO_TIME : { first, last })
  }

  function* eachRow(): Generator<RecordingRow> {
    const others = programs.others()
    const byProgram: readonly (readonly [string | undefined, ProgramCounts])[] = [
      ...programs.kept(),
      ...(others === undefined ? [] : [[undefined, others] as const]),
    ]
    for (const { token: abi } of abis) {
      const table = abiTable(abi)
      const entries = byProgram.flatMap(([program, counts], order) => {
        const on = counts.abis.get(abi)
        return on === undefined ? [] : numbersOf(on).map(([nr, counted]) => ({ program, order, nr, counted }))
      })
      entries.sort((a, b) => (a.nr ?? Infinity) - (b.nr ?? Infinity) || a.order - b.order)
      for (const { program, nr, counted } of entries) {
        const call = nr === undefined ? undefined : nameOf(table, nr)
        yield* rowsOf(
          {
            abi,
            ...(nr === undefined ? {} : { nr }),
            ...(call === undefined ? {} : { call }),
            ...(program === undefined ? {} : { program }),
          },
          counted,
        )
      }
    }
  }

  return {
    get calls() {
      return calls
    },
    add,
    addRow,
    rows: () => [...eachRow()],
    eachRow,
  }
}
