/* The options that say by which passes a filter is made: a named pipeline, or passes of one's own. */
import { didYouMean } from '@seccompile/abi'
import { DEFAULT_PIPELINE } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { parsePipeline } from '@seccompile/pass'
import type { AnyPass, Pass } from '@seccompile/pass'
import { CliError } from '../cli-error.ts'

/**
 * Which of `known`, the pipelines of a command, `--pipeline` says, or the default.
 * @throws CliError for a name that is none of them
 */
export function parsePipelineName<Name extends PipelineName>(
  text: string | undefined,
  known: readonly Name[],
): Name {
  const wanted = text ?? DEFAULT_PIPELINE
  const found = known.find((name) => name === wanted)
  if (found !== undefined) return found
  const hint = didYouMean(wanted, known, `; known: ${known.join(', ')}`)
  throw new CliError(`--pipeline: unknown pipeline "${wanted}"${hint}`)
}

/**
 * The compilation that `--passes` writes, out of `known`.
 * @throws PassError or CliError where it is none
 */
export function parsePasses(text: string, known: readonly AnyPass[]): Pass<'rules', 'program'> {
  const pass = parsePipeline(text, known)
  if (pass.from !== 'rules' || pass.to !== 'program')
    throw new CliError(
      `--passes: leads from ${pass.from} to ${pass.to}; a compilation leads from rules to program`,
    )
  return pass as Pass<'rules', 'program'> // the levels were just checked
}
