/*
 * Large profiles: the time and memory of a process that compiles and proves each, beside their limits. Every profile
 * has a process of its own (growth-process.ts), so that its memory is that of this profile alone.
 */
import { abiTable } from '@seccompile/syscalls'
import { condition, masks, profileOf, profileWith, ruleOf, scattered } from './profile-text.ts'

/** The dimension in which a profile grows. */
export type ProfileKind =
  /** Rules on one argument, of 300 calls in turn, each with a value. */
  | 'argument-rules'
  /** Scattered values of an argument of one call. */
  | 'values'
  /** Consecutive values of an argument of one call. */
  | 'dense-values'
  /** Rules of one call, each with a mask of all six arguments. */
  | 'masks-of-six'
  /** Rules of one call, each with a mask of two arguments. */
  | 'masks-of-two'

const CALLS = 300
const WORD_BITS = 32n

/** The profile of a kind with `size` rules. */
export function growthProfile(kind: ProfileKind, size: number): string {
  const each = <T>(make: (i: number) => T): readonly T[] => Array.from({ length: size }, (_, i) => make(i))
  switch (kind) {
    case 'argument-rules': {
      const names = [...abiTable('x86_64').numbers.keys()].slice(0, CALLS)
      return profileWith(
        each((i) => ruleOf(names[i % CALLS]!, [condition(1, 'EQ', scattered(i) >> WORD_BITS)])),
      )
    }
    case 'values':
      return profileOf(each((i) => [condition(1, 'EQ', scattered(i) >> WORD_BITS)]))
    case 'dense-values':
      return profileOf(each((i) => [condition(1, 'EQ', BigInt(i))]))
    case 'masks-of-six':
      return masks(size, 6).profile
    case 'masks-of-two':
      return masks(size, 2).profile
  }
}

/** The cost of compiling a profile in a process of its own. */
export interface GrowthCost {
  /** Processor time of the whole process, with its threads. */
  readonly cpuSeconds: number
  /** Processor time from the text of the profile to the proved filters. */
  readonly compileSeconds: number
  /** The most memory that the process held. */
  readonly mebibytes: number
  /** The instructions of each filter; empty where the profile is refused. */
  readonly insns: readonly number[]
  readonly proved: boolean
}

/** The profile of a row, and the limits of its process: the floor, and the goal. */
export interface GrowthLimit {
  readonly what: string
  readonly kind: ProfileKind
  readonly size: number
  readonly cpuSeconds?: readonly [floor: number, goal: number]
  readonly mebibytes?: readonly [floor: number, goal: number]
}

/** The profiles with limits. */
export const GROWTH_LIMITS: readonly GrowthLimit[] = [
  {
    what: '10,000 argument rules of 300 calls',
    kind: 'argument-rules',
    size: 10_000,
    cpuSeconds: [8, 3],
    mebibytes: [400, 250],
  },
  { what: '10,000 values without order', kind: 'values', size: 10_000 },
  { what: '30,000 values without order', kind: 'values', size: 30_000 },
  { what: '10,000 dense values', kind: 'dense-values', size: 10_000 },
  { what: '30,000 dense values', kind: 'dense-values', size: 30_000 },
  { what: '64 rules of six masks', kind: 'masks-of-six', size: 64 },
  { what: '10 rules of two masks', kind: 'masks-of-two', size: 10, cpuSeconds: [1, 1] },
]

/**
 * The kinds of profile whose time has a limit on its exponent, with the two sizes that give the exponent. Both
 * filters have more than 2,048 instructions: a shorter filter is compiled several times, to choose the cheapest.
 */
export const GROWTH_EXPONENTS: readonly {
  readonly what: string
  readonly kind: ProfileKind
  readonly sizes: readonly [number, number]
}[] = [
  { what: 'time in argument rules, 3,000 to 10,000', kind: 'argument-rules', sizes: [3000, 10_000] },
  { what: 'time in values, 3,000 to 10,000', kind: 'values', sizes: [3000, 10_000] },
]

/** The floor and the goal of each exponent. */
export const EXPONENT_LIMIT: readonly [floor: number, goal: number] = [1.2, 1.1]

/** The exponent of growth: cost grows as size to this power, by two sizes and their costs. */
export function exponentOf(sizes: readonly [number, number], costs: readonly [number, number]): number {
  return Math.log(costs[1] / costs[0]) / Math.log(sizes[1] / sizes[0])
}
