/*
 * The target of a reproducer.
 *
 * The weights of calls follow from the rules, the ABIs and the objective. The manager of passes does not know ABIs and
 * objective, so a reproducer holds both in its target. Only passes on rules use weights, and the rules are their input.
 */
import { PassError } from '@seccompile/pass'
import type { PassContext, Reproducer, ReproducerOptions } from '@seccompile/pass'
import { formatKernelVersion, parseKernelVersion } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { objectiveOf } from './objective.ts'
import { isObjectiveKind } from './options.ts'
import type { ObjectiveOptions } from './options.ts'
import { weighKnownCalls } from './weigh.ts'

/** The target of a reproducer of a compilation for `abis`. */
export function reproTarget(
  abis: readonly AbiTable[],
  options: ObjectiveOptions,
): NonNullable<ReproducerOptions['target']> {
  expectList(abis, 'abis', 'token')
  expectObject(options, 'options')
  const { objective, weights, abiWeights, deniedWeight, kernel } = options
  return {
    abis: abis.map(({ token }) => token),
    objective,
    weights,
    abiWeights,
    deniedWeight,
    kernel: kernel && formatKernelVersion(kernel),
  }
}

function isNumbers(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item === 'number')
  )
}

/**
 * The weights of the calls of the run that failed, made from the target of its reproducer; `file` names it in messages.
 * @throws PassError E_REPRODUCER where the target is wrong
 */
export function weighOfRepro(
  repro: Reproducer,
  abis: readonly AbiTable[],
  file: string,
): PassContext['weigh'] {
  expectObject(repro, 'repro', 'level', 'ir', 'target')
  expectList(abis, 'abis', 'token')
  const { level, ir, target } = repro
  const { objective, weights, abiWeights, deniedWeight, kernel: named } = target
  const fail = (name: string, expected: string): PassError =>
    new PassError('E_REPRODUCER', file, `"target": "${name}": expected ${expected}`)
  if (objective !== undefined && !(typeof objective === 'string' && isObjectiveKind(objective)))
    throw fail('objective', 'the name of an objective')
  if (weights !== undefined && !isNumbers(weights))
    throw fail('weights', 'an object from call name to number')
  if (abiWeights !== undefined && !isNumbers(abiWeights))
    throw fail('abiWeights', 'an object from ABI to number')
  if (deniedWeight !== undefined && typeof deniedWeight !== 'number') throw fail('deniedWeight', 'a number')
  const kernel = typeof named === 'string' ? parseKernelVersion(named) : undefined
  if (named !== undefined && kernel === undefined) throw fail('kernel', 'a version such as "6.1"')
  // Passes below the rules do not use the weights of an objective.
  if (level !== 'rules') return weighKnownCalls(abis)
  return objectiveOf(ir as RuleSet, abis, { objective, weights, abiWeights, deniedWeight, kernel }).weigh
}
