/*
 * Reproducers on the command line: `seccompile reproduce FILE` runs a failed pass on its input again.
 */
import { weighOfRepro } from '@seccompile/compiler'
import { parseReproducer } from '@seccompile/pass'
import type { PassContext, Reproducer } from '@seccompile/pass'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { parseAbis } from '../options/abi.ts'
import { inputName, readText } from '../io/input.ts'

/** A reproducer, with the ABIs and weights that its target describes. */
export interface LoadedRepro extends Reproducer {
  readonly abis: readonly AbiTable[]
  readonly weigh: PassContext['weigh']
}

/**
 * The reproducer in the file `path`.
 * @throws CliError or PassError where the file holds none
 */
export function loadRepro(path: string): LoadedRepro {
  const file = inputName(path)
  const repro = parseReproducer(readText(path, 'a reproducer in JSON'), { file })
  const tokens = repro.target['abis']
  if (!Array.isArray(tokens) || tokens.length === 0 || !tokens.every((token) => typeof token === 'string'))
    throw new CliError(`${file}: "target": expected "abis", a list of names; "compile --repro" writes one`)
  const abis = parseAbis(tokens.join(','))
  return { ...repro, abis, weigh: weighOfRepro(repro, abis, file) }
}
