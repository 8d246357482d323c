/*
 * The cheapest of the filters that the pipelines with a search make.
 *
 * They differ in what an instruction of the program costs. A search weighs that price against the weights of calls,
 * before anything is shared and with guessed arguments; what came of it is measured on the program. So a layout that was
 * searched at the other's price, or with less effort, may turn out cheaper. All of them are made, and the cheapest is
 * taken: neither is worse than the other at its own price.
 */
import type { Effort, Instrument } from '@seccompile/pass'
import type { CompileRulesOptions } from './options.ts'
import type { Run } from './compile-rules.ts'
import { longestPath } from './longest-path.ts'
import { insnsNeeded } from './too-large.ts'
import type { Objective } from '../objective/objective.ts'
import { DEFAULT_PIPELINE, chosenPipeline, pipelines } from './pipelines.ts'

/** The price at which a search finds few instructions, for filters whose calls cost nothing. */
const FEWEST = 1
/** Most instructions of a program beside which others are made: layouts of larger ones take seconds, and gain little. */
const MAX_INSNS = 2048
/** Costs that differ by less are the same. */
const EPSILON = 1e-9

/** The prices of the pipelines that search. */
const PRICES: readonly number[] = [pipelines.speed.insnCost, pipelines.size.insnCost]

/** A run, and what its program costs. */
interface Made {
  readonly chosen: { readonly insnCost: number; readonly effort: Effort }
  readonly run: Run
  /** Of the objective. */
  readonly value: number
  /** Instructions executed for a call, and the price of those in the program; `Infinity` where a path is too long. */
  readonly cost: number
}

/** Whether an instrument leaves passes out. It may count runs, as bisecting does, so only one run is made under it. */
const leavesOut = ({ skip }: Instrument): boolean => skip !== undefined

/**
 * The run that makes the cheapest filter at the price of an instruction that `how` asks for.
 *
 * Instruments watch the run that is taken, and no other.
 * @param run - compiles the rules in question as it is told
 */
export function cheapestRun(
  run: (how: CompileRulesOptions) => Run,
  how: CompileRulesOptions,
  objective: Objective | undefined,
): Run {
  const { pipeline = DEFAULT_PIPELINE, effort = 'default', maxPath = Infinity } = how
  const { endianness = 'little', instruments = [] } = how
  const isGiven = (pipeline !== 'speed' && pipeline !== 'size') || instruments.some(leavesOut)
  if (objective === undefined || isGiven) return run(how)

  const insnCost = how.insnCost ?? chosenPipeline(pipeline).insnCost
  const unwatched = { ...how, instruments: [] }
  const made = (chosen: Made['chosen']): Made => {
    const found = run({ ...unwatched, ...chosen })
    const { program } = found
    const { value } = objective.valueOf([program], endianness)
    const isTooLong = maxPath !== Infinity && longestPath(program) > maxPath
    return {
      chosen,
      run: found,
      value,
      cost: isTooLong ? Infinity : value / objective.calls + insnCost * program.length,
    }
  }
  const own = (): Made => {
    try {
      return made({ insnCost, effort })
    } catch (error) {
      // Instruments see a run that fails, so it fails once more. A program that is too long is no fault of a pass.
      if (instruments.length > 0 && insnsNeeded(error) === undefined) run(how)
      throw error
    }
  }
  let best = own()
  const isLarge = best.run.program.length > MAX_INSNS
  const prices = new Set(isLarge ? [] : [insnCost, ...PRICES, ...(best.value === 0 ? [FEWEST] : [])])
  for (const price of prices)
    for (const other of effort === 'max' ? (['max', 'default'] as const) : (['default'] as const)) {
      if (price === insnCost && other === effort) continue
      const found = made({ insnCost: price, effort: other })
      if (found.cost < best.cost - EPSILON) best = found
    }
  return instruments.length > 0 ? run({ ...how, ...best.chosen }) : best.run
}
