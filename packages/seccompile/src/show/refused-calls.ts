/* The calls that a watcher saw, as a table for people and as values for machines. */
import { callNames, verdictFacts } from '@seccompile/describe'
import type { ArgumentNames, CallNames } from '@seccompile/describe'
import { possibleReasons } from '@seccompile/policy/parts'
import type { Policy, Target } from '@seccompile/policy'
import { countedArguments } from '@seccompile/recording'
import { signatureOf } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { printableLine, table } from '@seccompile/text-layout'
import type { WatchedCalls } from '@seccompile/watch'
import { decidedBy } from './decided-by.ts'
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

/** What the rows are named by. */
export interface RefusedNames {
  readonly abis: readonly AbiTable[]
  readonly args: ArgumentNames | undefined
  /** The policy with its target; absent for raw filters. */
  readonly written?: { readonly policy: Policy; readonly target: Target }
}

/** A call with more lists of values than this is one row of a table. */
const MAX_ROWS = 8

/** A known argument, by the bits that the kernel reads. */
interface ReadArgument {
  readonly index: number
  readonly value: bigint | undefined
}

/** The arguments of a call that are kept, as the kernel reads them; `undefined` where no table has the call. */
function readArguments(
  args: readonly (bigint | undefined)[],
  abi: AbiToken | undefined,
  name: string | undefined,
): readonly ReadArgument[] | undefined {
  if (abi === undefined || name === undefined) return undefined
  return countedArguments(abi, name).map(({ index, width }) => {
    const value = args[index]
    return { index, value: value === undefined ? undefined : BigInt.asUintN(width, value) }
  })
}

/** The arguments of `seen` that are known, each with its name. */
function argumentTexts(seen: WatchedCalls, { args }: RefusedNames, names: CallNames): readonly string[] {
  const { arch, nr, args: values } = seen
  if (values === undefined) return ['…']
  const call = names.name(arch, nr)
  const abi = names.tables(arch).find((one) => one.names.has(nr))
  const read = readArguments(values, abi?.token, call)
  const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n] = values.map(
    (value, at) => read?.find(({ index }) => index === at)?.value ?? value ?? 0n,
  )
  const named = args?.values({ arch, nr, args: [a, b, c, d, e, f] }, { all: true })
  const signature = abi && call !== undefined ? signatureOf(abi, call) : undefined
  const unknown = new Set(
    signature?.args.filter(({ index }) => values[index] === undefined).map(({ name }) => name),
  )
  // A call without a name: its words, whatever they mean.
  if (named === undefined)
    return values.every((value) => value === undefined)
      ? []
      : values.map((value) => (value === undefined ? '…' : `0x${value.toString(16)}`))
  return named.map(({ name, text }) => (unknown.has(name) ? `${name}=…` : `${name}=${text}`))
}

/** The known arguments of `seen` by the bits that the kernel reads, as a recording has them. */
function argumentValues(
  { args }: WatchedCalls,
  abi: AbiToken | undefined,
  name: string | undefined,
): RefusedRow['args'] {
  const read = args && readArguments(args, abi, name)
  const last = read?.findLast(({ value }) => value !== undefined)
  if (read === undefined || last === undefined) return undefined
  return Array.from({ length: last.index + 1 }, (_, index) => {
    const value = read.find((one) => one.index === index)?.value
    return value === undefined ? null : `0x${value.toString(16)}`
  })
}

/** What gave the call `name` its verdict, as far as it is known; `undefined` where that is no rule and no default. */
function ruleText(
  { written }: RefusedNames,
  name: string | undefined,
  abi: AbiToken | undefined,
  { arch, nr, verdict, args }: WatchedCalls,
): string | undefined {
  if (written === undefined || name === undefined || abi === undefined) return undefined
  const reasons = possibleReasons(written.policy, written.target, { abi, name, verdict })
  const left = args === undefined ? reasons : decidedBy(reasons, written.target, { arch, nr, verdict, args })
  const texts = new Set(left.map((one) => reasonPlace(one, name)))
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
    return [{ ...first, args: undefined, count: all.reduce((sum, { count }) => sum + count, 0) }]
  })
}

/**
 * The rows of a report, the most frequent first.
 * @param maxRows - the most lists of values of a call with rows of their own
 */
export function refusedRows(
  seen: readonly WatchedCalls[],
  names: RefusedNames,
  maxRows: number = MAX_ROWS,
): readonly RefusedRow[] {
  const calls = callNames(names.abis, names.args)
  const rows = summed(seen, maxRows).map((one) => {
    const { arch, nr, program, count } = one
    const name = calls.name(arch, nr)
    const shown = `${name ?? `call ${nr}`}(${argumentTexts(one, names, calls).join(', ')})`
    const abi = calls.tables(arch).find((table) => table.names.has(nr))?.token
    const rule = ruleText(names, name, abi, one)
    return {
      abi: calls.abi(arch, nr) ?? calls.arch(arch),
      name,
      arch,
      nr,
      call: shown,
      args: argumentValues(one, abi, name),
      ...verdictFacts({ verdict: one.verdict }, arch),
      program,
      rule,
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
