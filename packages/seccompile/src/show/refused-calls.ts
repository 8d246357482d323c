/* The calls that a watcher saw, as a table for people and as values for machines. */
import { auditArchName, verdictName } from '@seccompile/abi'
import { possibleReasons } from '@seccompile/policy/toolkit'
import type { Policy, Target } from '@seccompile/policy'
import { countedArguments } from '@seccompile/recording'
import { printableLine, table } from '@seccompile/text-layout'
import type { WatchedCalls } from '@seccompile/watch'
import { reasonPlace } from './reason-place.ts'

/** Calls of one row: equal in what is shown of them. */
export interface RefusedRow {
  readonly abi: string
  readonly name: string | undefined
  readonly arch: number
  readonly nr: number
  /** The call with its arguments: `socket(family=AF_INET, type=SOCK_STREAM)`. */
  readonly call: string
  /** The values that the kernel reads, in hexadecimal; `null` for an argument that is not known. Absent where none is. */
  readonly args: readonly (string | null)[] | undefined
  /** The verdict with a number as data, and the name of its errno. */
  readonly verdict: string
  readonly errno?: string
  readonly program: string
  /** The place of the rule in the policy, or its number, or `the default`; several where it is not known which decided. */
  readonly rule: string | undefined
  readonly count: number
}

/** The policy of a filter, and what it was compiled for. */
export interface WrittenPolicy {
  readonly policy: Policy
  readonly target: Target
}

/** A call with more lists of values than this is one row of a table. */
const MAX_ROWS = 8

/** The known arguments of calls by the bits that the kernel reads, as a recording has them. */
function argumentValues({ args, abi, name }: WatchedCalls): RefusedRow['args'] {
  if (args === undefined || abi === undefined || name === undefined) return undefined
  const known = countedArguments(abi, name).filter(({ index }) => args[index] !== undefined)
  const last = known.at(-1)
  if (last === undefined) return undefined
  return Array.from({ length: last.index + 1 }, (_, at) => {
    const found = known.find(({ index }) => index === at)
    return found === undefined ? null : `0x${BigInt.asUintN(found.width, args[at] ?? 0n).toString(16)}`
  })
}

/** What gave calls their verdict, as far as it is known; `undefined` where that is no rule and no default. */
function ruleText(
  written: WrittenPolicy | undefined,
  { abi, name, verdict, args }: WatchedCalls,
): string | undefined {
  if (written === undefined || name === undefined || abi === undefined) return undefined
  const reasons = possibleReasons(written.policy, written.target, { abi, name, verdict, args })
  const texts = new Set(reasons.map((one) => reasonPlace(one, name)))
  return texts.size === 0 ? undefined : [...texts].join(' or ')
}

/** Adds up the counts of equal calls; a call with more than `maxRows` lists of values becomes one. */
function summed(seen: readonly WatchedCalls[], maxRows: number): readonly WatchedCalls[] {
  const lists = new Map<string, Map<string, WatchedCalls>>()
  for (const one of seen) {
    const call = `${one.arch} ${one.nr} ${one.verdict} ${one.program}`
    const rows = lists.get(call) ?? new Map<string, WatchedCalls>()
    lists.set(call, rows)
    const key = one.args === undefined ? 'more' : one.args.join()
    const before = rows.get(key)
    rows.set(
      key,
      before === undefined ? one : { ...one, first: before.first, count: before.count + one.count },
    )
  }
  return [...lists.values()].flatMap((rows) => {
    const all = [...rows.values()]
    const [first] = all
    if (first === undefined || all.length <= maxRows) return all
    const text = `${first.name ?? `call ${first.nr}`}(…)`
    return [{ ...first, args: undefined, text, count: all.reduce((sum, { count }) => sum + count, 0) }]
  })
}

/**
 * The rows of a report, the most frequent first.
 * @param written - the policy; `undefined` for raw filters
 * @param maxRows - the most lists of values of a call with rows of their own
 */
export function refusedRows(
  seen: readonly WatchedCalls[],
  written: WrittenPolicy | undefined,
  maxRows: number = MAX_ROWS,
): readonly RefusedRow[] {
  const rows = summed(seen, maxRows).map((one) => {
    const { abi, name, arch, nr, text, errno, program, count } = one
    return {
      abi: abi ?? auditArchName(arch),
      name,
      arch,
      nr,
      call: text,
      args: argumentValues(one),
      verdict: verdictName(one.verdict),
      ...(errno === undefined ? {} : { errno }),
      program,
      rule: ruleText(written, one),
      count,
    }
  })
  return rows.toSorted((a, b) => b.count - a.count || (a.call < b.call ? -1 : 1))
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The table of a report. */
export function refusedTable(rows: readonly RefusedRow[]): string {
  return table(
    ['count', 'call', 'answer', 'program', 'rule'],
    rows.map(({ count, abi, call, verdict, errno, program, rule }) => [
      count,
      printableLine(`${abi} ${call}`),
      errno ?? verdict,
      printableLine(baseName(program) || '?'),
      rule ?? '',
    ]),
  )
}
