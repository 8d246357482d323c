/*
 * The mean cost of a group of calls, from the path of each call through the program.
 *
 * A branch predictor guesses a conditional jump from the history of that jump. A count of calls has no history, but
 * it has the share p of calls at the jump that take it. If their order cannot be learnt, the best guess is wrong for
 * a share min(p, 1 - p) of them. The sum of these shares over the jumps that a call executes is the number of its
 * expected mispredictable branches. A jump that always goes the same way adds nothing. A real predictor does better
 * where calls repeat.
 */
import type { Program } from '@seccompile/abi'
import { isConditional } from '@seccompile/cbpf'

/** Means over the calls of a group, by the weights of the calls. */
export interface MeanCost {
  /** Instructions executed, the return included. */
  readonly mean: number
  /**
   * Expected mispredictable branches of a call: the sum of min(p, 1 - p) over the conditional jumps that the call
   * executes. For a jump, p is the share, by weight, that goes on at `jt` among the calls of the group that reach it.
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

/** The run of one call of a group. */
export interface RunCost {
  /** The instructions that it executes, in order. */
  readonly path: readonly number[]
  /** Absent where the options have no weights. */
  readonly weight?: number | undefined
}

/** The means, or `undefined` where the weights of all runs are 0. */
function meanCost(
  program: Program,
  runs: readonly RunCost[],
  weightOf: (run: RunCost) => number,
): MeanCost | undefined {
  const total = runs.reduce((sum, run) => sum + weightOf(run), 0)
  if (total === 0) return undefined
  const coming = new Float64Array(program.length)
  const taken = new Float64Array(program.length)
  let steps = 0
  for (const run of runs) {
    const weight = weightOf(run)
    steps += weight * run.path.length
    for (let i = 0; i < run.path.length; i += 1) {
      const pc = run.path[i]!
      const { code, jt } = program[pc]!
      if (!isConditional(code)) continue
      coming[pc]! += weight
      if (run.path[i + 1] === pc + 1 + jt) taken[pc]! += weight
    }
  }
  // For each jump, min(p, 1 - p) times the weight of the calls that reach it.
  const undecided = coming.reduce((sum, all, pc) => sum + Math.min(taken[pc]!, all - taken[pc]!), 0)
  return { mean: steps / total, mispredictable: undecided / total }
}

/** The cost of the group whose calls took `runs` through `program`. */
export function groupCost(program: Program, runs: readonly RunCost[]): GroupCost {
  const plain = meanCost(program, runs, () => 1) ?? { mean: 0, mispredictable: 0 }
  const weighted = meanCost(program, runs, ({ weight = 0 }) => weight)
  return {
    count: runs.length,
    ...plain,
    worst: Math.max(0, ...runs.map(({ path }) => path.length)),
    ...(weighted === undefined ? {} : { weighted }),
  }
}
