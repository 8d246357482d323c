/*
 * Reproducers on the command line: `--repro FILE` writes the input of a failing pass, `--run-repro FILE` runs the pass
 * on it again.
 *
 * The weights of calls follow from the rules, the ABIs and the objective. The manager of passes does not know ABIs and
 * objective, so a reproducer holds both in its target. Only passes on rules use weights, and the rules are their input.
 */
import { isObjectiveKind, objectiveOf, weighKnownCalls } from '@seccompile/compiler'
import type { ObjectiveOptions } from '@seccompile/compiler'
import { parseReproducer, reproducer } from '@seccompile/pass'
import type { Instrument, PassContext, Reproducer } from '@seccompile/pass'
import { formatKernelVersion, parseKernelVersion } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
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
export function reproKeeper(
  abis: readonly AbiTable[],
  { objective, weights, abiWeights, kernel }: ObjectiveOptions = {},
): ReproKeeper {
  let kept: string | undefined
  const target = {
    abis: abis.map(({ token }) => token),
    objective,
    weights,
    abiWeights,
    kernel: kernel && formatKernelVersion(kernel),
  }
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
  return { ...repro, abis, weigh: weighOf(repro, abis, file) }
}

function isNumbers(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item === 'number')
  )
}

function weighOf(
  { level, ir, target }: Reproducer,
  abis: readonly AbiTable[],
  file: string,
): PassContext['weigh'] {
  const { objective, weights, abiWeights, kernel: named } = target
  const fail = (name: string, expected: string): CliError =>
    new CliError(`${file}: "target": "${name}": expected ${expected}`)
  if (objective !== undefined && !(typeof objective === 'string' && isObjectiveKind(objective)))
    throw fail('objective', 'the name of an objective')
  if (weights !== undefined && !isNumbers(weights))
    throw fail('weights', 'an object from call name to number')
  if (abiWeights !== undefined && !isNumbers(abiWeights))
    throw fail('abiWeights', 'an object from ABI to number')
  const kernel = typeof named === 'string' ? parseKernelVersion(named) : undefined
  if (named !== undefined && kernel === undefined) throw fail('kernel', 'a version such as "6.1"')
  // Passes below the rules do not use the weights of an objective.
  if (level !== 'rules') return weighKnownCalls(abis)
  return objectiveOf(ir as RuleSet, abis, { objective, weights, abiWeights, kernel }).weigh
}
