import type { Program } from '@seccompile/abi'
import { optimize } from '@seccompile/compiler'
import type { OptimizeGoal } from '@seccompile/compiler'

/** A figure before and after `optimize`. */
export interface WasIs {
  readonly was: number
  readonly is: number
}

/** The result of `optimize` for a program. */
export interface OptimizeRow {
  readonly program: string
  readonly goal: OptimizeGoal
  readonly insns: WasIs
  /** Instructions executed on average over the allowed calls of each ABI that has some. */
  readonly abis: readonly (WasIs & { readonly abi: string })[]
  readonly attachSteps: WasIs
  /** Milliseconds, the proof included. */
  readonly ms: number
  /** The figure that is worse than before, which is a failure; absent where none is. */
  readonly worse?: string
}

function whyWorse({ insns, abis }: Pick<OptimizeRow, 'insns' | 'abis'>): string | undefined {
  if (insns.is > insns.was) return 'longer'
  const slower = abis.find(({ was, is }) => is > was)
  return slower && `slower on ${slower.abi}`
}

/** The row of `program` for `goal`. An output without a proof counts as worse. */
export function optimizeRow(name: string, program: Program, goal: OptimizeGoal): OptimizeRow {
  const began = performance.now()
  const result = optimize(program, { goal })
  const ms = performance.now() - began
  if (result.kind === 'undecided') {
    const nothing = { was: program.length, is: program.length }
    return {
      program: name,
      goal,
      insns: nothing,
      abis: [],
      attachSteps: { was: 0, is: 0 },
      ms,
      worse: 'not proved',
    }
  }
  const { before, after } = result
  const insns = { was: before.insns, is: after.insns }
  const abis = before.abis
    .map(({ abi, allowed }, i) => ({
      abi,
      count: allowed.count,
      was: allowed.mean,
      is: after.abis[i]!.allowed.mean,
    }))
    .filter(({ count }) => count > 0)
    .map(({ abi, was, is }) => ({ abi, was, is }))
  const worse = whyWorse({ insns, abis })
  const attachSteps = { was: before.attachSteps, is: after.attachSteps }
  return { program: name, goal, insns, abis, attachSteps, ms, ...(worse === undefined ? {} : { worse }) }
}
