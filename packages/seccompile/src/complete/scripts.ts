/*
 * The scripts by which shells complete the words of seccompile. They are files of the package, in the languages of the
 * shells.
 */
import { readFileSync } from 'node:fs'
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'

/** A shell that has a script. */
export type Shell = 'bash' | 'zsh' | 'fish'

/** The shells for which there is a script. */
const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish']

/**
 * The shell that `text` names.
 * @throws CliError where there is no script for it
 */
export function parseShell(text: string): Shell {
  const found = SHELLS.find((shell) => shell === text)
  if (found !== undefined) return found
  const hint = didYouMean(text, SHELLS, '; there are scripts for bash, zsh and fish')
  throw new CliError(`unknown shell ${quote(text)}${hint}`)
}

/** The script for `shell`. */
export function completionScript(shell: Shell): string {
  // From src/complete, dist/complete and dist/bundle it is the same way.
  return readFileSync(new URL(`../../completions/seccompile.${shell}`, import.meta.url), 'utf8')
}
