/*
 * The cheapest of the filters that the pipelines `speed` and `size` make.
 *
 * The two pipelines differ only in the price of an instruction. A search weighs this price against the weights of
 * calls. It estimates the cost of a layout: equal continuations are not shared yet, and the arguments of calls are
 * guesses. The cost of a finished program is measured. So a search at the price of the other pipeline, with less
 * effort, or by the weights of only the calls that the objective counts, may yield the cheaper program. So may the
 * pipeline `list`, where a filter decides little. All of them are compiled, and the cheapest program is taken. So neither
 * pipeline is worse than the other at its own price.
 */
import type { Effort, Instrument, PassContext } from '@seccompile/pass'
import type { CompileRulesOptions } from './options.ts'
import type { Run } from './compile-rules.ts'
import { longestPath } from './longest-path.ts'
import { insnsNeeded } from './too-large.ts'
import type { Objective } from '../objective/objective.ts'
import { DEFAULT_PIPELINE, chosenPipeline, pipelines } from './pipelines.ts'
import type { PipelineName } from './pipelines.ts'

/** The price at which a search finds few instructions. It serves objectives with value 0, where calls cost nothing. */
const FEWEST = 1
/**
 * The most instructions of a program that is compiled again at other prices. Larger ones take seconds and gain little.
 */
const MAX_INSNS = 2048
/**
 * The most ranges of numbers of an `arch` of which a list is tried. A tree over more of them is cheaper than any list, where
 * all allowed calls count. Under `bitmap` few calls count, and a list that begins with them may be best whatever follows.
 */
const MAX_RANGES_OF_LIST = 48
/** Costs that differ by less are the same. */
const EPSILON = 1e-9

/** The prices of the pipelines that search. */
const PRICES: readonly number[] = [pipelines.speed.insnCost, pipelines.size.insnCost]

/** The options of a run that a candidate changes. */
interface Choice {
  readonly pipeline: PipelineName
  readonly insnCost: number
  readonly effort: Effort
  readonly weigh: PassContext['weigh']
}

/** A run, and what its program costs. */
interface Made {
  readonly chosen: Choice
  readonly run: Run
  /** The value of the objective. */
  readonly value: number
  /** Instructions executed for a call, plus the price of the program. */
  readonly cost: number
  /** How many instructions its longest path is longer than allowed; 0 where it fits. */
  readonly over: number
}

/** Whether `made` is cheaper than `other`. Of programs with paths too long, the one with the shortest path counts. */
function isCheaper(made: Made, other: Made): boolean {
  return made.over === other.over ? made.cost < other.cost - EPSILON : made.over < other.over
}

/**
 * Whether an instrument leaves passes out. Such an instrument may count runs, as bisecting does, so it sees only one.
 */
const leavesOut = ({ skip }: Instrument): boolean => skip !== undefined

/** The choices beside `asked`, without `list`, that may yield a cheaper program than one whose objective has `value`. */
function* otherSearches(asked: Choice, { weighCounted }: Objective, value: number): Generator<Choice> {
  const prices = new Set([asked.insnCost, ...PRICES, ...(value === 0 ? [FEWEST] : [])])
  const efforts = new Set<Effort>([asked.effort, 'default'])
  for (const weigh of weighCounted === undefined ? [asked.weigh] : [asked.weigh, weighCounted])
    for (const insnCost of prices)
      for (const effort of efforts) {
        const choice = { ...asked, insnCost, effort, weigh }
        if (insnCost !== asked.insnCost || effort !== asked.effort || weigh !== asked.weigh) yield choice
      }
}

/**
 * The run that makes the cheapest filter, where an instruction has the price that `how` asks for.
 *
 * Instruments watch the run that is taken, and no other run.
 * @param run - compiles the rules under the options that it is given
 * @param ranges - the most ranges of numbers that the rules of an `arch` tell apart
 */
export function cheapestRun(
  run: (how: CompileRulesOptions) => Run,
  how: CompileRulesOptions,
  objective: Objective | undefined,
  ranges: number,
): Run {
  const { pipeline = DEFAULT_PIPELINE, effort = 'default', maxPath = Infinity } = how
  const { endianness = 'little', instruments = [] } = how
  const isGiven = (pipeline !== 'speed' && pipeline !== 'size') || instruments.some(leavesOut)
  if (objective === undefined || isGiven) return run(how)

  const insnCost = how.insnCost ?? chosenPipeline(pipeline).insnCost
  const asked: Choice = { pipeline, insnCost, effort, weigh: objective.weigh }
  const unwatched = { ...how, instruments: [] }
  const made = (chosen: Choice): Made => {
    const found = run({ ...unwatched, ...chosen })
    const { program } = found
    const { value } = objective.valueOf([program], endianness)
    return {
      chosen,
      run: found,
      value,
      cost: value / objective.calls + insnCost * program.length,
      over: maxPath === Infinity ? 0 : Math.max(0, longestPath(program) - maxPath),
    }
  }
  const own = (): Made => {
    try {
      return made(asked)
    } catch (error) {
      // The run fails once more, now watched by the instruments. A program that is too long is not the fault of a pass.
      if (instruments.length > 0 && insnsNeeded(error) === undefined) run(how)
      throw error
    }
  }
  /** The run of another choice; `undefined` where its program is too long for a filter. */
  const tried = (other: Choice): Made | undefined => {
    try {
      return made(other)
    } catch (error) {
      if (insnsNeeded(error) === undefined) throw error
      return undefined
    }
  }
  let best = own()
  if (best.run.program.length <= MAX_INSNS) {
    const lists: readonly Choice[] =
      ranges > MAX_RANGES_OF_LIST && objective.kind !== 'bitmap'
        ? []
        : [{ ...asked, pipeline: 'list', insnCost: pipelines.list.insnCost }]
    for (const other of [...otherSearches(asked, objective, best.value), ...lists]) {
      const found = tried(other)
      if (found !== undefined && isCheaper(found, best)) best = found
    }
  }
  return instruments.length > 0 ? run({ ...how, ...best.chosen }) : best.run
}
