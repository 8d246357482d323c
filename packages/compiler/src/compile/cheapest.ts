/*
 * The cheapest of the filters that the pipelines `speed` and `size` make.
 *
 * The two pipelines differ only in the price of an instruction. A search weighs this price against the weights of
 * calls. It estimates the cost of a layout: equal continuations are not shared yet, and the arguments of calls are
 * guesses. The cost of a finished program is measured. So a search at the price of the other pipeline, with less
 * effort, or by the weights of only the calls that the objective counts, may yield the cheaper program. So may the
 * pipeline `list`, where a filter decides little. The cheapest program is taken. So neither pipeline is worse than the
 * other at its own price.
 *
 * Most of these choices are not compiled to the end. Where only the arguments are guesses, numbers are not searched at the
 * other price. And a run is given up once its decision costs as much as the best program (give-up.ts).
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ruleOutcomes } from '@seccompile/outcomes'
import { createMemo } from '@seccompile/pass'
import type { Effort, Instrument, Memo, PassContext } from '@seccompile/pass'
import { giveUp, isGivenUp, SeenDecisions } from './give-up.ts'
import type { CompileRulesOptions } from './options.ts'
import type { Run } from './compile-rules.ts'
import { longestPath } from './longest-path.ts'
import { insnsNeeded } from './too-large.ts'
import type { Objective } from '../objective/objective.ts'
import { DEFAULT_PIPELINE, chosenPipeline, pipelines, withArgumentsAt } from './pipelines.ts'
import type { NamedPipeline, PipelineName } from './pipelines.ts'

/**
 * The price at which a search finds few instructions. It serves objectives with value 0, where calls cost nothing, and policies
 * that do not fit at another price.
 */
export const FEWEST = 1
/** A program that is too long is compiled again at the price of few instructions, where it has at most this many. */
const MAX_INSNS_TOO_LONG = 1.2 * BPF_MAXINSNS
/**
 * The most instructions of a program that is compiled again at other prices. Larger ones take seconds and gain little.
 */
const MAX_INSNS = 2048
/**
 * The most ranges of numbers of an `arch` of which a list is tried. A tree over more of them is cheaper than any list, where
 * all allowed calls count. Under `bitmap` few calls count, and a list that begins with them may be best whatever follows.
 */
const MAX_RANGES_OF_LIST = 48
/**
 * The most ranges of numbers that are searched at every price where a filter has several sections: there an instruction counts a
 * little more than the search takes it for. More of them take long, and other prices gain next to nothing.
 */
const MAX_RANGES_OF_SEARCHES = 128
/** The most ranges of numbers for which a search may find a tree outside its class (the exact search of `bst`). */
const MAX_RANGES_OF_EXACT = 32
/** Costs that differ by less are the same. */
const EPSILON = 1e-9

/** The prices of the pipelines that search. */
const PRICES: readonly number[] = [pipelines.speed.insnCost, pipelines.size.insnCost]

/** The options of a run that a candidate changes. */
interface Choice {
  readonly pipeline: PipelineName | NamedPipeline['pass']
  readonly insnCost: number
  readonly effort: Effort
  readonly weigh: PassContext['weigh']
}

/** The choice that a caller asks for. */
type Asked = Choice & { readonly pipeline: 'speed' | 'size' }

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

/** A memo for the runs of one choice after the other. Outcomes serve the whole compilation, and come from its `memo`. */
function memoOfRuns(memo: Memo = createMemo()): Memo {
  const own = createMemo()
  return (make, key) => ((make as unknown) === ruleOutcomes ? memo(make, key) : own(make, key))
}

/**
 * Whether an instrument leaves passes out. Such an instrument may count runs, as bisecting does, so it sees only one.
 */
const leavesOut = ({ skip }: Instrument): boolean => skip !== undefined

/**
 * Whether a search among numbers at another price cannot help, since its weights are those by which the run `own` has its value.
 * Only the layouts of arguments, which are guesses, may then be better at another price.
 */
function isSearchOwn({ kind }: Objective, { value }: Made): boolean {
  return (kind === 'uniform' || kind === 'weights') && value > 0
}

/** How large rules are. */
export interface Extent {
  /** The most ranges of numbers that the rules of an `arch` tell apart. */
  readonly ranges: number
  readonly sections: number
}

/**
 * Whether so many ranges are searched at one price. Beside small filters, which the exact search helps, a search finds the best of
 * a class of trees, and the class does not depend on the price. With one section, the cost of a tree in the search is the one that
 * its program has, but for what all programs have. So no tree that is best at another price costs less. With effort `max` the
 * exact search may leave the class, and give up at one price alone; to try the other takes seconds and gains next to nothing.
 */
function isSearchedOnce({ ranges, sections }: Extent): boolean {
  return ranges > (sections === 1 ? MAX_RANGES_OF_EXACT : MAX_RANGES_OF_SEARCHES)
}

