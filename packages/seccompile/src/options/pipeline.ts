/* The option that chooses a named pipeline. */
import { DEFAULT_PIPELINE, isPipelineName, pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { choice } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

/** All named pipelines. */
export const PIPELINE_NAMES: readonly PipelineName[] = Object.keys(pipelines).filter(isPipelineName)

/** `--pipeline` with the pipelines `names`. */
export function pipelineOption<const Name extends PipelineName>(
  names: readonly Name[],
  brief: string = 'the passes to run and what they minimise',
): Option<Name | undefined> {
  return choice({
    placeholder: 'name',
    brief,
    choices: names,
    otherwise: DEFAULT_PIPELINE,
  })
}
