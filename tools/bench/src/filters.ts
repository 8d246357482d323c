/*
 * The filters that are measured: of Docker's default profile for x86_64, for its three ABIs, and without its tests of
 * arguments; by every pipeline, and by other tools.
 */
import { decode } from '@seccompile/cbpf'
import type { Program } from '@seccompile/abi'
import { compileRules, objectiveOf, pipelines } from '@seccompile/compiler'
import type { ObjectiveKind, PipelineName } from '@seccompile/compiler'
import { ALLOW, errno, KILL_PROCESS, resolve } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import type { Policy, Target } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { baseline, BASELINE_NAMES, resolvedPolicy, THREE_ABI_NAMES } from '@seccompile/vectors'
import type { BaselineName, ThreeAbiName, VectorPolicyName } from '@seccompile/vectors'

/** A program with the name of its maker. */
export interface MakerProgram {
  readonly name: string
  readonly program: Program
}

/** A policy for a target, with the programs of all makers. */
export interface BenchSubject {
  readonly name: VectorPolicyName | 'docker-3abi'
  readonly abis: readonly AbiTable[]
  readonly rules: RuleSet
  readonly pipelines: readonly (MakerProgram & { readonly name: PipelineName })[]
  /** Pipeline `speed` under each objective except its default. */
  readonly objectives: readonly (MakerProgram & { readonly name: ObjectiveName })[]
  /** Pipeline `speed` with ENOSYS for calls newer than the tables. */
  readonly unknown: MakerProgram
  readonly others: readonly MakerProgram[]
}

const OBJECTIVE_NAMES = ['weights', 'bitmap', 'attach'] as const

/** The names of {@link BenchSubject.objectives}. */
export type ObjectiveName = `speed, ${(typeof OBJECTIVE_NAMES)[number]}`

/** The ABIs of a container on x86_64. */
export const THREE_ABIS: readonly AbiTable[] = [abiTable('x86_64'), abiTable('x86'), abiTable('x32')]

const ONE_ABI: readonly AbiTable[] = [abiTable('x86_64')]
const PIPELINE_NAMES = Object.keys(pipelines) as readonly PipelineName[] // the type of `pipelines` names the keys

/**
 * The vectors for x86_64 alone were made with this verdict for a bad architecture. The policies use it too, so that
 * all verdicts can be compared; it changes no count.
 */
const OTHERS_BAD_ARCH = KILL_PROCESS

/** docker-flat, written out here: it has no conditions and two verdicts. */
function dockerFlat(): Policy {
  const { rules, default: otherwise } = resolvedPolicy('docker-flat')
  const allowed = rules.filter(({ action }) => action.action === 'ALLOW')
  const names = allowed.map(({ name }) => ({ name }))
  return { defaultAction: errno(otherwise.errno!), rules: [{ names, action: ALLOW, args: [] }] }
}

/** The policy `name`. */
export function dockerPolicy(name: BenchSubject['name']): Policy {
  const oneAbi = ({ defaultAction, rules }: Policy): Policy => ({
    defaultAction,
    rules,
    badArch: OTHERS_BAD_ARCH,
  })
  switch (name) {
    case 'docker-flat':
      return oneAbi(dockerFlat())
    case 'docker-args':
      return oneAbi(dockerProfile)
    case 'docker-3abi':
      return dockerProfile
  }
}

function rulesOf(name: BenchSubject['name'], unknown: Pick<Target, 'unknown'> = {}): RuleSet {
  const abis = name === 'docker-3abi' ? THREE_ABIS : ONE_ABI
  return resolve(dockerPolicy(name), { abis, ...unknown }).rules
}

/** The programs of other tools for the policy `name`. */
export function vectorsOf(name: BenchSubject['name']): readonly MakerProgram[] {
  const all: readonly (BaselineName | ThreeAbiName)[] = [...BASELINE_NAMES, ...THREE_ABI_NAMES]
  const suffix = `.${name}`
  return all
    .filter((file) => file.endsWith(suffix))
    .map((file) => ({ name: file.slice(0, -suffix.length), program: decode(baseline(file), 'little') }))
}

/** The program for `rules` under `pipeline`. */
function compiled(
  rules: RuleSet,
  abis: readonly AbiTable[],
  pipeline: PipelineName,
  objective?: ObjectiveKind,
): Program {
  return compileRules(rules, { pipeline, weigh: objectiveOf(rules, abis, { objective }).weigh })
}

/** The subject `name`, compiled. */
export function subject(name: BenchSubject['name']): BenchSubject {
  const rules = rulesOf(name)
  const abis = name === 'docker-3abi' ? THREE_ABIS : ONE_ABI
  return {
    name,
    abis,
    rules,
    pipelines: PIPELINE_NAMES.map((pipeline) => ({
      name: pipeline,
      program: compiled(rules, abis, pipeline),
    })),
    objectives: OBJECTIVE_NAMES.map((objective) => ({
      name: `speed, ${objective}`,
      program: compiled(rules, abis, 'speed', objective),
    })),
    unknown: {
      name: 'speed, ENOSYS',
      program: compiled(rulesOf(name, { unknown: 'ENOSYS' }), abis, 'speed'),
    },
    others: vectorsOf(name),
  }
}

/** The program of `subject` by `pipeline`. */
export function programOf({ pipelines: made }: BenchSubject, pipeline: PipelineName): Program {
  return made.find(({ name }) => name === pipeline)!.program // every pipeline has a program
}
