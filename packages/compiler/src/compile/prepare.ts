import type { Endianness, Program } from '@seccompile/abi'
import { createMemo } from '@seccompile/pass'
import { PolicyError, resolve } from '@seccompile/policy'
import type { Policy, Resolution } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'
import { objectiveOf } from '../objective/objective.ts'
import type { Objective } from '../objective/measures.ts'
import { callOfLongestPath, longestPath } from './longest-path.ts'
import { MAX_INSN_COST, compileOptions } from './options.ts'
import type { CompileOptions, CompileRulesOptions } from './options.ts'
import { chosenPipeline } from './pipelines.ts'
import type { ChosenPipeline } from './pipelines.ts'

/** A policy resolved for its target, and how to compile its rules. */
export interface CompilePlan {
  readonly resolution: Resolution
  readonly abis: readonly AbiTable[]
  readonly endianness: Endianness
  /** The pipeline, perhaps a goal, and the price of an instruction: that of the options, else that of the pipeline. */
  readonly chosen: ChosenPipeline
  readonly how: CompileRulesOptions
  /** Absent where the options have `weigh` instead. */
  readonly objective: Objective | undefined
}

/**
 * Resolves `policy` for its target, and makes the objective: the first step of `compile()`.
 * @throws PolicyError where the policy or an option is wrong for the target
 */
export function prepare(policy: Policy, wanted: CompileOptions): CompilePlan {
  const options = compileOptions(wanted)
  const { insnCost = 0, maxPath = Infinity } = options
  if (!(insnCost >= 0 && insnCost <= MAX_INSN_COST))
    throw new PolicyError(
      'E_NUMBER',
      `the price of an instruction is ${insnCost} executed instructions; expected a number from 0 to ${MAX_INSN_COST}`,
    )
  if (!(maxPath >= 1))
    throw new PolicyError(
      'E_NUMBER',
      `the bound of the longest path is ${maxPath} instructions; expected a number, 1 or more`,
    )
  const { abis, caps, kernel, unknown, knownUpTo, multiplexers, widths, strict, families, launched } = options
  const target = { abis, caps, kernel, unknown, knownUpTo, multiplexers, widths }
  const resolution = resolve(policy, target, { strict, families, launched })
  const endianness = abis[0]?.endianness ?? 'little'
  const { objective: kind, weights, argumentCounts, abiWeights, deniedWeight, weigh } = options
  const memo = createMemo()
  const objective =
    weigh === undefined
      ? objectiveOf(
          resolution.rules,
          abis,
          {
            objective: kind,
            weights,
            argumentCounts,
            abiWeights,
            deniedWeight,
            kernel: kernel ?? policy.kernel,
          },
          memo,
        )
      : undefined
  const named = chosenPipeline(options.pipeline, options.goal)
  const chosen = { ...named, insnCost: options.insnCost ?? named.insnCost }
  return {
    resolution,
    abis,
    endianness,
    chosen,
    how: {
      endianness,
      pipeline: chosen.pass,
      weigh: objective?.weigh ?? weigh,
      insnCost: chosen.insnCost,
      effort: options.effort,
      maxPath: options.maxPath,
      instruments: options.instruments,
      memo,
    },
    objective,
  }
}

/**
 * Checks the bound of `how`: no call executes more instructions than that in `programs` together.
 * @throws PolicyError E_LIMIT where a call does
 */
export function checkPaths(
  programs: readonly Program[],
  { how, chosen, abis, endianness }: CompilePlan,
): void {
  const { maxPath = Infinity } = how
  if (maxPath === Infinity) return
  const lengths = programs.map(longestPath)
  const longest = lengths.reduce((sum, length) => sum + length, 0)
  if (longest <= maxPath) return
  const most = programs[lengths.indexOf(Math.max(...lengths))]!
  const name = callOfLongestPath(most, abis, endianness)
  const hint =
    chosen.goal === undefined
      ? `use pipeline speed (--pipeline speed), which searches for short paths, or raise the bound to ${longest}`
      : `raise the bound to ${longest}, or test fewer values of arguments`
  throw new PolicyError(
    'E_LIMIT',
    `the longest path${name === undefined ? '' : `, one of ${name},`} executes ${longest} instructions, ${longest - maxPath} more than the ${maxPath} allowed; ${hint}`,
  )
}
