/*
 * Answers of the prover about parts of a filter, as text: calls, conditions, and their verdicts.
 */
import type { ArchRegion, MaskedSet, NumberRegion } from '@seccompile/prover'
import { complement, isAlways, printPredicate, printTest, U32 } from '@seccompile/rules'
import type { ConditionOptions, Predicate, RangeSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import type { CallNames } from '../names/call-names.ts'
import { wrapped } from '@seccompile/text-layout'

/** Stands for a set of arch values; their numbers have no names. */
export const NO_ARCH = -1

/** Most arch values of a set that are shown one by one. */
const MAX_NAMED_ARCHES = 16

/** `AUDIT_ARCH_*` values of 64 bits have this bit. @see include/uapi/linux/audit.h: __AUDIT_ARCH_64BIT */
export const ARCH_64BIT = 0x8000_0000

const hex = (value: number | bigint): string => `0x${value.toString(16)}`

/** Whether `arches` are single values, and few enough to show each. */
function isFew(arches: RangeSet<number>): boolean {
  return arches.length <= MAX_NAMED_ARCHES && arches.every(({ lo, hi }) => lo === hi)
}

/** The blocks of a text about `arches`: one for each of a few values, else one for all. */
export function archParts(
  names: CallNames,
  arches: RangeSet<number>,
): readonly { readonly arch: number; readonly title: string }[] {
  if (isFew(arches)) return arches.map(({ lo }) => ({ arch: lo, title: names.arch(lo) }))
  const others = complement(U32, arches)
  const known = others.map(({ lo }) => names.arch(lo)).join(', ')
  const ranges = arches.map(({ lo, hi }) => (lo === hi ? hex(lo) : `${hex(lo)}..${hex(hi)}`)).join(', ')
  const title = others.length === 0 ? 'any arch' : isFew(others) ? `any arch but ${known}` : `arch ${ranges}`
  return [{ arch: NO_ARCH, title }]
}

/**
 * `sections` in reading order: those of `abis`, the main one first, then other architectures, those of 64 bits first, and
 * last the section of all remaining architectures.
 */
export function byMainAbi(sections: readonly ArchRegion[], abis: readonly AbiTable[]): readonly ArchRegion[] {
  const rank = ({ arches: [first] }: ArchRegion): number => {
    const index = abis.findIndex(({ auditArch }) => auditArch === first?.lo)
    if (index >= 0) return index
    return first !== undefined && first.lo >= ARCH_64BIT ? abis.length : abis.length + 1
  }
  const named = sections
    .filter(({ rest }) => !rest)
    .flatMap((section) =>
      isFew(section.arches) ? section.arches.map((arch) => ({ ...section, arches: [arch] })) : [section],
    )
  return [...named.toSorted((a, b) => rank(a) - rank(b)), ...sections.filter(({ rest }) => rest)]
}

/** The bound on the values of a condition in the text for people. `--json` has none. */
export const SHOWN = { most: 64 }
/** The bound on a condition in a line that a person reads over. */
export const FOLDED = { most: 16, mostFlags: 2 }
/** The bound on the calls of one verdict in the text for people. */
const MOST_CALLS = 1000

/** A condition on some calls. */
export interface ConditionedCalls {
  readonly arch: number
  readonly numbers: RangeSet<number>
  readonly when: Predicate
  readonly pointer?: MaskedSet | undefined
}

/** A condition as text, in the machine's form if `args` has no names; empty for a condition that always holds. */
export function conditionText(
  { arch, numbers, when, pointer }: ConditionedCalls,
  { args }: Pick<CallNames, 'args'>,
  options: ConditionOptions = {},
): string {
  const place = pointer === undefined ? [] : [printTest(pointer, { name: 'instruction_pointer' }, options)]
  const text = args?.condition(when, arch, numbers, options) ?? printPredicate(when, options)
  return [...(isAlways(when) ? [] : [text]), ...place].join(' and ')
}

/** The first of many calls, and the number of the others. */
export function fewCalls(calls: readonly string[]): readonly string[] {
  const more = calls.length - MOST_CALLS
  return more > 0 ? [...calls.slice(0, MOST_CALLS), `… ${more} more`] : calls
}

/** The names of the calls `numbers` under `arch`, or the first of many. */
export function shownCalls(names: CallNames, arch: number, numbers: RangeSet<number>): readonly string[] {
  return fewCalls(names.list(arch, numbers))
}

/** The verdicts of `calls` by their arguments: a line for each case. `on` are other ABIs where they are the same. */
export function casesText(
  calls: readonly string[],
  on: readonly string[],
  cases: readonly { readonly verdict: string; readonly condition: string }[],
): string {
  const lines = cases.map(
    ({ verdict, condition }) => `    ${verdict} ${condition === '' ? 'otherwise' : `when ${condition}`}`,
  )
  const also = on.length === 0 ? '' : ` (${on.join(', ')} too)`
  return `${wrapped(' ', calls, '    ')}${also}:\n${lines.join('\n')}`
}

function regionText(names: CallNames, arch: number, { numbers, cases }: NumberRegion): string {
  const calls = shownCalls(names, arch, numbers)
  const [only] = cases
  if (cases.length === 1 && only !== undefined)
    return wrapped(`  ${names.verdict(only.verdict, arch)}:`, calls, '    ')
  const texts = cases.map(({ when, pointer, verdict }) => ({
    verdict: names.verdict(verdict, arch),
    condition: conditionText({ arch, numbers, when, pointer }, names, SHOWN),
  }))
  return casesText(calls, [], texts)
}

/** A part of a filter as text, a block for each architecture. */
export function archText(names: CallNames, { arches, rest, regions, otherwise }: ArchRegion): string {
  const isAll = complement(U32, arches).length === 0
  const parts = rest && !isAll ? [{ arch: NO_ARCH, title: 'any other arch' }] : archParts(names, arches)
  return parts
    .map(({ arch, title }) => {
      const lines = regions.map((region) => regionText(names, arch, region))
      const last = `  ${names.verdict(otherwise, arch)} ${lines.length > 0 ? 'otherwise' : 'always'}`
      return `${[title, ...lines, last].join('\n')}\n`
    })
    .join('')
}

/** Numbers for machines: ranges, and the names of the calls in them if `arches` is one value. */
export function numberFacts(
  names: CallNames,
  arches: RangeSet<number>,
  numbers: RangeSet<number>,
): Readonly<Record<string, unknown>> {
  const [only] = arches
  const isOne = arches.length === 1 && only !== undefined && only.lo === only.hi
  return { numbers, ...(isOne ? { calls: names.list(only.lo, numbers) } : {}) }
}

/**
 * A condition for machines. `when` is its text in the machine's form, or `true` if the condition always holds.
 * `named` is the text with names, if it differs.
 */
export function conditionFacts(
  names: CallNames,
  arches: RangeSet<number>,
  condition: Omit<ConditionedCalls, 'arch'>,
): { readonly when: string | true; readonly named?: string } {
  const [only] = arches
  const arch = arches.length === 1 && only !== undefined && only.lo === only.hi ? only.lo : NO_ARCH
  const raw = conditionText({ ...condition, arch }, {})
  const named = conditionText({ ...condition, arch }, names)
  return { when: raw || true, ...(named === raw ? {} : { named }) }
}
