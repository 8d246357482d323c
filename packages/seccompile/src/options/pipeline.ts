/* The options that choose a named pipeline. */
import { DEFAULT_PIPELINE } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { didYouMean } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'

/** The options that choose a named pipeline, as typed. */
export interface PipelineOptions {
  readonly pipeline?: string
  /** The hidden alias; `byPipeline` copies its value to `pipeline`. */
  readonly preset?: string
}

/** An option that chooses a named pipeline. */
export type PipelineFlag = '--pipeline' | '--preset'

/** The option that was typed to choose a pipeline, for messages. */
export function pipelineFlag({ preset }: PipelineOptions): PipelineFlag {
  return preset === undefined ? '--pipeline' : '--preset'
}

/**
 * The pipeline that the options name, or the default one.
 * @param known - the pipelines of the command
 * @throws CliError for a name that is not in `known`
 */
export function parsePipelineName<Name extends PipelineName>(
  options: PipelineOptions,
  known: readonly Name[],
): Name {
  const wanted = options.pipeline ?? DEFAULT_PIPELINE
  const found = known.find((name) => name === wanted)
  if (found !== undefined) return found
  const hint = didYouMean(wanted, known, `; known: ${known.join(', ')}`)
  throw new CliError(`${pipelineFlag(options)}: unknown pipeline "${wanted}"${hint}`)
}
