/*
 * The mean cost of a group of calls, from the path of each call through the program.
 *
 * A branch predictor guesses the outcome of a conditional jump from its history. A count of calls has no history, but
 * it gives the share p of calls that take the jump. If the order of the calls cannot be learnt, the best guess is
 * wrong for a share min(p, 1 - p) of them. The sum of these shares over the jumps that a call executes is the number
 * of its expected mispredictable branches. A jump that always goes the same way adds nothing. A real predictor does
 * better where calls repeat.
 */
import type { Program } from '@seccompile/abi'
import type { NumberRun } from '@seccompile/interpreter'

/** Means over the calls of a group, by the weights of the calls. */
export interface MeanCost {
  /** Instructions executed, the return included. */
  readonly mean: number
  /**
   * Expected mispredictable branches of a call: the sum of min(p, 1 - p) over the conditional jumps that the call
   * executes. For a jump, p is the share, by weight, of the calls that take `jt` among the calls of the group that reach the jump.
   */
  readonly mispredictable: number
}

/** The cost of a group of calls. Means are 0 for an empty group. */
export interface GroupCost extends MeanCost {
  readonly count: number
  readonly worst: number
  /** The means by the weights of the options; absent where no call of the group has a weight. */
  readonly weighted?: MeanCost
}

/** Calls of a group with the same path through the program. */
export interface RunCost {
  readonly run: NumberRun
  /** The weight of each call; absent where the options have no weights. */
  readonly weights?: readonly number[] | undefined
}

/** The expected mispredictable branches of all calls of `runs` together. */
function mispredictableOf(
  program: Program,
  runs: readonly RunCost[],
  weightsOf: (run: RunCost) => readonly number[],
): number {
  const coming = Array<number>(program.length).fill(0)
  const taken = Array<number>(program.length).fill(0)
  for (const each of runs) {
    const { path } = each.run
    for (const weight of weightsOf(each))
      for (let i = 0; i < path.length; i += 1) {
        const pc = path[i]!
        coming[pc]! += weight
        if (path[i + 1] === pc + 1 + program[pc]!.jt) taken[pc]! += weight
      }
  }
  // For each jump, min(p, 1 - p) times the weight of the calls that reach it. Other instructions add 0: they have one way.
  return coming.reduce((sum, all, pc) => sum + Math.min(taken[pc]!, all - taken[pc]!), 0)
}

/** The means, or `undefined` where all weights are 0. */
function meanCost(
  program: Program,
  runs: readonly RunCost[],
  weightsOf: (run: RunCost) => readonly number[],
): MeanCost | undefined {
  let total = 0
  let steps = 0
  for (const each of runs)
    for (const weight of weightsOf(each)) {
      total += weight
      steps += weight * each.run.steps
    }
  if (total === 0) return undefined
  let mispredictable: number | undefined
  return {
    mean: steps / total,
    // A getter, because the report of `compile` does not read it.
    get mispredictable() {
      return (mispredictable ??= mispredictableOf(program, runs, weightsOf) / total)
    },
  }
}

/** The cost of the group whose calls took `runs` through `program`. */
export function groupCost(program: Program, runs: readonly RunCost[]): GroupCost {
  const plain = meanCost(program, runs, ({ run }) => [run.count]) ?? { mean: 0, mispredictable: 0 }
  const isWeighted = runs.some(({ weights }) => weights !== undefined)
  const weighted = isWeighted ? meanCost(program, runs, ({ weights = [] }) => weights) : undefined
  return {
    count: runs.reduce((sum, { run }) => sum + run.count, 0),
    mean: plain.mean,
    get mispredictable() {
      return plain.mispredictable
    },
    worst: Math.max(0, ...runs.map(({ run }) => run.steps)),
    ...(weighted === undefined ? {} : { weighted }),
  }
}
