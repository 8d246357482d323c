/* The arguments and options that name files. */
import { PRESET } from '@seccompile/policy-files'
import { argument } from '../syntax/argument.ts'
import type { CommandArgument } from '../syntax/argument.ts'
import { FILES, listOf, oneOf } from '../syntax/completion.ts'
import type { Complete } from '../syntax/completion.ts'
import { allAsTyped, repeated, valued } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'
import { filePath } from './texts.ts'

/** The presets by their names. */
export const PRESETS: Complete = listOf(async () => {
  const { PRESETS: all } = await import('@seccompile/presets')
  return all.map(({ name, summary }) => ({ value: name, about: summary }))
}, '+')

/** Completes a file, or a preset after its prefix. */
export const POLICY_OR_FILE: Complete = async (word, typed) => {
  if (!word.startsWith(PRESET))
    return { candidates: [{ value: PRESET, about: 'a policy of seccompile by its name' }], found: 'files' }
  const { candidates, found } = await PRESETS(word.slice(PRESET.length), typed)
  return { candidates: candidates.map((each) => ({ ...each, value: `${PRESET}${each.value}` })), found }
}

/** An argument that names one policy. */
export const POLICY: CommandArgument<string> = argument(
  'an OCI or Docker profile, a SeccompProfile of Kubernetes, a unit of systemd, a policy of minijail or seccompiler, a module with a policy as default export, preset:NAME (or preset:NAME+NAME), or - for standard input; FILE#NAME is one of several in a file',
  POLICY_OR_FILE,
)

/** An argument that names one filter; a policy is compiled. */
export const FILE: CommandArgument<string> = argument(
  'a raw filter, or any policy that compile takes',
  POLICY_OR_FILE,
)

/** An argument that names one filter or a stack of filters. */
export const SIDE: CommandArgument<string> = argument(
  'a raw filter, the raw filters of a stack separated by commas, or any policy that compile takes',
  POLICY_OR_FILE,
)

/** `--output` for the output of a command. @param what - the noun of the help, such as `the answer` */
export function outputOption(
  what: string,
  otherwise: string = 'standard output',
): Option<string | undefined> {
  return valued({
    short: 'o',
    placeholder: 'file',
    brief: `where to write ${what}, or - for standard output`,
    otherwise,
    parse: filePath,
    complete: FILES,
  })
}

/** The file for a filter. */
export const OUTPUT: Option<string | undefined> = outputOption(
  'the filter',
  'standard output, unless it is a terminal',
)

/** The weights: how often calls are made. @param brief - the use of the weights, and the files that hold some */
export function weightsOption(brief: string): Option<string | undefined> {
  return valued({ placeholder: 'file', brief, parse: filePath, complete: oneOf(['server'], 'files') })
}

/** Modules that the person wrote. @param what - the noun for their exports, such as `passes` */
export function useOption(what: string): Option<readonly string[] | undefined> {
  return repeated({
    placeholder: 'module',
    brief: `a module with ${what} of your own, a path or a package`,
    parse: allAsTyped,
    complete: FILES,
  })
}
