/*
 * What a filter does on each ABI, in few words: groups before names, and an ABI as its difference from the main one.
 *
 * The result is data, from which the outcome of every call can be rebuilt with the tables of calls and the groups. It
 * has two forms for an ABI, and the one with fewer words is taken. A list has the calls of each verdict, by group where
 * they are many. A difference has the calls of the ABI whose outcome is another than on the main ABI. Calls that only
 * one of the two ABIs has are no difference: x86 has `stat64` and `socketcall`, and x86_64 has neither.
 *
 * Where a verdict has few calls, or all but a few, these are given by name. So are all calls that a filter refuses whose
 * default lets calls run.
 */
import { SECCOMP_RET_ACTION_FULL, SECCOMP_RET } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { ArchRegion, Within } from '@seccompile/prover'
import { complement, U32, union } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { CallNames } from '../names/call-names.ts'
import { abiMeanings } from './abi-meaning.ts'
import type { AbiMeaning, CasesOfCalls, OutcomeCase } from './abi-meaning.ts'
import { groupShares } from './group-shares.ts'
import type { GroupShare } from './group-shares.ts'
import { archParts, byMainAbi, NO_ARCH } from './regions.ts'

/** Calls and numbers with one verdict, whatever their arguments. */
export interface VerdictCalls {
  readonly verdict: Verdict
  /** How many calls have the verdict. */
  readonly count: number
  /** The calls of the ABI, as far as the question is about them; in a difference, those that only this ABI has. */
  readonly of: number
  /**
   * How the calls are given: by `names`, by `shares` of groups, as all `of` but `names`, or as all calls that no other part
   * of the ABI has, but `names`, which get the default.
   */
  readonly form: 'names' | 'groups' | 'all but' | 'others but'
  readonly names: readonly string[]
  readonly shares: readonly GroupShare[]
  /** Numbers with the verdict that no call has. */
  readonly numbers: RangeSet<number>
}

/** Calls with one outcome that depends on arguments. */
export interface ConditionalCalls {
  readonly calls: readonly string[]
  /** Numbers that no call has; where there are some, the outcome is that of one ABI. */
  readonly numbers: RangeSet<number>
  /** The ABIs on which these calls have this outcome. */
  readonly abis: readonly string[]
  readonly cases: readonly OutcomeCase[]
}

/** Calls whose outcome depends on arguments, as it does on another ABI that is given before. */
export interface CallsAsOn {
  readonly abi: string
  readonly calls: readonly string[]
}

/** What a list and a difference have. */
interface PartOnAbi {
  readonly abi: AbiTable
  /** The conditions of which this is the first ABI: each is given once. */
  readonly conditions: readonly ConditionalCalls[]
  /** The calls whose conditions are given for an ABI before; in a difference, those that are other than on the main ABI. */
  readonly asOn: readonly CallsAsOn[]
  /** The verdict of the other calls and numbers. */
  readonly otherwise: Verdict
}

/** An ABI by its calls. */
export interface AbiList extends PartOnAbi {
  readonly kind: 'list'
  readonly like?: undefined
  readonly verdicts: readonly VerdictCalls[]
}

/** An ABI by its difference from the main ABI. */
export interface AbiDifference extends PartOnAbi {
  readonly kind: 'difference'
  /** The token of the main ABI. */
  readonly like: string
  /** The calls of both ABIs with another verdict than on the main ABI, and the numbers of this ABI. */
  readonly verdicts: readonly VerdictCalls[]
  /** The calls that the main ABI lacks, and that do not get the default. */
  readonly own: readonly VerdictCalls[]
  /** The calls of the main ABI that this ABI lacks. */
  readonly lacks: readonly string[]
  /** Whether numbers that no call has get something on the main ABI that no number gets here. */
  readonly hasOtherNumbers: boolean
}

/** Arch values without a table of calls. */
export interface ArchList {
  readonly kind: 'arch'
  readonly section: ArchRegion
}

/** What a filter does on one ABI, or to arch values without a table. */
export type ShortMeaning = AbiList | AbiDifference | ArchList

/** The most calls with a verdict, or without it, that are listed by name. */
const MOST_NAMES = 20

const RUNS: readonly number[] = [SECCOMP_RET.ALLOW, SECCOMP_RET.LOG]

/** Whether calls with the verdict run. */
export const runs = (verdict: Verdict): boolean => RUNS.includes((verdict & SECCOMP_RET_ACTION_FULL) >>> 0)

/** The verdict of an outcome without conditions; `undefined` for one with conditions. */
const verdictOf = ({ cases }: CasesOfCalls): Verdict | undefined =>
  cases.length === 1 ? cases[0]!.verdict : undefined

