/*
 * Reproducers on the command line: `--repro FILE` keeps what a failing pass was given, `--run-repro FILE` runs it again.
 *
 * How calls are weighed follows from the ABIs, so their names are what a reproducer has to hold beside what the
 * manager knows.
 */
import { weighKnownCalls } from '@seccompile/compiler'
import { parseReproducer, reproducer } from '@seccompile/pass'
import type { Instrument, PassContext, Reproducer } from '@seccompile/pass'
import type { AbiTable } from '@seccompile/syscalls'
import { parseAbis } from './abi-option.ts'
import { CliError } from './cli-error.ts'
import { inputName, readText } from './input.ts'
import type { Io } from './io.ts'
import { writeOutput } from './output.ts'
import { sayNote } from './say.ts'

/** Keeps the reproducer of a run until it is known whether it is wanted. */
export interface ReproKeeper {
  readonly instruments: readonly Instrument[]
  /** Writes it to `file`, where a pass has failed, and says so. @throws CliError where it cannot be written */
  readonly save: (io: Io, file: string) => Promise<void>
}

/** A keeper for one run for `abis`. */
export function reproKeeper(abis: readonly AbiTable[]): ReproKeeper {
  let kept: string | undefined
  const target = { abis: abis.map(({ token }) => token) }
  return {
    instruments: [reproducer({ write: (text) => (kept = text), target })],
    save: async (io, file) => {
      if (kept === undefined) return
      await writeOutput(file, Buffer.from(kept))
      sayNote(
        io,
        `what the pass was given is in ${file}; "seccompile compile --run-repro ${file}" runs it again`,
      )
    },
  }
}

/** A reproducer, with what its target stands for. */
export interface LoadedRepro extends Reproducer {
  readonly abis: readonly AbiTable[]
  readonly weigh: PassContext['weigh']
}

/** The reproducer in the file `path`. @throws CliError or PassError where there is none */
export function loadRepro(path: string): LoadedRepro {
  const file = inputName(path)
  const repro = parseReproducer(readText(path, 'a reproducer in JSON'), { file })
  const tokens = repro.target['abis']
  if (!Array.isArray(tokens) || tokens.length === 0 || !tokens.every((token) => typeof token === 'string'))
    throw new CliError(`${file}: "target": expected "abis", a list of names; "compile --repro" writes one`)
  const abis = parseAbis(tokens.join(','))
  return { ...repro, abis, weigh: weighKnownCalls(abis) }
}
