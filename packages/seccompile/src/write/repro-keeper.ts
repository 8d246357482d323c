/* `compile --repro FILE`: the reproducer of a failing pass, which load/reproducer.ts reads again. */
import { reproTarget } from '@seccompile/compiler'
import type { ObjectiveOptions } from '@seccompile/compiler'
import { reproducer } from '@seccompile/pass'
import type { Instrument } from '@seccompile/pass'
import type { AbiTable } from '@seccompile/syscalls'
import { shellLine } from '@seccompile/text-layout'
import type { Io } from '../io/io.ts'
import { sayNote } from '../show/say.ts'
import { writeOutput } from '../io/output.ts'

/** Keeps the reproducer of the newest failure in memory. The command decides later whether to write it. */
export interface ReproKeeper {
  readonly instruments: readonly Instrument[]
  /**
   * If a pass has failed, writes the reproducer to `file`, or to standard output for `-`. Then prints the command
   * that runs the pass again, with the modules `use`.
   * @throws CliError where the file cannot be written
   */
  readonly save: (io: Io, file: string, use: readonly string[]) => Promise<void>
}

/** A keeper for compilations for `abis`. */
export function reproKeeper(abis: readonly AbiTable[], options: ObjectiveOptions = {}): ReproKeeper {
  let kept: string | undefined
  const target = reproTarget(abis, options)
  // A policy that does not fit one filter is divided. The run that finds this fails, but no pass is at fault.
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
      const line = shellLine(['seccompile', 'reproduce', file, ...use.flatMap((module) => ['--use', module])])
      sayNote(io, `the input of the pass is in ${file}; "${line}" runs the pass again`)
    },
  }
}
