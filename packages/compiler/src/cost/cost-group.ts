/*
 * Sums over the calls of a group, from the way that each takes through the program.
 *
 * What a branch predictor makes of a conditional jump depends on its history, which no count knows. What a count can say
 * is how undecided the jump is. Where it goes one way for a share p of the calls that come to it, in no order that could
 * be learnt, the best guess is wrong for min(p, 1 - p) of them. Summed over the jumps that a call executes, that is the
 * number of its expected mispredictable branches; a jump that always goes the same way adds nothing. Calls that repeat
 * themselves are predicted better than that.
 */
import type { Program } from '@seccompile/abi'
import { isConditional } from '@seccompile/cbpf'

/** Means over the calls of a group, each as heavy as it weighs. */
export interface MeanCost {
  /** Instructions executed, the return included. */
  readonly mean: number
  /**
   * Expected mispredictable branches a call: the sum, over the conditional jumps that it executes, of min(p, 1 - p),
   * where p is the share, by weight, of the group's calls coming to that instruction that take its `jt`.
   */
  readonly mispredictable: number
}

/** What the calls of a group cost. Means are 0 for an empty group. */
export interface GroupCost extends MeanCost {
  readonly count: number
  readonly worst: number
  /** The same means by the weights that were given; absent where no call of the group has one. */
  readonly weighted?: MeanCost
}

/** One call as a group is made from it. */
export interface RunCost {
  /** The instructions that it executes, in order. */
  readonly path: readonly number[]
  /** Absent where nothing is weighted. */
  readonly weight?: number | undefined
}

/** The means, or `undefined` where nothing weighs anything. */
function meanCost(
  program: Program,
  runs: readonly RunCost[],
  weightOf: (run: RunCost) => number,
): MeanCost | undefined {
  const coming = new Float64Array(program.length)
  const taken = new Float64Array(program.length)
  let [total, steps] = [0, 0]
  for (const run of runs) {
    const weight = weightOf(run)
    total += weight
    steps += weight * run.path.length
    for (const [i, pc] of run.path.entries()) {
      const { code, jt } = program[pc]!
      if (!isConditional(code)) continue
      coming[pc]! += weight
      if (run.path[i + 1] === pc + 1 + jt) taken[pc]! += weight
    }
  }
  if (total === 0) return undefined
  // Each jump's min(p, 1 - p), times the weight that comes to it.
  const undecided = coming.reduce((sum, all, pc) => sum + Math.min(taken[pc]!, all - taken[pc]!), 0)
  return { mean: steps / total, mispredictable: undecided / total }
}

/** What `runs` of `program` cost together. */
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
