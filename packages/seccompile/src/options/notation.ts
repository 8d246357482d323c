/* The notation in which a command writes a filter. `--to` names it, or else the ending of the file. */
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import type { Notation } from '@seccompile/policy-files'
import { NOTATIONS } from '@seccompile/policy-files'
import { FREE, oneOf } from '../syntax/completion.ts'
import { flag, valued } from '../syntax/option.ts'
import type { OptionsOf } from '../syntax/option.ts'
import { nonEmpty } from './texts.ts'

/** The options that choose a notation. */
export interface NotationOptions {
  readonly to?: Notation | undefined
  readonly output?: string | undefined
  readonly denyInexpressible?: boolean
  readonly name?: string | undefined
}

const NAMES = NOTATIONS.map(({ name }) => name)

/**
 * The notation with the name `word`, the value of the option `flag`.
 * @throws CliError where no notation has this name
 */
export function parseNotation(word: string, flag: string): Notation {
  const found = NOTATIONS.find(({ name }) => name === word)
  if (found !== undefined) return found
  throw new CliError(
    `${flag}: unknown notation ${quote(word)}${didYouMean(word, NAMES, `; there are ${NAMES.join(', ')}`)}`,
  )
}

/** The options for the notation, and for the calls that the notation cannot express. */
export const NOTATION: OptionsOf<Omit<NotationOptions, 'output' | 'name'>> = {
  to: valued({
    placeholder: 'notation',
    brief: `notation to write: ${NAMES.join(', ')}`,
    otherwise: 'by the ending of the file, such as .bpf or .json',
    parse: parseNotation,
    complete: oneOf(NAMES),
  }),
  denyInexpressible: flag(
    'refuse the calls that the notation cannot express, and list them; calls of other architectures may get a weaker action, such as KILL_THREAD instead of KILL_PROCESS',
  ),
}

/** The option for the name of a text. */
export const TEXT_NAME: OptionsOf<Pick<NotationOptions, 'name'>> = {
  name: valued({
    placeholder: 'name',
    brief: 'the metadata.name of a SeccompProfile of Kubernetes',
    otherwise: 'profile',
    parse: nonEmpty('a name'),
    complete: FREE,
  }),
}

/** The notation that the ending of the file `output` stands for; `undefined` where it stands for no notation. */
function byEnding(output: string | undefined): Notation | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(output ?? '')?.[1]?.toLowerCase()
  return NOTATIONS.find(({ endings }) => ending !== undefined && endings.includes(ending))
}

/** Checks `--deny-inexpressible` and `--name`. @throws CliError where `notation` has no use for them */
function checkUse(notation: Notation, { denyInexpressible = false, name }: NotationOptions): Notation {
  if (name !== undefined && !('hasName' in notation && notation.hasName))
    throw new CliError(`--name: ${notation.title} has no name; leave it out`)
  if (!denyInexpressible || notation.kind === 'policy') return notation
  throw new CliError(`--deny-inexpressible: ${notation.title} can express every filter; leave it out`)
}

/**
 * The notation that `--to` names, or else the ending of the file, or else `otherwise`.
 * @throws CliError where no notation is named, and for `--deny-inexpressible` with a notation that can express every
 * filter
 */
export function chosenNotation(options: NotationOptions, otherwise?: string): Notation {
  const { to, output } = options
  if (to !== undefined) return checkUse(to, options)
  const found = byEnding(output) ?? (otherwise === undefined ? undefined : parseNotation(otherwise, '--to'))
  if (found !== undefined) return checkUse(found, options)
  const names = NAMES.join(', ')
  throw new CliError(
    output === undefined || output === '-'
      ? `--to: expected a notation: ${names}`
      : `${output}: its ending names no notation; name one with --to: ${names}`,
  )
}
