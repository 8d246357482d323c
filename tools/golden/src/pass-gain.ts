/*
 * The gain of a pass: the figures of the filters that differ with it and without it.
 *
 * Both filters of a pair have to mean the same, or their figures do not compare. A proof shows it for each pair. Where it
 * finds a call, the passes run again under the check of meanings, which names the pass to blame.
 */
import type { Program } from '@seccompile/abi'
import { longestPath, objectiveOf, provedDifference } from '@seccompile/compiler'
import type { PipelineName, RulesOutcome } from '@seccompile/compiler'
import { checkMeaning, pipelineText } from '@seccompile/pass'
import type { ProgramLength } from '@seccompile/pass'
import { equal, STACK_LIMITS } from '@seccompile/prover'
import type { PassPlace } from './edit-pipeline.ts'
import { filterOf, isChanged } from './pass-effect.ts'
import type { PassEffect, PassesAtPrice } from './pass-effect.ts'
import type { GainInput } from './gain-inputs.ts'
import type { PipelinePair } from './pipeline-pairs.ts'

/** The figures of a filter, all in instructions. */
export interface FilterFigures {
  readonly insns: number
  /**
   * Executed by an allowed call, on average over the calls and the argument values that rules list; 0 where no call is
   * allowed.
   */
  readonly mean: number
  /** Instructions on the longest way through the program. */
  readonly most: number
}

/** The figures of a filter, or the length of a program that no filter holds. */
export type FilterSide =
  ({ readonly kind: 'fits' } & FilterFigures) | ({ readonly kind: 'too-long' } & ProgramLength)

/** A filter that differs with the pass and without it. */
export interface FilterGain {
  readonly name: string
  readonly with: FilterSide
  readonly without: FilterSide
  /** Why it is not known whether both mean the same; absent where this is proved, and where one is too long. */
  readonly undecided?: string
}

/** The filters of one origin that differ. */
export interface GroupGain {
  readonly group: string
  /** The number of filters, the equal ones included. */
  readonly inputs: number
  readonly filters: readonly FilterGain[]
}

/** The gain in one named pipeline. */
export interface PipelineGain {
  readonly pipeline: PipelineName
  /** The text form of the passes. */
  readonly with: string
  readonly without: string
  readonly groups: readonly GroupGain[]
}

/** The gain of a pass. */
export interface PassGain {
  readonly pass: string
  readonly summary: string
  readonly place?: PassPlace
  readonly pipelines: readonly PipelineGain[]
  /** The named pipelines that are not measured, each with the reason. */
  readonly leftOut: readonly { readonly pipeline: PipelineName; readonly reason: string }[]
}

/** Loaded inputs of one origin. */
export interface LoadedGroup {
  readonly name: string
  readonly inputs: readonly GainInput[]
}

function figuresOf({ rules, abis, endianness = 'little' }: GainInput, program: Program): FilterFigures {
  const objective = objectiveOf(rules, abis, { objective: 'uniform' })
  return {
    insns: program.length,
    mean: objective.valueOf([program], endianness).value,
    most: longestPath(program),
  }
}

const sideOf = (input: GainInput, outcome: RulesOutcome): FilterSide =>
  outcome.kind === 'fits'
    ? { kind: 'fits', ...figuresOf(input, outcome.program) }
    : { kind: 'too-long', insns: outcome.insns, isEstimate: outcome.isEstimate }

/**
 * Why it is not known that both filters of a pair mean the same; `undefined` where it is proved.
 * @throws PassError `E_PASS_MEANING` where they do not
 */
function doubtOf({ input, ...pair }: PassEffect, how: PassesAtPrice): string | undefined {
  if (pair.with.kind !== 'fits' || pair.without.kind !== 'fits') return undefined
  const { endianness = 'little' } = input
  const [left, right] = [pair.without, pair.with].map(
    ({ program: ir }) => ({ level: 'program', ir }) as const,
  )
  const answer = equal(left!, right!, { ...STACK_LIMITS, endianness })
  if (answer.kind === 'undecided') return answer.reason
  if (answer.kind !== 'different') return undefined
  filterOf(input, how, [checkMeaning(provedDifference)])
  throw new Error(
    `${input.name}: the filters with the pass and without it differ in meaning, and no pass is to blame`,
  )
}

function filterGain(pair: PassEffect, how: PassesAtPrice): FilterGain {
  const { input } = pair
  const undecided = doubtOf(pair, how)
  return {
    name: input.name,
    with: sideOf(input, pair.with),
    without: sideOf(input, pair.without),
    ...(undecided === undefined ? {} : { undecided }),
  }
}

/**
 * The gain in one pipeline.
 * @param tell - called before each input, with its name
 * @throws PassError where a pass fails or changes the meaning
 */
export function pipelineGain(
  { pipeline, insnCost, ...passes }: Extract<PipelinePair, { readonly kind: 'pair' }>,
  groups: readonly LoadedGroup[],
  tell: (name: string) => void = () => {},
): PipelineGain {
  const how = { pass: passes.with, insnCost }
  const gained = (input: GainInput): readonly FilterGain[] => {
    tell(`${pipeline}: ${input.name}`)
    const pair = {
      input,
      with: filterOf(input, how),
      without: filterOf(input, { pass: passes.without, insnCost }),
    }
    return isChanged(pair) ? [filterGain(pair, how)] : []
  }
  return {
    pipeline,
    with: pipelineText(passes.with),
    without: pipelineText(passes.without),
    groups: groups.map(({ name, inputs }) => ({
      group: name,
      inputs: inputs.length,
      filters: inputs.flatMap(gained),
    })),
  }
}
