/* The passes of `compile` where `--passes` or `--use` is typed. */
import { passes as builtIn } from '@seccompile/compiler'
import type { GoalName } from '@seccompile/compiler'
import { parsePipeline } from '@seccompile/pass'
import type { AnyPass, Pass } from '@seccompile/pass'
import { CliError } from '../io/cli-error.ts'
import type { OwnPipelineOptions } from '../options/passes.ts'
import { loadPasses, ownFault } from './passes.ts'

/** The options that name passes, and the modules that have some. */
export interface PassesOptions extends OwnPipelineOptions {
  readonly use?: readonly string[] | undefined
}

/** What these options mean. */
export interface TypedPasses {
  /** The pipeline of `--passes`. */
  readonly pipeline: Pass<'rules', 'program'> | undefined
  /** The goal of `--goal`, for which the pipeline takes part in a choice. */
  readonly goal: GoalName | undefined
  /** `error` as a fault of a module of `--use`; `undefined` where no pass of such a module is to blame. */
  readonly faultOf: (error: unknown) => CliError | undefined
}

/**
 * The pipeline that `text`, the value of `--passes`, describes, made of passes of `known`.
 * @throws PassError or CliError where it describes none from rules to program
 */
function parsePasses(text: string, known: readonly AnyPass[]): Pass<'rules', 'program'> {
  const pass = parsePipeline(text, known)
  if (pass.from !== 'rules' || pass.to !== 'program')
    throw new CliError(
      `--passes: leads from ${pass.from} to ${pass.to}; a compilation leads from rules to program`,
    )
  return pass as Pass<'rules', 'program'> // the levels were just checked
}

/**
 * The pipeline of `--passes`, of passes of the compiler and of the modules of `--use`.
 * @throws PassError or CliError where a module or the pipeline is wrong
 */
export async function typedPasses({ passes, goal, use = [] }: PassesOptions): Promise<TypedPasses> {
  if (goal !== undefined && passes === undefined)
    throw new CliError('--goal goes with --passes; --pipeline names both passes and a goal')
  const own = await loadPasses(use, builtIn)
  return {
    pipeline: passes === undefined ? undefined : parsePasses(passes, [...builtIn, ...own.passes]),
    goal,
    faultOf: (error) => ownFault(error, own),
  }
}