/** What {@link otherSearches} may change. */
interface Freedom {
  readonly prices: Iterable<number>
  readonly weights: readonly PassContext['weigh'][]
  /** Whether another price is that of the arguments alone. */
  readonly isForArguments: boolean
}

/** The choices beside `asked`, without `list`, that may yield a cheaper program. */
function* otherSearches(asked: Asked, { prices, weights, isForArguments }: Freedom): Generator<Choice> {
  const efforts = new Set<Effort>([asked.effort, 'default'])
  for (const weigh of weights)
    for (const insnCost of prices)
      for (const effort of efforts) {
        const isOther = insnCost !== asked.insnCost
        if (!isOther && effort === asked.effort && weigh === asked.weigh) continue
        yield isOther && isForArguments
          ? { ...asked, pipeline: withArgumentsAt(insnCost, asked.pipeline), effort, weigh }
          : { ...asked, insnCost, effort, weigh }
      }
}

/**
 * The run that makes the cheapest filter, where an instruction has the price that `how` asks for.
 *
 * Instruments watch the run that is taken, and no other run.
 * @param run - compiles the rules under the options that it is given
 * @param extent - of the rules
 */
export function cheapestRun(
  run: (how: CompileRulesOptions) => Run,
  how: CompileRulesOptions,
  objective: Objective | undefined,
  extent: Extent,
): Run {
  const { pipeline = DEFAULT_PIPELINE, effort = 'default', maxPath = Infinity } = how
  const { endianness = 'little', instruments = [] } = how
  const isGiven = (pipeline !== 'speed' && pipeline !== 'size') || instruments.some(leavesOut)
  if (objective === undefined || isGiven) return run(how)

  const insnCost = how.insnCost ?? chosenPipeline(pipeline).insnCost
  const asked: Asked = { pipeline, insnCost, effort, weigh: objective.weigh }
  const costOf = (program: Program, value: number): number =>
    value / objective.calls + insnCost * program.length
  const unwatched = { ...how, instruments: [], memo: memoOfRuns(how.memo) }
  const seen = new SeenDecisions()
  const made = (chosen: Choice, instruments: readonly Instrument[]): Made => {
    const found = run({ ...unwatched, ...chosen, instruments })
    const { program } = found
    const { value } = objective.valueOf([program], endianness)
    return {
      chosen,
      run: found,
      value,
      cost: costOf(program, value),
      over: maxPath === Infinity ? 0 : Math.max(0, longestPath(program) - maxPath),
    }
  }
  const own = (): Made => {
    try {
      return made(asked, [giveUp(seen)])
    } catch (error) {
      // The run fails once more, now watched by the instruments. A program that is too long is not the fault of a pass.
      if (instruments.length > 0 && insnsNeeded(error) === undefined) run(how)
      throw error
    }
  }
  /** The run of another choice; `undefined` where its program is too long for a filter, or the run is given up. */
  const tried = (other: Choice, watch: Instrument): Made | undefined => {
    try {
      return made(other, [watch])
    } catch (error) {
      if (!isGivenUp(error) && insnsNeeded(error) === undefined) throw error
      return undefined
    }
  }
  /** The run as asked; at the price of few instructions where its program is a little too long for a filter. */
  const first = (): Made => {
    try {
      return own()
    } catch (error) {
      const isFar = (insnsNeeded(error) ?? Infinity) > MAX_INSNS_TOO_LONG
      const shorter =
        isFar || insnCost >= FEWEST ? undefined : tried({ ...asked, insnCost: FEWEST }, giveUp(seen))
      if (shorter === undefined) throw error
      return shorter
    }
  }
  let best = first()
  const costsTooMuch = (program: Program): boolean =>
    best.over === 0 && costOf(program, objective.valueOf([program], endianness).value) >= best.cost - EPSILON
  if (best.run.program.length <= MAX_INSNS) {
    const lists: readonly Choice[] =
      extent.ranges > MAX_RANGES_OF_LIST && objective.kind !== 'bitmap'
        ? []
        : [{ ...asked, pipeline: 'list', insnCost: pipelines.list.insnCost }]
    const { weigh, weighCounted } = objective
    const searches = otherSearches(asked, {
      prices: new Set([insnCost, ...PRICES, ...(best.value === 0 ? [FEWEST] : [])]),
      weights: weighCounted === undefined ? [weigh] : [weigh, weighCounted],
      isForArguments: isSearchedOnce(extent) && maxPath === Infinity && isSearchOwn(objective, best),
    })
    for (const other of [...searches, ...lists]) {
      const found = tried(other, giveUp(seen, costsTooMuch))
      if (found !== undefined && isCheaper(found, best)) best = found
    }
  }
  return instruments.length > 0 ? run({ ...how, ...best.chosen }) : { ...best.run, value: best.value }
}
