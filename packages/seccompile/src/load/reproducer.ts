/* Reproducers on the command line: one writes the input of a failing pass to a file, the other runs the pass on it again. */
import { reproTarget, weighOfRepro } from '@seccompile/compiler'
import type { ObjectiveOptions } from '@seccompile/compiler'
import { parseReproducer, reproducer } from '@seccompile/pass'
import type { Instrument, PassContext, Reproducer } from '@seccompile/pass'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import type { Io } from '../io.ts'
import { parseAbis } from '../options/abi.ts'
import { sayNote } from '../show/say.ts'
import { writeOutput } from '../io/output.ts'
import { inputName, readText } from '../io/input.ts'

/** Keeps the reproducer of the newest failure in memory, until the command knows whether to write it. */
export interface ReproKeeper {
  readonly instruments: readonly Instrument[]
  /**
   * Writes the reproducer, if a pass has failed, to `file`, or to standard output for `-`. Then it prints the command
   * that runs the pass again, with the modules `use`.
   * @throws CliError where the file cannot be written
   */
  readonly save: (io: Io, file: string, use: readonly string[]) => Promise<void>
}

/** A keeper for compilations for `abis`. */
export function reproKeeper(abis: readonly AbiTable[], options: ObjectiveOptions = {}): ReproKeeper {
  let kept: string | undefined
  const target = reproTarget(abis, options)
  // A policy that does not fit one filter is divided. The failure of the run that found this is no fault of a pass.
  const forget: Instrument = {
    before: ({ depth }) => {
      if (depth === 0) kept = undefined
    },
  }
  return {
    instruments: [forget, reproducer({ write: (text) => (kept = text), target })],
    save: async (io, file, use) => {
      if (kept === undefined) return
      if (file === '-') {
        io.out(kept)
        return
      }
      await writeOutput(file, Buffer.from(kept))
      const words = ['seccompile compile --run-repro', file, ...use.flatMap((module) => ['--use', module])]
      sayNote(io, `the input of the pass is in ${file}; "${words.join(' ')}" runs the pass again`)
    },
  }
}

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
