/*
 * How many calls change from one filter to another, on each ABI.
 *
 * The unit is the call: a name in the table of an ABI. A call of which only some argument values change is one call. A
 * call that is weaker for some arguments and stricter for others counts in both directions. Numbers without a name are
 * counted apart, as ranges. Arch values without a table have no names, so all of their numbers are ranges.
 */
import type { Change, Direction } from '@seccompile/prover'
import { canonical, contains, difference, intersection, sameSet, U32, union } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import { calls as callsOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { CallNames } from '../names/call-names.ts'
import { abiParts, rankOf } from '../parts/alike.ts'
import type { AbiPart } from '../parts/alike.ts'
import { DIRECTIONS } from './directions.ts'

/** The changes in one direction. */
interface DirectionCount {
  readonly direction: Direction
  /** The calls that change, for some arguments at least; `every` if all numbers of the ABI do, for all arguments. */
  readonly calls: number | 'every'
  /** Those of the calls that change in this direction for some arguments only. */
  readonly partly: number
  /** The ranges of numbers without a name. */
  readonly ranges: number
}

/** The changes on ABIs on which the same calls change. */
export interface ChangeCount {
  /** The ABIs, or the arch values without a table; the main ABI first. */
  readonly abis: readonly string[]
  /** Present where these are arch values without a table; a range of them may have ABIs with names within. */
  readonly isUnnamed?: true
  /** The directions in which something changes. */
  readonly directions: readonly DirectionCount[]
  /** The calls that change in more than one direction, each by its arguments. */
  readonly several: number
}

/** A change of numbers of one ABI. */
interface ChangedPart extends AbiPart {
  readonly change: Change
}

const numbersOf = (parts: readonly ChangedPart[]): RangeSet<number> =>
  canonical(
    U32,
    parts.flatMap(({ numbers }) => numbers),
  )

/** The count of one ABI in `directions`, and a text that is equal for ABIs on which the same calls change. */
function countOf(
  parts: readonly ChangedPart[],
  directions: readonly Direction[],
): Omit<ChangeCount, 'abis'> & { readonly key: string } {
  const { table, own } = parts[0]!
  const known = table === undefined ? [] : callsOf(table)
  const named = canonical(
    U32,
    known.map(({ nr }) => ({ lo: nr, hi: nr })),
  )
  const partial = numbersOf(parts.filter(({ change }) => change.isPartial))
  const counted = DIRECTIONS.map((direction) => {
    const isMine = ({ change }: ChangedPart): boolean => change.direction === direction
    const all = numbersOf(parts.filter(isMine))
    const others = numbersOf(parts.filter((part) => !isMine(part)))
    const partly = intersection(all, union(U32, partial, others))
    const changed = known.filter(({ nr }) => contains(all, nr))
    return {
      direction,
      changed,
      shared: changed.filter(({ nr }) => contains(others, nr)),
      some: changed.filter(({ nr }) => contains(partly, nr)),
      ranges: difference(U32, all, named).length,
      isEvery: partly.length === 0 && sameSet(all, own),
    }
  }).filter(({ direction, changed, ranges }) => directions.includes(direction) && changed.length + ranges > 0) // prettier-ignore
  const names = (some: typeof known): readonly string[] => some.map(({ name }) => name).sort()
  return {
    key: JSON.stringify([table === undefined, counted.map(({ direction, changed, some, ranges, isEvery }) => [direction, isEvery || [names(changed), names(some), ranges]])]), // prettier-ignore
    directions: counted.map(({ direction, changed, some, ranges, isEvery }) => ({
      direction,
      calls: isEvery ? 'every' : changed.length,
      partly: some.length,
      ranges: isEvery ? 0 : ranges,
    })),
    ...(table === undefined ? { isUnnamed: true } : {}),
    several: counted.length < 2 ? 0 : new Set(counted.flatMap(({ shared }) => names(shared))).size,
  }
}

/**
 * The changes by ABI, the main one first; ABIs on which the same calls change are one count.
 * @param changes - all changes: those in other directions say which calls change for some arguments only
 * @param directions - the directions that are counted; all by default
 */
export function changeCounts(
  names: CallNames,
  abis: readonly AbiTable[],
  changes: readonly Change[],
  directions: readonly Direction[] = DIRECTIONS,
): readonly ChangeCount[] {
  const byAbi = new Map<string, ChangedPart[]>()
  for (const change of changes)
    for (const part of abiParts(names, change)) {
      const parts = byAbi.get(part.abi) ?? []
      byAbi.set(part.abi, parts)
      parts.push({ ...part, change })
    }
  const rank = rankOf(abis)
  const counts = new Map<string, ChangeCount>()
  for (const [abi, parts] of [...byAbi].sort(([a], [b]) => rank(a) - rank(b))) {
    const { key, ...count } = countOf(parts, directions)
    if (count.directions.length === 0) continue
    const before = counts.get(key) ?? { abis: [], ...count }
    counts.set(key, { ...before, abis: [...before.abis, abi] })
  }
  return [...counts.values()]
}

/** `2 stricter for some arguments`; of the first part, with the unit: `35 calls weaker (1 of them for some arguments)`. */
function directionText({ direction, calls, partly }: DirectionCount, isFirst: boolean): string {
  if (calls === 'every') return `every call ${direction}`
  const unit = isFirst ? (calls === 1 ? ' call' : ' calls') : ''
  const some = partly === calls ? ' for some arguments' : ` (${partly} of them for some arguments)`
  return `${calls}${unit} ${direction}${partly === 0 ? '' : some}`
}

/** An ABI, or the arch values that no side names. */
const abiText = (abi: string): string => (abi.startsWith('any arch but') ? 'other ABIs' : abi)

/** `2 ranges weaker, 1 stricter`. */
function rangesText(directions: readonly DirectionCount[], unit: string): string {
  const parts = directions.map(
    ({ direction, ranges }, i) => `${ranges}${i > 0 ? '' : ranges === 1 ? ' range' : ' ranges'}${i > 0 ? '' : unit} ${direction}`, // prettier-ignore
  )
  return parts.join(', ')
}

/** What changes on the ABIs of a count. Where numbers have no names, nothing is said of calls. */
function changedText({ directions, several, isUnnamed }: ChangeCount): string {
  const calls = directions.filter((count) => count.calls !== 0).map((count, i) => directionText(count, i === 0)) // prettier-ignore
  const ranges = directions.filter((count) => count.ranges > 0)
  if (isUnnamed === true) return [...calls, ...(ranges.length === 0 ? [] : [rangesText(ranges, ' of numbers')])].join(', ') // prettier-ignore
  const where = calls.length === 2 ? 'both' : 'several'
  const parts = [
    ...(calls.length === 0 ? ['no call'] : calls),
    ...(several === 0 ? [] : [`${several} ${several === 1 ? 'call' : 'calls'} in ${where}, by arguments`]),
  ]
  const apart = ranges.length === 0 ? '' : ` (numbers without a name: ${rangesText(ranges, '')})`
  return `${parts.join(', ')}${apart}`
}

function countText(count: ChangeCount): string {
  const [main, ...others] = count.abis.map(abiText)
  const same = others.length === 0 ? '' : `, the same on ${others.join(', ')}`
  return `${main}: ${changedText(count)}${same}`
}

/** The counts in a line: `x86_64: 35 calls weaker, 2 stricter for some arguments, the same on x32; x86: every call weaker`. */
export const countsText = (counts: readonly ChangeCount[]): string => counts.map(countText).join('; ')
