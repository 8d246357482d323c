/*
 * Parts of an answer that are alike on several ABIs, as one entry.
 *
 * The prover answers for arch values and numbers, and a person thinks of calls. So a part is first split into calls:
 * each has a name on one ABI, a condition and a verdict. Calls with the same name, the same text of the condition and
 * the same verdict are one call on several ABIs. Calls with the same ABIs, condition and verdict are one entry. So
 * `mseal` on three ABIs is one word, although it has three numbers and two of the ABIs share an arch.
 */
import { NO_CALL } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { MaskedSet } from '@seccompile/prover'
import { argumentTests, canonical, difference, intersection, sameSet, U32, union } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { abiNumbers, abis as allAbis, calls as callsOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { EVERY_CALL, plainNumber } from '../names/call-names.ts'
import type { CallNames } from '../names/call-names.ts'
import { archParts, conditionText, FOLDED, NO_ARCH, SHOWN } from './regions.ts'
import type { ConditionedCalls } from './regions.ts'

/** Calls with one condition. */
export interface CallsPart {
  readonly arches: RangeSet<number>
  readonly numbers: RangeSet<number>
  readonly when: Predicate
  readonly pointer?: MaskedSet
}

/** The numbers of an entry on one ABI. */
export interface Place {
  /** The name of the ABI, or of the arch values. */
  readonly abi: string
  readonly arches: RangeSet<number>
  readonly numbers: RangeSet<number>
  /** The condition in the machine's form; empty for a condition that always holds. */
  readonly raw: string
}

/** Calls that are alike on some ABIs. */
export interface Entry<T> {
  readonly abis: readonly string[]
  /** Names of calls, and ranges of numbers without a name. */
  readonly calls: readonly string[]
  /** The condition with names; empty for a condition that always holds. */
  readonly condition: string
  /** The condition with names, with few values of each test. */
  readonly shown: string
  /** `shown`, with fewer values and few flags of a mask. */
  readonly folded: string
  readonly places: readonly Place[]
  /** The part that the entry comes from; of several parts, the first. */
  readonly of: T
  /** A verdict on the calls, as the names of the answer write it. */
  readonly verdictText: (verdict: Verdict) => string
}

/** Most ranges in a condition that is named for each call of a part separately. */
const MOST_NAMED = 64

/** Numbers of one ABI. */
export interface AbiPart {
  /** The name of the ABI, or of the arch values. */
  readonly abi: string
  readonly table: AbiTable | undefined
  readonly arch: number
  readonly arches: RangeSet<number>
  readonly numbers: RangeSet<number>
  /** All numbers of the ABI. */
  readonly own: RangeSet<number>
}

const ALL: RangeSet<number> = [{ lo: U32.min, hi: U32.max }]
const one = (value: number): RangeSet<number> => [{ lo: value, hi: value }]

/** The numbers of each of `tables`, which share one arch. Every number is in exactly one of the results. */
export function ownNumbers(tables: readonly AbiTable[]): readonly RangeSet<number>[] {
  const [, ...others] = tables.map((table) => difference(U32, abiNumbers(table), one(NO_CALL)))
  return [difference(U32, ALL, canonical(U32, others.flat())), ...others]
}

/** A part, by its ABIs. */
export function abiParts(
  names: CallNames,
  { arches, numbers }: Pick<CallsPart, 'arches' | 'numbers'>,
): readonly AbiPart[] {
  return archParts(names, arches).flatMap(({ arch, title }): readonly AbiPart[] => {
    const tables = arch === NO_ARCH ? [] : names.tables(arch)
    const at = arch === NO_ARCH ? arches : one(arch)
    if (tables.length === 0) return [{ abi: title, table: undefined, arch, arches: at, numbers, own: ALL }]
    const own = ownNumbers(tables)
    return tables
      .map((table, i): AbiPart => {
        const mine = intersection(numbers, own[i]!)
        return { abi: table.token, table, arch, arches: at, numbers: mine, own: own[i]! }
      })
      .filter((part) => part.numbers.length > 0)
  })
}

/** A name, and the numbers with this name. */
interface NamedNumbers {
  readonly name: string
  readonly numbers: RangeSet<number>
}

/** The calls of a part, one entry for each name, then the ranges of numbers without a name. */
function namedNumbers({ table, numbers, own }: AbiPart): readonly NamedNumbers[] {
  if (sameSet(numbers, own)) return [{ name: EVERY_CALL, numbers }]
  const known = table === undefined ? [] : callsOf(table)
  const named = known
    .map(({ name, nr }): NamedNumbers => ({ name, numbers: intersection(numbers, one(nr)) }))
    .filter((call) => call.numbers.length > 0)
  const rest = difference(
    U32,
    numbers,
    canonical(
      U32,
      named.flatMap((call) => call.numbers),
    ),
  )
  const ranges = rest.map(({ lo, hi }): NamedNumbers => ({
    name: lo === hi ? plainNumber(lo) : `${plainNumber(lo)}..${plainNumber(hi)}`,
    numbers: [{ lo, hi }],
  }))
  return [...named, ...ranges]
}

/** Whether `when` is too long to be named for each call of a part separately. */
export const isLong = (when: Predicate): boolean =>
  argumentTests(when).reduce((sum, { values }) => sum + values.length, 0) > MOST_NAMED

/** A call on the ABIs that treat it alike. */
interface AlikeCall<T> {
  readonly name: string
  readonly condition: string
  readonly asked: ConditionedCalls
  readonly key: string
  readonly of: T
  readonly places: Place[]
}

/** The calls of `parts`; calls that are alike are joined. */
function alikeCalls<T extends CallsPart>(
  names: CallNames,
  parts: readonly T[],
  keyOf: (part: T) => string,
): readonly AlikeCall<T>[] {
  const found = new Map<string, AlikeCall<T>>()
  for (const part of parts) {
    const raw = conditionText({ ...part, arch: NO_ARCH }, {})
    const isOne = isLong(part.when)
    for (const abiPart of abiParts(names, part)) {
      const { abi, arch, arches } = abiPart
      const asking = (numbers: RangeSet<number>): ConditionedCalls => ({ ...part, arch, numbers })
      const whole = isOne ? conditionText(asking(abiPart.numbers), names) : undefined
      for (const { name, numbers } of namedNumbers(abiPart)) {
        const asked = asking(isOne ? abiPart.numbers : numbers)
        const condition = raw === '' ? '' : (whole ?? conditionText(asked, names))
        const key = JSON.stringify([keyOf(part), condition])
        const id = `${name} ${key}`
        const call = found.get(id) ?? { name, condition, asked, key, of: part, places: [] }
        found.set(id, call)
        call.places.push({ abi, arches, numbers, raw })
      }
    }
  }
  return [...found.values()]
}

/** `places`, with the places of one ABI and one condition joined. */
function joined(places: readonly Place[]): readonly Place[] {
  const byAbi = new Map<string, Place>()
  for (const place of places) {
    const key = `${place.abi} ${place.raw}`
    const before = byAbi.get(key)
    byAbi.set(
      key,
      before === undefined ? place : { ...place, numbers: union(U32, before.numbers, place.numbers) },
    )
  }
  return [...byAbi.values()]
}

/** The place of an ABI by its name: those of `abis` first. */
export function rankOf(abis: readonly AbiTable[]): (abi: string) => number {
  const order = [...abis, ...allAbis].map(({ token }): string => token)
  return (abi) => (order.includes(abi) ? order.indexOf(abi) : order.length)
}

/**
 * The calls of `parts` as entries, by their ABIs in the order of `abis`; entries of the same ABIs keep the order of
 * `parts`.
 * @param keyOf - parts with different keys are never alike
 */
export function alike<T extends CallsPart>(
  names: CallNames,
  abis: readonly AbiTable[],
  parts: readonly T[],
  keyOf: (part: T) => string,
): readonly Entry<T>[] {
  const rank = rankOf(abis)
  const groups = new Map<string, AlikeCall<T>[]>()
  for (const call of alikeCalls(names, parts, keyOf)) {
    const on = [...new Set(call.places.map(({ abi }) => abi))].sort((a, b) => rank(a) - rank(b))
    const key = JSON.stringify([on, call.key])
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(call)
  }
  const entries = [...groups].map(([key, group]): Entry<T> => {
    const [on] = JSON.parse(key) as [readonly string[], string] // the key was written from this list above
    const { condition, asked, of } = group[0]!
    return {
      abis: on,
      calls: group.map(({ name }) => name),
      condition,
      shown: condition === '' ? '' : conditionText(asked, names, SHOWN),
      folded: condition === '' ? '' : conditionText(asked, names, FOLDED),
      places: joined(group.flatMap(({ places }) => places)),
      of,
      verdictText: (verdict) => names.verdict(verdict, on),
    }
  })
  const before = (a: Entry<T>, b: Entry<T>): number =>
    rank(a.abis[0]!) - rank(b.abis[0]!) ||
    b.abis.length - a.abis.length ||
    a.abis.map(rank).reduce((sum, each, i) => sum || each - rank(b.abis[i]!), 0)
  return entries.toSorted((a, b) => before(a, b))
}

/** A place of an entry for machines. */
function placeFacts({ abi, arches, numbers, raw }: Place): Readonly<Record<string, unknown>> {
  return { abi, arches, numbers, when: raw || true }
}

/**
 * An entry for machines: ABIs, calls, the condition with names if it has some, and for each ABI the numbers and the
 * condition in the machine's form.
 */
export function entryFacts<T>({
  abis,
  calls,
  condition,
  places,
}: Entry<T>): Readonly<Record<string, unknown>> {
  const isRaw = places.every(({ raw }) => raw === condition)
  return { abis, calls, ...(isRaw ? {} : { named: condition }), where: places.map(placeFacts) }
}