/** The verdicts of calls without conditions, in the order of the calls, and then those of numbers. */
function verdictsIn(meaning: AbiMeaning, calls: readonly string[], numbers: boolean): readonly Verdict[] {
  const all = [
    ...calls.map((name) => meaning.outcomes.get(name)!),
    ...(numbers ? meaning.unnamed.map(({ outcome }) => outcome) : []),
  ]
  return [...new Set(all.flatMap((outcome) => verdictOf(outcome) ?? []))]
}

const numbersWith = ({ unnamed }: AbiMeaning, verdict: Verdict): RangeSet<number> =>
  unnamed
    .filter(({ outcome }) => verdictOf(outcome) === verdict)
    .reduce<RangeSet<number>>((sum, { numbers }) => union(U32, sum, numbers), [])

const withVerdict = (
  { outcomes }: AbiMeaning,
  calls: readonly string[],
  verdict: Verdict,
): readonly string[] => calls.filter((name) => verdictOf(outcomes.get(name)!) === verdict)

/**
 * `parts`, the last of which that refuses many calls has those that the others leave, without the few that get the
 * default.
 */
function withRest(parts: readonly VerdictCalls[], byDefault: readonly string[]): readonly VerdictCalls[] {
  const last = parts.findLast(
    ({ form, verdict, count }) => form !== 'all but' && !runs(verdict) && count > MOST_NAMES,
  )
  if (last === undefined || byDefault.length > MOST_NAMES) return parts
  return [...parts.filter((part) => part !== last), { ...last, form: 'others but', names: byDefault, shares: [] }] // prettier-ignore
}

/** The calls with each verdict but the default. At most one of the verdicts has the calls that the others leave. */
function listedVerdicts(meaning: AbiMeaning): readonly VerdictCalls[] {
  const { outcomes, otherwise } = meaning
  const calls = [...outcomes.keys()]
  const byDefault = withVerdict(meaning, calls, otherwise)
  const parts = verdictsIn(meaning, calls, true)
    .filter((verdict) => verdict !== otherwise)
    .map((verdict): VerdictCalls => {
      const those = withVerdict(meaning, calls, verdict)
      const others = calls.filter((name) => !those.includes(name))
      const part = { verdict, count: those.length, of: calls.length, numbers: numbersWith(meaning, verdict) }
      if (those.length <= MOST_NAMES || runs(otherwise)) return { ...part, form: 'names', names: those, shares: [] } // prettier-ignore
      if (others.length <= MOST_NAMES) return { ...part, form: 'all but', names: others, shares: [] }
      const shares = groupShares(calls, (call) => {
        const { cases } = outcomes.get(call)!
        if (!cases.some((one) => one.verdict === verdict)) return 'out'
        return cases.length === 1 ? 'in' : 'by arguments'
      })
      return { ...part, form: 'groups', names: [], shares }
    })
  return runs(otherwise) ? parts : withRest(parts, byDefault)
}

/** The parts of an ABI that its difference from the main ABI has. */
type Difference = Pick<AbiDifference, 'verdicts' | 'own' | 'lacks' | 'hasOtherNumbers'>

function differenceOf(meaning: AbiMeaning, main: AbiMeaning): Difference {
  const { outcomes, otherwise } = meaning
  const calls = [...outcomes.keys()]
  const changed = calls.filter((name) => {
    const there = main.outcomes.get(name)
    return there !== undefined && there.key !== outcomes.get(name)!.key
  })
  const own = calls.filter((name) => !main.outcomes.has(name))
  const part = (verdict: Verdict, names: readonly string[], of: number): VerdictCalls => {
    const count = names.length
    return { verdict, count, of, form: 'names', names, shares: [], numbers: [] }
  }
  const owns = verdictsIn(meaning, own, false)
    .filter((verdict) => verdict !== otherwise)
    .map((verdict): VerdictCalls => {
      const those = withVerdict(meaning, own, verdict)
      const others = own.filter((name) => !those.includes(name))
      const listed = part(verdict, those, own.length)
      return others.length < those.length ? { ...listed, form: 'all but', names: others } : listed
    })
  return {
    verdicts: [...new Set([...verdictsIn(meaning, changed, false), ...verdictsIn(meaning, [], true)])].map(
      (verdict) => {
        const names = withVerdict(meaning, changed, verdict)
        return { ...part(verdict, names, changed.length), numbers: numbersWith(meaning, verdict) }
      },
    ),
    own: withRest(owns, withVerdict(meaning, own, otherwise)),
    lacks: [...main.outcomes.keys()].filter((name) => !outcomes.has(name)),
    hasOtherNumbers: main.unnamed.some(
      ({ outcome: { key } }) => !meaning.unnamed.some(({ outcome }) => outcome.key === key),
    ),
  }
}

