/* The passes of `compile` if `--passes` or `--use` is typed. */
import { passes as builtIn } from '@seccompile/compiler'
import type { GoalName } from '@seccompile/compiler'
import { parsePipeline } from '@seccompile/pass'
import type { AnyPass, Pass } from '@seccompile/pass'
import { CliError } from '../io/cli-error.ts'
import type { OwnPipelineOptions } from '../options/passes.ts'
import { loadPasses, ownFault } from './passes.ts'

/** The options that name passes, and modules that export passes. */
export interface PassesOptions extends OwnPipelineOptions {
  readonly use?: readonly string[] | undefined
}

/** The parsed values of these options. */
export interface TypedPasses {
  /** The pipeline of `--passes`. */
  readonly pipeline: Pass<'rules', 'program'> | undefined
  /** The goal of `--goal`, for which the pipeline takes part in a choice. */
  readonly goal: GoalName | undefined
  /** `error` as a fault of a module of `--use`; `undefined`, if it is no fault of a pass of such a module. */
  readonly faultOf: (error: unknown) => CliError | undefined
}

/**
 * The pipeline that `text`, the value of `--passes`, describes, with passes from `known`.
 * @throws PassError or CliError where it describes no pipeline from rules to program
 */
function parsePasses(text: string, known: readonly AnyPass[]): Pass<'rules', 'program'> {
  const pass = parsePipeline(text, known)
  if (pass.from !== 'rules' || pass.to !== 'program')
    throw new CliError(
      `--passes: the list leads from ${pass.from} to ${pass.to}; a compilation leads from rules to program`,
    )
  return pass as Pass<'rules', 'program'> // the levels were just checked
}

/**
 * The pipeline of `--passes`, with passes of the compiler and of the modules of `--use`.
 * @throws PassError or CliError where a module or the pipeline is wrong
 */
export async function typedPasses({ passes, goal, use = [] }: PassesOptions): Promise<TypedPasses> {
  if (goal !== undefined && passes === undefined)
    throw new CliError('--goal needs --passes; --pipeline names both passes and a goal')
  const own = await loadPasses(use, builtIn)
  return {
    pipeline: passes === undefined ? undefined : parsePasses(passes, [...builtIn, ...own.passes]),
    goal,
    faultOf: (error) => ownFault(error, own),
  }
}
