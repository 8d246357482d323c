/*
 * The calls that a watcher saw, counted. Equal calls are one row, and a call has few rows: where its arguments have more
 * than 64 lists of values, the others are counted in one row without arguments.
 */
import { argHigh, argLow } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { KeptArgument, KeptArguments } from './kept-arguments.ts'

/** Calls that are equal in all that is known of them, with their number. */
export interface CountedCalls {
  /** `AUDIT_ARCH_*`. */
  readonly arch: number
  readonly nr: number
  /** The verdict of the watched filter, or of the policy that is tried. */
  readonly verdict: Verdict
  /** The path of the program that made the call; empty where it is not known, and for calls of ever more programs. */
  readonly program: string
  /**
   * The values of the six arguments; `undefined` for one that is an address or a size, and for an argument that the call
   * does not have. A call that no table knows has all six. No list at all stands for further lists of a call that has many.
   * Calls are equal where the bits are that the kernel reads; the values are the 64 bits of the first, which a filter may test.
   */
  readonly args: readonly (bigint | undefined)[] | undefined
  readonly count: number
  /** The times of the first and the last of them, in ms since 1970. */
  readonly first: number
  readonly last: number
}

/** The calls by program that are counted apart. A command chooses the names of its programs, and may make ever new ones. */
const MAX_CALLS = 4096

/** The lists of argument values that a call may have of its own. */
const MAX_LISTS = 64

type Row = { -readonly [Key in keyof CountedCalls]: CountedCalls[Key] }

/** Counts calls, and yields those that were counted since the last time. */
export interface SeenCounter {
  readonly add: (words: Uint32Array, verdict: Verdict, program: string, now: number) => void
  readonly take: () => readonly CountedCalls[]
}

const ARGUMENTS = [0, 1, 2, 3, 4, 5]

/** The value of argument `index` in the words of a call. */
export const argumentOf = (words: Uint32Array, index: number): bigint =>
  (BigInt(words[argHigh(index)] ?? 0) << 32n) | BigInt(words[argLow(index)] ?? 0)

/** A text that is equal for values of the arguments `kept` that are equal to the kernel. */
function keyOf(words: Uint32Array, kept: readonly KeptArgument[]): string {
  let key = ''
  for (const { index, low, high } of kept)
    key += `${(words[argHigh(index)] ?? 0) & high} ${(words[argLow(index)] ?? 0) & low} `
  return key
}

/** A counter of calls. */
export function seenCounter(kept: KeptArguments): SeenCounter {
  /** The rows by call and verdict, program, and list of values. */
  const calls = new Map<string, Map<string, Row>>()
  return {
    add: (words, verdict, program, now) => {
      const [nr = 0, arch = 0] = words
      const own = kept(arch, nr)
      const named = `${arch} ${nr} ${verdict} ${program}`
      const isNamed = calls.size < MAX_CALLS || calls.has(named)
      const call = isNamed ? named : `${arch} ${nr} ${verdict} `
      const rows = calls.get(call) ?? new Map<string, Row>()
      if (rows.size === 0) calls.set(call, rows)
      const wanted = keyOf(words, own)
      const isMore = !rows.has(wanted) && rows.size >= MAX_LISTS
      const key = isMore ? 'more' : wanted
      const row = rows.get(key)
      if (row !== undefined) {
        row.first = row.count === 0 ? now : row.first
        row.count += 1
        row.last = now
        return
      }
      const args = isMore
        ? undefined
        : ARGUMENTS.map((at) => (own.some(({ index }) => index === at) ? argumentOf(words, at) : undefined))
      rows.set(key, {
        arch,
        nr,
        verdict,
        program: isNamed ? program : '',
        args,
        count: 1,
        first: now,
        last: now,
      })
    },
    take: () => {
      const taken: CountedCalls[] = []
      for (const rows of calls.values())
        for (const row of rows.values()) {
          if (row.count === 0) continue
          taken.push({ ...row })
          row.count = 0
        }
      return taken
    },
  }
}
