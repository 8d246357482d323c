/*
 * The scripts by which shells complete the words of seccompile. They are files of the package, in the languages of the
 * shells.
 */
import { readFileSync } from 'node:fs'

/** A shell that has a script. */
export type Shell = 'bash' | 'zsh' | 'fish'

/** The script for `shell`. */
export function completionScript(shell: Shell): string {
  // From src/complete, dist/complete and dist/bundle it is the same way.
  return readFileSync(new URL(`../../completions/seccompile.${shell}`, import.meta.url), 'utf8')
}