/** How many names and groups a reader has to read. */
const wordsOf = (parts: readonly VerdictCalls[]): number =>
  parts.reduce((sum, { shares, names }) => {
    const inGroups = shares.reduce((all, share) => all + 1 + share.names.length, 0)
    return sum + names.length + inGroups
  }, 0)

function inFewWords(meaning: AbiMeaning, main: AbiMeaning): AbiList | AbiDifference {
  const { abi, otherwise, otherwiseKey } = meaning
  const verdicts = listedVerdicts(meaning)
  const list: AbiList = { kind: 'list', abi, conditions: [], asOn: [], otherwise, verdicts }
  if (meaning === main || otherwiseKey !== main.otherwiseKey) return list
  const difference = differenceOf(meaning, main)
  const words = wordsOf(difference.verdicts) + wordsOf(difference.own)
  return words <= wordsOf(verdicts)
    ? { kind: 'difference', abi, like: main.abi.token, conditions: [], asOn: [], otherwise, ...difference }
    : list
}

/** The conditions of all ABIs, each with the ABIs that share it. */
function conditionsOf(meanings: readonly AbiMeaning[]): readonly ConditionalCalls[] {
  const calls = new Map<string, { name: string; abis: string[]; outcome: CasesOfCalls }>()
  for (const { abi, outcomes } of meanings)
    for (const [name, outcome] of outcomes) {
      if (verdictOf(outcome) !== undefined) continue
      const id = `${name} ${outcome.key}`
      const call = calls.get(id) ?? { name, abis: [], outcome }
      calls.set(id, call)
      call.abis.push(abi.token)
    }
  const parts = new Map<string, { calls: string[]; abis: readonly string[]; outcome: CasesOfCalls }>()
  for (const { name, abis, outcome } of calls.values()) {
    const id = `${abis.join()} ${outcome.key}`
    const part = parts.get(id) ?? { calls: [], abis, outcome }
    parts.set(id, part)
    part.calls.push(name)
  }
  const named = [...parts.values()].map(({ calls: names, abis, outcome: { cases } }): ConditionalCalls => {
    return { calls: names, numbers: [], abis, cases }
  })
  const unnamed = meanings.flatMap(({ abi, unnamed: all }) =>
    all
      .filter(({ outcome }) => verdictOf(outcome) === undefined)
      .map(({ numbers, outcome: { cases } }): ConditionalCalls => {
        return { calls: [], numbers, abis: [abi.token], cases }
      }),
  )
  return [...named, ...unnamed]
}

/**
 * What a filter does, ABI by ABI, in few words: the main ABI first, then the others in the order of `abis`, and last the
 * arch values without a table.
 * @param sections - the meaning, from `regions()` of the prover
 * @param within - the part that the question was about: all numbers of an ABI
 */
export function shortMeaning(
  names: CallNames,
  abis: readonly AbiTable[],
  sections: readonly ArchRegion[],
  within?: Within,
): readonly ShortMeaning[] {
  const parts = byMainAbi(sections, abis).map((section) => {
    const isAll = complement(U32, section.arches).length === 0
    const [only, ...others] = section.rest && !isAll ? [] : archParts(names, section.arches)
    const isOne = only !== undefined && only.arch !== NO_ARCH && others.length === 0
    const meanings = isOne ? abiMeanings(names, only.arch, section, within) : []
    return { section, meanings }
  })
  const order = [...new Set([...abis, ...allAbis].map(({ token }) => token))]
  const meanings = parts
    .flatMap((part) => part.meanings)
    .toSorted((a, b) => order.indexOf(a.abi.token) - order.indexOf(b.abi.token))
  const [main] = meanings
  const all = conditionsOf(meanings)
  return [
    ...meanings.map((meaning): ShortMeaning => {
      const { token } = meaning.abi
      const part = inFewWords(meaning, main!)
      const before = all.filter(
        ({ abis: [first, ...others] }) => first !== part.like && others.includes(token),
      )
      const asOn = order.flatMap((abi): readonly CallsAsOn[] => {
        const calls = before.filter(({ abis: [first] }) => first === abi).flatMap((one) => one.calls)
        return calls.length === 0 ? [] : [{ abi, calls }]
      })
      return { ...part, asOn, conditions: all.filter(({ abis: [first] }) => first === token) }
    }),
    ...parts
      .filter((part) => part.meanings.length === 0)
      .map(({ section }): ArchList => ({ kind: 'arch', section })),
  ]
}
