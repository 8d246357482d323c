/*
 * The figures of the home page. What stands beside the policy is computed from the policy by our own compiler. Two of the
 * three numbers below are figures that `npm run bench seed` wrote into docs/getppid.json, and the third counts proofs.
 */
import { compile, cost, DEFAULT_PIPELINE } from '@seccompile/compiler'
import type { Compilation, PipelineName } from '@seccompile/compiler'
import type { Machine } from '@seccompile/clock'
import type { SeedMaker, SeedResult } from '@seccompile/experiment'
import { parseProfile } from '@seccompile/oci'
import type { Policy } from '@seccompile/policy'
import { policyTables } from '@seccompile/policy'
import type { Preset } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'

/** The size of a filter, and the instructions that an allowed call executes with all arguments 0. */
export interface FilterSize {
  /** The calls that are allowed with all arguments 0. */
  readonly allowed: number
  readonly insns: number
  readonly mean: number
  readonly worst: number
}

/** What the compiler makes of a policy. */
export interface PolicyOutcome extends FilterSize {
  /** The digest of the proof. */
  readonly digest: string
  /** The same for the filter that compares one number after another. */
  readonly list: FilterSize
}

/** A figure of the list of libseccomp, of its tree, and of our tree. */
export type ThreeFilters = readonly [list: number, tree: number, ours: number]

/** The three numbers of the home page. */
export interface HomeNumbers {
  /** The calls of the allow list. */
  readonly listed: number
  /** Instructions executed for the last call of the list. */
  readonly executed: ThreeFilters
  /** Microseconds of an attach, the least of many. */
  readonly attach: ThreeFilters
  /** The machine and the day of the measurement of the attach. */
  readonly measuredOn: string
  /** The presets that are compiled, and those of them whose filter is not proved. */
  readonly presets: number
  readonly unproved: number
}

/** The result of a measurement, as docs/getppid.json holds it. */
export type SeedFile = SeedResult & { readonly machine: Machine }

const compiled = (policy: Policy, pipeline: PipelineName): Compilation =>
  compile(policy, { abis: policyTables(policy, undefined, signedAbiTable), pipeline })

function sizeOf(policy: Policy, { program }: Compilation): FilterSize {
  const [main] = cost(program, policyTables(policy, undefined, signedAbiTable)).abis
  const { count, mean, worst } = main!.allowed // a policy has an ABI
  return { allowed: count, insns: program.length, mean, worst }
}

/** What the compiler makes of the profile `text`. @throws Error where the filter is not proved */
export function outcomeOf(text: string, file: string): PolicyOutcome {
  const { policy } = parseProfile(text, { file })
  const ours = compiled(policy, DEFAULT_PIPELINE)
  const { certificate } = ours
  if (certificate.kind !== 'proved' || certificate.digest === undefined)
    throw new Error(`${file}: its filter is not proved, and the home page says that it is`)
  const list = sizeOf(policy, compiled(policy, 'none'))
  return { ...sizeOf(policy, ours), digest: certificate.digest, list }
}

const MAKERS: readonly [SeedMaker, SeedMaker, SeedMaker] = [
  'libseccomp list',
  'libseccomp tree',
  'seccompile',
]

/** The figure of each maker. @throws Error for a maker without one */
function threeFilters(of: (maker: SeedMaker) => number | undefined, what: string): ThreeFilters {
  const [list, tree, ours] = MAKERS.map((maker) => {
    const found = of(maker)
    if (found === undefined) throw new Error(`docs/getppid.json: ${maker} has no row of ${what}`)
    return found
  })
  return [list!, tree!, ours!]
}

/** The three numbers, from a measurement and from the proofs of `presets`. */
export function homeNumbers(
  { listed, getppid, attach, machine }: SeedFile,
  presets: readonly Preset[],
): HomeNumbers {
  const isLast = (place: number | undefined): boolean => place === undefined || place === listed
  return {
    listed,
    executed: threeFilters(
      (by) => getppid.find(({ policy, maker, place }) => policy === 'list' && maker === by && isLast(place))?.executed,
      'getppid',
    ),
    attach: threeFilters((by) => {
      const row = attach.find(({ maker, rules }) => maker === by && rules === listed)
      return row === undefined ? undefined : row.ns.min / 1000
    }, 'the attach'),
    measuredOn: `${machine.processor}, Linux ${machine.kernel}, ${machine.date}`,
    presets: presets.length,
    unproved: presets.filter(({ policy }) => compiled(policy, DEFAULT_PIPELINE).certificate.kind !== 'proved').length,
  }
} // prettier-ignore
