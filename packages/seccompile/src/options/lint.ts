/*
 * The options of `lint` and `report`: the lint rules and warnings that count, and the lowest severity at which a
 * finding fails.
 */
import type { Severity } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import { FILES, listOf } from '../syntax/completion.ts'
import { itemsOf, repeated, valued } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'
import { filePath } from './texts.ts'

/** The options that say which findings count. */
export interface FindingOptions {
  readonly only?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  readonly baseline?: string | undefined
  readonly use?: readonly string[] | undefined
}

/** The lowest severity at which a finding makes the command fail. */
export type FailOn = Severity | 'never'

/** The values of `--fail-on`, the worst first. */
export const FAIL_ON: readonly FailOn[] = ['high', 'medium', 'low', 'never']

/** Names of lint rules and warnings. They are known only after the modules of `--use` are loaded. */
export function ruleNamesOption(brief: string): Option<readonly string[] | undefined> {
  return repeated({
    placeholder: 'names',
    brief,
    parse: itemsOf,
    complete: listOf(async () => (await import('./findings.ts')).findingNames()),
  })
}

/** The file of accepted findings. */
export function baselineOption(brief: string): Option<string | undefined> {
  return valued({ placeholder: 'file', brief, parse: filePath, complete: FILES })
}

/** Whether a finding of `severity` makes the command fail. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return FAIL_ON.indexOf(severity) <= FAIL_ON.indexOf(failOn) && failOn !== 'never'
}

/** @throws CliError for a name that is not `known` */
function checkKnown(names: readonly string[], option: string, known: ReadonlySet<string>): void {
  const unknown = names.find((name) => !known.has(name))
  if (unknown === undefined) return
  const hint = didYouMean(unknown, known, '; docs/lint-rules.md lists the names')
  throw new CliError(`${option}: no lint rule and no warning is called ${quote(unknown)}${hint}`)
}

/**
 * The names that count: those of `--only`, or else all `known` names; without those of `--skip`.
 * @param onlyAsked - names that count only if `--only` has them
 * @throws CliError for an unknown name, or where no name is left
 */
export function wantedNames(
  { only, skip = [] }: Pick<FindingOptions, 'only' | 'skip'>,
  known: ReadonlySet<string>,
  onlyAsked: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  checkKnown(only ?? [], '--only', known)
  checkKnown(skip, '--skip', known)
  const taken = only ?? [...known].filter((name) => !onlyAsked.has(name))
  const wanted = taken.filter((name) => !skip.includes(name))
  if (wanted.length === 0) throw new CliError('--only and --skip leave no lint rule and no warning')
  return new Set(wanted)
}
