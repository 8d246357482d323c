/*
 * `seccompile complete`: the scripts with which shells complete a command line of seccompile. The scripts are files
 * of the package, in the languages of the shells.
 */
import { readFileSync } from 'node:fs'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'

/** A shell that has a script. */
export type Shell = 'bash' | 'zsh' | 'fish'

/** `seccompile complete`: the script for `shell`. */
export function complete(io: Io, shell: Shell): ExitCode {
  // The relative path is the same from src/bodies, dist/bodies and dist/bundle.
  io.out(readFileSync(new URL(`../../completions/seccompile.${shell}`, import.meta.url), 'utf8'))
  return EXIT.ok
}
