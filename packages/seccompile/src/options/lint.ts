/* The options of `lint`: which lint rules and warnings count, and from which severity on the command fails. */
import type { Severity } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'
import type { FormatOptions } from './format.ts'
import type { TargetOptions } from './target.ts'

/** The options of `lint`, as typed. */
export interface LintOptions extends TargetOptions, FormatOptions {
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly failOn?: string
  readonly baseline?: string
  readonly use?: readonly string[]
}

/** From which severity on a finding makes the command fail. */
export type FailOn = Severity | 'never'

const FAIL_ON: readonly FailOn[] = ['high', 'medium', 'low', 'never']

/**
 * The value of `--fail-on`; `high` where the option is left out.
 * @throws CliError for another word
 */
export function parseFailOn(text: string = 'high'): FailOn {
  const found = FAIL_ON.find((each) => each === text)
  if (found !== undefined) return found
  const hint = didYouMean(text, FAIL_ON, `; expected ${FAIL_ON.join(', ')}`)
  throw new CliError(`--fail-on: unknown severity ${quote(text)}${hint}`)
}

/** Whether a finding of `severity` makes the command fail. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return FAIL_ON.indexOf(severity) <= FAIL_ON.indexOf(failOn) && failOn !== 'never'
}

function namesIn(lists: readonly string[], option: string, known: ReadonlySet<string>): readonly string[] {
  return lists.flatMap((list) =>
    list.split(',').map((text) => {
      const name = text.trim()
      if (known.has(name)) return name
      const hint = didYouMean(name, known, '; docs/lint-rules.md lists the names')
      throw new CliError(`${option}: no lint rule and no warning is called ${quote(name)}${hint}`)
    }),
  )
}

/**
 * The names that count: those of `--only`, else all that are `known`, without those of `--skip`.
 * @param onlyAsked - names that count only where `--only` has them
 * @throws CliError for an unknown name, or where no name is left
 */
export function wantedNames(
  { only, skip = [] }: Pick<LintOptions, 'only' | 'skip'>,
  known: ReadonlySet<string>,
  onlyAsked: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const taken =
    only === undefined ? [...known].filter((name) => !onlyAsked.has(name)) : namesIn(only, '--only', known)
  const left = new Set(namesIn(skip, '--skip', known))
  const wanted = taken.filter((name) => !left.has(name))
  if (wanted.length === 0) throw new CliError('--only and --skip leave no lint rule and no warning')
  return new Set(wanted)
}
