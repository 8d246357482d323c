/*
 * The filters on the clock, and the form in which they are measured: no call may have an effect.
 *
 * With the bitmap defeated, each return of a filter is replaced by an errno. Each call takes the same way through the
 * changed filter as through the original one, and the kernel neither makes nor caches a call.
 *
 * With the bitmap, getppid stands for every call that the kernel caches, since the cost of a cached call does not depend
 * on its number. Three instructions in front of every filter allow getppid, so the kernel caches it. All other calls
 * execute two of these instructions and the filter behind them, and get an errno. The reference `ret` has the three
 * instructions too.
 */
import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { cost } from '@seccompile/compiler'
import { answering } from '@seccompile/clock/measure'
import { runPass } from '@seccompile/pass'
import { libseccompList, libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lower } from '@seccompile/pass-lower'
import { contains } from '@seccompile/rules'
import type { Section } from '@seccompile/rules'
import { subject } from './filters.ts'
import type { BenchSubject } from './filters.ts'

/** Whose a filter is: ours, of libseccomp by its own program or in its shape, or of another tool. */
export type ClockMaker = 'seccompile' | 'libseccomp' | 'other'

/** A filter on the clock. */
export interface ClockFilter {
  readonly name: string
  readonly maker: ClockMaker
  readonly program: Program
}

/** A policy with its filters, and the kernel's treatment of its calls on x86_64 with all arguments 0. */
export interface ClockSubject {
  readonly name: BenchSubject['name']
  readonly filters: readonly ClockFilter[]
  readonly allowed: ReadonlySet<number>
  /** Numbers in the allow bitmap under every filter. */
  readonly cached: ReadonlySet<number>
  /** Numbers that the policy names and that are not in the bitmap. */
  readonly neverCached: ReadonlySet<number>
}

/** The filter that ratios refer to: libseccomp's tree, by its own program. */
export const TREE = 'libseccomp 2.6.0, tree'
/** Our default. */
export const OURS = 'speed'

const THEIR_NAMES: Readonly<Record<string, string>> = {
  'libseccomp-2.6.0-O2': TREE,
  'libseccomp-2.6.0-O1': 'libseccomp 2.6.0, list',
}

/** Programs in libseccomp's shapes, by passes of this project. */
function shapes({ rules }: BenchSubject): readonly ClockFilter[] {
  return [
    { pass: libseccompTree, name: 'tree' },
    { pass: libseccompList, name: 'list' },
  ].map(({ pass, name }) => ({
    name: `shape of libseccomp, ${name}`,
    maker: 'libseccomp',
    program: runPass(lower, runPass(pass, rules)),
  }))
}

/** The calls of x86_64 that the kernel caches under `program`. */
function cachedNumbers({ abis }: BenchSubject, program: Program): ReadonlySet<number> {
  const { calls } = cost(program, abis).abis[0]!
  return new Set(calls.filter(({ uncached }) => uncached === undefined).map(({ nr }) => nr))
}

/** The filters of the policy `name`. @throws Error where two filters have different allow bitmaps */
export function clockSubject(name: BenchSubject['name']): ClockSubject {
  const from = subject(name)
  const ours = [...from.pipelines, ...from.objectives].map(({ name: own, program }): ClockFilter => ({
    name: own,
    maker: 'seccompile',
    program,
  }))
  const theirs = from.others.map(({ name: own, program }): ClockFilter => ({
    name: THEIR_NAMES[own] ?? own,
    maker: own in THEIR_NAMES ? 'libseccomp' : 'other',
    program,
  }))
  const filters = [...ours, ...shapes(from), ...theirs]
  const first = filters[0]!.program
  const cached = cachedNumbers(from, first)
  for (const filter of filters) {
    const own = cachedNumbers(from, filter.program)
    if (own.size !== cached.size || [...own].some((nr) => !cached.has(nr)))
      throw new Error(
        `${filter.name}: the kernel caches ${own.size} calls, and not the ${cached.size} of others`,
      )
  }
  const allow = verdictOf('ALLOW')
  const { calls } = cost(first, from.abis).abis[0]!
  const [{ rules }] = from.rules.sections as readonly [Section] // of x86_64, the first ABI
  const isNamed = (nr: number): boolean => rules.some(({ numbers }) => contains(numbers, nr))
  return {
    name,
    filters,
    allowed: new Set(calls.filter(({ verdict }) => verdict === allow).map(({ nr }) => nr)),
    cached,
    neverCached: new Set(calls.filter(({ nr }) => isNamed(nr) && !cached.has(nr)).map(({ nr }) => nr)),
  }
}

/** The number of getppid on x86_64. */
export const GETPPID = 110

/** `program` with every return changed to an errno: the kernel runs the program for every call, and makes no call. */
export function defeated(program: Program): Program {
  return answering([program])[0]!
}

/** {@link defeated} behind three instructions that allow getppid, so that the kernel caches getppid. */
export function behindGetppid(program: Program): Program {
  return [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: GETPPID },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
    ...defeated(program),
  ]
}
