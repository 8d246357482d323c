/*
 * Reproducers on the command line: `seccompile reproduce FILE` runs a failed pass on its input again.
 *
 * The weights of calls follow from the rules, the ABIs and the objective. The manager of passes does not know ABIs and
 * objective, so a reproducer holds both in its target. Only passes on rules use weights, and the rules are their input.
 */
import { isObjectiveKind, objectiveOf, weighKnownCalls } from '@seccompile/compiler'
import { parseReproducer } from '@seccompile/pass'
import type { PassContext, Reproducer } from '@seccompile/pass'
import { parseKernelVersion } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { parseAbis } from '../options/abi.ts'
import { inputName, readText } from './input.ts'

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
