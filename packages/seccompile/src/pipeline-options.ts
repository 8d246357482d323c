/* The options that say by which passes a filter is made: a preset, or a pipeline of one's own. */
import { DEFAULT_PRESET, isPresetName, presets } from '@seccompile/compiler'
import type { PresetName } from '@seccompile/compiler'
import { parsePipeline } from '@seccompile/pass'
import type { AnyPass, Pass } from '@seccompile/pass'
import { suggest } from '@seccompile/syscalls'
import { CliError } from './cli-error.ts'

/**
 * What `--preset` says, or the default.
 * @throws CliError for a name that is unknown
 */
export function parsePreset(text: string | undefined): PresetName {
  if (text === undefined) return DEFAULT_PRESET
  if (isPresetName(text)) return text
  const known = Object.keys(presets)
  const near = suggest(text, known)
  throw new CliError(
    `--preset: unknown preset "${text}"; ${near === undefined ? `known: ${known.join(', ')}` : `did you mean "${near}"?`}`,
  )
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
