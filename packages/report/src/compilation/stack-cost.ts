import { verdictOf } from '@seccompile/abi'
import { pathLength } from '@seccompile/cbpf'
import type { Cost, StackedFilter } from '@seccompile/compiler'
import { stackVerdict } from '@seccompile/prover'
import type { TableCell } from '@seccompile/text-layout'

/** The cost of the calls of an ABI under a stack. Every filter of a stack runs for each call. */
export interface StackAbiCost {
  readonly abi: string
  readonly allowed: StackSteps
  readonly denied: StackSteps
  /** The calls that are in the allow bitmap of every filter. */
  readonly cached: number
}

/** Executed instructions of a group of calls; the mean of an empty group is 0. */
export interface StackSteps {
  readonly count: number
  readonly mean: number
  readonly worst: number
}

/** The mean and the worst of a group of calls, as cells of a table; `-` where the group is empty. */
export function stepCells({ count, mean, worst }: StackSteps): {
  readonly mean: TableCell
  readonly worst: TableCell
} {
  return count === 0 ? { mean: '-', worst: '-' } : { mean, worst }
}

/** The cost of a stack. */
export interface StackCost {
  readonly insns: number
  /** The count that the kernel bounds for a task. @see kernel/seccomp.c: seccomp_attach_filter() */
  readonly ebpfInsns: number
  readonly attachSteps: number
  /** A bound on the instructions that any call executes: the sum of the longest paths of all filters. */
  readonly longestPath: number
  readonly abis: readonly StackAbiCost[]
}

function stepsOf(steps: readonly number[]): StackSteps {
  const sum = steps.reduce((a, b) => a + b, 0)
  return {
    count: steps.length,
    mean: steps.length === 0 ? 0 : sum / steps.length,
    worst: Math.max(0, ...steps),
  }
}

/** The cost of the stack `filters`, in the order of attachment; `costs` holds the cost of each filter alone. */
export function stackCost(filters: readonly StackedFilter[], costs: readonly Cost[]): StackCost {
  const total = (of: (cost: Cost) => number): number => costs.reduce((sum, cost) => sum + of(cost), 0)
  const allow = verdictOf('ALLOW')
  const abis = (costs[0]?.abis ?? []).map(({ abi, calls }, place): StackAbiCost => {
    const each = calls.map((_, i) => {
      const parts = costs.map((cost) => cost.abis[place]!.calls[i]!)
      return {
        steps: parts.reduce((sum, { steps }) => sum + steps, 0),
        isAllowed: stackVerdict(parts.map(({ verdict }) => verdict)) === allow,
        isCached: parts.every(({ uncached }) => uncached === undefined),
      }
    })
    const group = (isAllowed: boolean): StackSteps =>
      stepsOf(each.filter((call) => call.isAllowed === isAllowed).map(({ steps }) => steps))
    return {
      abi,
      allowed: group(true),
      denied: group(false),
      cached: each.filter(({ isCached }) => isCached).length,
    }
  })
  return {
    insns: total(({ insns }) => insns),
    ebpfInsns: pathLength(filters.map(({ program }) => program)),
    attachSteps: total(({ attachSteps }) => attachSteps),
    longestPath: total(({ longestPath }) => longestPath),
    abis,
  }
}
