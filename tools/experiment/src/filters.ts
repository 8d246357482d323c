/*
 * The filters of the seed experiment: an allow list in libseccomp's two shapes and in ours, and Docker's profile.
 */
import type { Program } from '@seccompile/abi'
import { compile, compileRules, objectiveOf } from '@seccompile/compiler'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { allowList, getppidExecuted, unconditionalNumbers } from './getppid.ts'
import { libseccompShaped } from './libseccomp-shape.ts'

/** The policy of a filter of the experiment. */
export type SeedPolicy = 'list' | 'docker' | 'docker-3abi'

/** The maker of a filter of the experiment, or the maker whose shape it has. */
export type SeedMaker = 'libseccomp list' | 'libseccomp tree' | 'seccompile'

/** A filter of the experiment. */
export interface SeedFilter {
  readonly name: string
  readonly policy: SeedPolicy
  readonly maker: SeedMaker
  /** The place of getppid in the list, from 1; absent where the place makes no difference, as in a tree. */
  readonly place?: number
  readonly program: Program
  /** Instructions executed for getppid. */
  readonly executed: number
}

/** A filter with the number of its rules, for the attach. */
export interface SizedFilter {
  readonly name: string
  readonly maker: SeedMaker
  readonly rules: number
  readonly program: Program
}

const SIZES = [1, 10, 25, 50, 100, 150, 200, 250] as const
const PLACES = 7

const x86_64 = abiTable('x86_64')
const GETPPID = numberOf(x86_64, 'getppid')!

/** The places in the list at which getppid is measured, from 1: the first, the last, and as many between. */
function places(length: number): readonly number[] {
  return Array.from({ length: PLACES }, (_, i) => 1 + Math.floor((i * (length - 1)) / (PLACES - 1)))
}

/** The numbers of the list with getppid at `place`, from 1. */
function withGetppidAt(place: number): readonly number[] {
  const others = unconditionalNumbers().filter((nr) => nr !== GETPPID)
  return [...others.slice(0, place - 1), GETPPID, ...others.slice(place - 1)]
}

/** The program of our compiler for an allow list. */
function ours(numbers: readonly number[]): Program {
  const rules = allowList(numbers)
  return compileRules(rules, { weigh: objectiveOf(rules, [x86_64]).weigh })
}

/**
 * A filter for the experiment with the number of instructions that it executes for getppid.
 * @throws IrError where the kernel would refuse the program
 */
export function seedFilter(filter: Omit<SeedFilter, 'executed'>): SeedFilter {
  return { ...filter, executed: getppidExecuted(filter.program) }
}

/** The filters of the list, and our two of Docker's profile. */
export function seedFilters(): readonly SeedFilter[] {
  const numbers = unconditionalNumbers()
  const [one, three] = [[x86_64], [x86_64, abiTable('x86'), abiTable('x32')]]
  return [
    ...places(numbers.length).map((place) =>
      seedFilter({
        name: `libseccomp list, getppid at ${place}`,
        policy: 'list',
        maker: 'libseccomp list',
        place,
        program: libseccompShaped(withGetppidAt(place), 'list'),
      }),
    ),
    seedFilter({
      name: 'libseccomp tree',
      policy: 'list',
      maker: 'libseccomp tree',
      program: libseccompShaped(numbers, 'tree'),
    }),
    seedFilter({ name: 'seccompile', policy: 'list', maker: 'seccompile', program: ours(numbers) }),
    seedFilter({
      name: "Docker's profile, seccompile",
      policy: 'docker',
      maker: 'seccompile',
      program: compile(dockerProfile, { abis: one }).program,
    }),
    seedFilter({
      name: "Docker's profile, 3 ABIs, seccompile",
      policy: 'docker-3abi',
      maker: 'seccompile',
      program: compile(dockerProfile, { abis: three }).program,
    }),
  ]
}

/** Allow lists of growing length in each shape, made of the first numbers of the list. */
export function sizedFilters(): readonly SizedFilter[] {
  const all = unconditionalNumbers()
  return [...SIZES, all.length].flatMap((rules) => {
    const numbers = all.slice(0, rules)
    const made: readonly (readonly [SeedMaker, Program])[] = [
      ['libseccomp list', libseccompShaped(numbers, 'list')],
      ['libseccomp tree', libseccompShaped(numbers, 'tree')],
      ['seccompile', ours(numbers)],
    ]
    return made.map(([maker, program]) => ({ name: `${maker}, ${rules} rules`, maker, rules, program }))
  })
}
