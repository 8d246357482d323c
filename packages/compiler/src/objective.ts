/*
 * What a compilation minimises, as the weights of calls, and how well it did, as a number.
 *
 * `uniform` counts the instructions that allowed calls execute, each call alike; `weights` the same by how often calls
 * are made. Under `bitmap` a call that the kernel's allow bitmap takes (Linux >= 5.11) costs nothing, since the filter
 * never runs for it; what is left are the calls whose arguments are tested, those of ABIs without a bitmap, and calls
 * that the policy names in order to refuse them: programs make those, and live with the answer. `attach` counts what the
 * kernel emulates to fill the bitmap: every number of its tables once, whatever becomes of it.
 *
 * An ABI's calls weigh together what the ABI weighs, so that one with more calls does not count for more. What an
 * objective is not about still weighs a little: among layouts that serve it alike, the one that serves the rest better
 * wins.
 */
import { verdictOf, WORD_ARCH, WORD_COUNT, WORD_NR } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import { attachSteps, evaluator, isConstAllow } from '@seccompile/interpreter'
import { DENIED_WEIGHT } from '@seccompile/pass'
import type { Effort, Fate, PassContext } from '@seccompile/pass'
import { lowerBound } from '@seccompile/pass-bst'
import { PolicyError, quote } from '@seccompile/policy'
import { listOf, read } from '@seccompile/abi/shape'
import { canonical, contains, deciding, holds, isAlways, rangeAt, U32 } from '@seccompile/rules'
import type { Range, RuleSet } from '@seccompile/rules'
import { calls, tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { callShares, serverProfile } from '@seccompile/weights'
import { hasBitmap, tableSize } from './bitmap-tables.ts'
import { objectiveOptions } from './objective-options.ts'
import type { ObjectiveKind, ObjectiveOptions } from './objective-options.ts'
import { below, X32 } from './weigh.ts'

/** How well a filter does. */
export interface ObjectiveValue {
  readonly kind: ObjectiveKind
  /** Instructions: a mean of those executed, or for `attach` the sum. 0 where there is no call to take it over. */
  readonly value: number
}

/** What no filter can do better than, and how close one comes. */
export interface ObjectiveBound {
  /** The least value that a filter can have; see `lowerBound` of `@seccompile/pass-bst` for which filters these are. */
  readonly bound: number
  /** Whether some program of that kind executes no more; known only with all effort, where no call that counts is tested further. */
  readonly exact: boolean
  /** How much more the value is than the bound. */
  readonly gap: number
}

/** What to minimise for some rules. */
export interface Objective {
  readonly kind: ObjectiveKind
  /** How many calls a value is summed up over: 1 where it is a mean. */
  readonly calls: number
  readonly weigh: PassContext['weigh']
  /** How well `programs` do, of which every call executes all. */
  readonly valueOf: (programs: readonly Program[], endianness: Endianness) => ObjectiveValue
  /** How close a filter with `value` comes to the best. */
  readonly boundOf: (value: number, effort: Effort) => ObjectiveBound
}

/** Of all calls that are made, what one weighs that was not counted. */
const UNCOUNTED = 1e-4
/** What a call that the bitmap takes weighs against one that it does not. */
const CACHED = 1e-5

/**
 * Weights are multiples of this, so that sums of them are exact in whatever order they are added, and layouts that weigh
 * the same are seen to.
 */
const QUANTUM = 2 ** -40

const exact = (weight: number): number => Math.round(weight / QUANTUM) * QUANTUM

const ALLOW = verdictOf('ALLOW')
const ZEROS: readonly bigint[] = Object.freeze([0n, 0n, 0n, 0n, 0n, 0n])

/** A call of an ABI, and what the rules make of it. */
interface RuledCall {
  readonly nr: number
  /** Relative to the other calls of the ABI. */
  readonly weight: number
  /** With all arguments 0. */
  readonly verdict: Verdict
  /** Whether arguments have a say in it. */
  readonly asks: boolean
  /** Whether a rule speaks of it, so that its verdict is no mere default. */
  readonly isNamed: boolean
}

/** An ABI, its calls sorted by number. */
interface RuledAbi {
  readonly abi: AbiTable
  readonly weight: number
  readonly calls: readonly RuledCall[]
}

/** The calls of `abi` under `rules`. */
function ruledCalls(rules: RuleSet, abi: AbiTable, weightOf: (name: string) => number): readonly RuledCall[] {
  const section = rules.sections.find(({ arch }) => arch === abi.auditArch)
  const otherwise = section?.otherwise ?? rules.badArch
  const ranges = deciding(section?.rules ?? []).map(({ lo, hi, rules: own }) => ({
    lo,
    hi,
    verdict: own.find(({ when }) => holds(when, ZEROS))?.verdict ?? otherwise,
    asks: own.some(({ when }) => !isAlways(when)),
    isNamed: own.length > 0,
  }))
  return calls(abi).map(({ name, nr }) => {
    const { verdict, asks, isNamed } = rangeAt(ranges, nr)
    return { nr, weight: weightOf(name), verdict, asks, isNamed }
  })
}

function abiWeightsOf(
  abis: readonly AbiTable[],
  given: ObjectiveOptions['abiWeights'] = {},
): readonly number[] {
  const tokens = abis.map(({ token }) => token)
  for (const [token, weight] of Object.entries(given)) {
    if (!tokens.some((known) => known === token))
      throw new PolicyError(
        'E_TARGET',
        `a weight is given for the ABI ${quote(token)}, which is not among those of the target: ${tokens.join(', ')}`,
      )
    if (!(typeof weight === 'number' && weight >= 0 && weight <= Number.MAX_SAFE_INTEGER))
      throw new PolicyError(
        'E_NUMBER',
        `weight of the ABI ${token} is ${weight}; expected a number from 0 to ${Number.MAX_SAFE_INTEGER}`,
      )
  }
  const weights = tokens.map((token) =>
    Object.hasOwn(given, token) ? given[token]! : token === 'x32' ? X32 : 1,
  )
  const most = Math.max(...weights)
  if (most === 0) throw new PolicyError('E_NUMBER', 'every ABI weighs 0; at least one has to weigh more')
  // Whatever their unit: weights are multiples of QUANTUM later.
  return weights.map((weight) => weight / most)
}

/** A call in one of the tables that the kernel fills a bitmap from. */
const isInTable = (abi: AbiTable, nr: number): boolean => hasBitmap(abi) && nr < tableSize(abi)

/** What the mean of an objective is over, by the rules alone. */
function counts(kind: ObjectiveKind, abi: AbiTable, { nr, verdict, asks, isNamed }: RuledCall): boolean {
  if (kind !== 'bitmap') return verdict === ALLOW
  const isCached = verdict === ALLOW && !asks && isInTable(abi, nr)
  return !isCached && (isNamed || verdict === ALLOW)
}

/** What a call of the fate weighs, relative to one that the objective is about. */
function factor(kind: ObjectiveKind, fate: Fate, abi: AbiTable, { nr, isNamed }: RuledCall): number {
  if (kind !== 'bitmap') return fate === 'deny' ? DENIED_WEIGHT : 1
  switch (fate) {
    case 'allow':
      return isInTable(abi, nr) ? CACHED : 1
    case 'deny':
      return isNamed ? 1 : DENIED_WEIGHT
    case 'ask':
      return 1
  }
}

/** Sums of what the first calls of an ABI weigh, for a fate: the first 0, 1, 2, … of them. */
function sums(weights: readonly number[]): Float64Array {
  const found = new Float64Array(weights.length + 1)
  for (const [i, weight] of weights.entries()) found[i + 1] = found[i]! + weight
  return found
}

function weighCalls(kind: ObjectiveKind, ruled: readonly RuledAbi[]): PassContext['weigh'] {
  const groups = ruled.map(({ abi, weight, calls: list }) => {
    const sum = (some: readonly RuledCall[]): number => some.reduce((total, call) => total + call.weight, 0)
    const counted = sum(list.filter((call) => counts(kind, abi, call)))
    const all = sum(list)
    // Where the objective is about no call, they still weigh something against each other.
    const total = counted > 0 ? counted : all > 0 ? all : 1
    const of = (fate: Fate): Float64Array =>
      sums(list.map((call) => exact((weight / total) * call.weight * factor(kind, fate, abi, call))))
    return {
      arch: abi.auditArch,
      numbers: list.map(({ nr }) => nr),
      before: { allow: of('allow'), deny: of('deny'), ask: of('ask') },
    }
  })
  return (arch, { lo, hi }, fate) => {
    let sum = 0
    for (const group of groups) {
      if (group.arch !== arch) continue
      const before = group.before[fate]
      sum += before[below(group.numbers, hi + 1)]! - before[below(group.numbers, lo)]!
    }
    return sum
  }
}

/**
 * `ruled` with arguments that have a say only where they have one in what `rules` come to: two rules together may allow
 * a call whatever its arguments.
 */
function withoutIdleTests(rules: RuleSet, ruled: readonly RuledAbi[]): readonly RuledAbi[] {
  const decided: { readonly arch: number; readonly numbers: Range<number> }[] = []
  // The bound has what rules come to; it is asked for no number here.
  const weigh: PassContext['weigh'] = (arch, numbers, fate) => {
    if (fate !== 'ask') decided.push({ arch, numbers })
    return 0
  }
  lowerBound(rules, { weigh, effort: 'default' })
  return ruled.map(({ abi, calls: list, ...rest }) => {
    const own = decided.filter(({ arch }) => arch === abi.auditArch).map(({ numbers }) => numbers)
    const numbers = canonical(U32, own)
    return {
      ...rest,
      abi,
      calls: list.map((call) => (contains(numbers, call.nr) ? { ...call, asks: false } : call)),
    }
  })
}

/** Weighs the calls that the mean of the objective is over, and no others. */
function weighCounted(kind: ObjectiveKind, ruled: readonly RuledAbi[]): PassContext['weigh'] {
  const groups = ruled.map(({ abi, weight, calls: list }) => {
    const shares = list.map((call) => (counts(kind, abi, call) ? call.weight : 0))
    const total = shares.reduce((sum, share) => sum + share, 0)
    const perCall = shares.map((share) => (total === 0 ? 0 : (weight * share) / total))
    return { arch: abi.auditArch, numbers: list.map(({ nr }) => nr), before: sums(perCall) }
  })
  return (arch, { lo, hi }) =>
    groups.reduce(
      (sum, { arch: own, numbers, before }) =>
        own === arch ? sum + before[below(numbers, hi + 1)]! - before[below(numbers, lo)]! : sum,
      0,
    )
}

/** What a number that the kernel tries at attach weighs: all of them, some hundred an ABI, about 1. */
const TRIED = 2 ** -10

function weighNumbers(abis: readonly AbiTable[]): PassContext['weigh'] {
  const tables = abis.filter(hasBitmap)
  return (arch, { lo, hi }) =>
    tables.reduce((sum, abi) => {
      if (abi.auditArch !== arch) return sum
      return sum + TRIED * Math.max(0, Math.min(hi + 1, tableSize(abi)) - lo)
    }, 0)
}

/** Counts the instructions that all of `programs` execute for a call with all arguments 0. */
function stepCounter(
  programs: readonly Program[],
  endianness: Endianness,
): (arch: number, nr: number) => number {
  const evaluators = programs.map((program) => evaluator(program, endianness))
  const words = new Uint32Array(WORD_COUNT)
  const steps = new Uint32Array(1)
  return (arch, nr) => {
    words[WORD_ARCH] = arch
    words[WORD_NR] = nr
    let sum = 0
    for (const evaluate of evaluators) {
      evaluate(words, steps)
      sum += steps[0]!
    }
    return sum
  }
}

function meanSteps(
  kind: ObjectiveKind,
  ruled: readonly RuledAbi[],
  programs: readonly Program[],
  endianness: Endianness,
): number {
  const stepsOf = stepCounter(programs, endianness)
  let [sum, total] = [0, 0]
  for (const { abi, weight, calls: list } of ruled) {
    const counted = list.filter((call) => {
      if (!counts(kind, abi, call)) return false
      if (kind !== 'bitmap' || call.verdict !== ALLOW || !isInTable(abi, call.nr)) return true
      return !programs.every((program) => isConstAllow(program, call.nr, abi.auditArch))
    })
    const weights = counted.reduce((all, call) => all + call.weight, 0)
    if (weights === 0) continue
    const steps = counted.reduce((all, call) => all + call.weight * stepsOf(abi.auditArch, call.nr), 0)
    sum += (weight * steps) / weights
    total += weight
  }
  return total === 0 ? 0 : sum / total
}

/**
 * What `wanted`, options, ask to minimise for `rules` on the ABIs of `tables`.
 * @throws PolicyError where one is wrong or unknown, or two of them do not go together; TypeError where an ABI is no table
 */
export function objectiveOf(
  rules: RuleSet,
  tables: readonly AbiTable[],
  wanted: ObjectiveOptions = {},
): Objective {
  const options = objectiveOptions(wanted)
  const abis = read(listOf(tableReader), tables, 'abis')
  const { weights, abiWeights } = options
  const kind = options.objective ?? (weights === undefined ? 'uniform' : 'weights')
  if (weights !== undefined && (kind === 'uniform' || kind === 'attach'))
    throw new PolicyError(
      'E_CONFLICT',
      `the objective ${kind} takes no weights; leave them out, or minimise "weights"`,
    )
  if (kind === 'attach') {
    if (abiWeights !== undefined)
      throw new PolicyError(
        'E_CONFLICT',
        'the objective attach counts numbers, whatever their ABI weighs; leave its weight out',
      )
    const bitmaps = abis.filter(hasBitmap).map((abi) => ({ arch: abi.auditArch, count: tableSize(abi) }))
    const numbers = bitmaps.reduce((sum, { count }) => sum + count, 0)
    return {
      kind,
      calls: Math.max(1, numbers),
      weigh: weighNumbers(abis),
      valueOf: (programs) => ({
        kind,
        value: programs.reduce((sum, program) => sum + attachSteps(program, bitmaps), 0),
      }),
      boundOf: (value, effort) => {
        // The emulator stops where arguments are loaded.
        const { steps, exact } = lowerBound(rules, { weigh: weighNumbers(abis), effort }, 1)
        return { bound: steps * numbers, exact, gap: value - steps * numbers }
      },
    }
  }

  const given = kind === 'weights' ? (weights ?? serverProfile) : weights
  const shares = given === undefined ? undefined : callShares(given)
  const weightOf = (name: string): number => (shares === undefined ? 1 : (shares.get(name) ?? UNCOUNTED))
  const perAbi = abiWeightsOf(abis, abiWeights)
  const ruled = abis.map((abi, i) => ({ abi, weight: perAbi[i]!, calls: ruledCalls(rules, abi, weightOf) }))
  return {
    kind,
    calls: 1,
    weigh: weighCalls(kind, ruled),
    valueOf: (programs, endianness) => ({ kind, value: meanSteps(kind, ruled, programs, endianness) }),
    boundOf: (value, effort) => {
      const asking = kind === 'bitmap' ? withoutIdleTests(rules, ruled) : ruled
      const { steps, exact } = lowerBound(rules, { weigh: weighCounted(kind, asking), effort })
      return { bound: steps, exact, gap: value - steps }
    },
  }
}
