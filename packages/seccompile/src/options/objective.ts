/* The options of `compile` for the objective, the price of an instruction, the longest path and the effort. */
import { BITMAP_KERNEL, isObjectiveKind, MAX_INSN_COST, OBJECTIVES } from '@seccompile/compiler'
import type { ObjectiveKind, ObjectiveOptions, PipelineName } from '@seccompile/compiler'
import type { Effort } from '@seccompile/pass'
import { formatKernelVersion, NEWEST_KERNEL } from '@seccompile/policy'
import { isAtLeast } from '@seccompile/policy/parts'
import type { KernelVersion } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { parseAbis } from './abi.ts'
import { oneOf } from './one-of.ts'
import type { PipelineFlag } from './pipeline.ts'

/** The options, as typed. */
export interface ObjectiveCommandOptions {
  readonly weights?: string
  readonly objective?: string
  readonly abiWeight?: readonly string[]
  readonly insnCost?: string
  readonly maxPath?: string
  readonly effort?: string
}

/** The values of these options. */
export interface Search extends ObjectiveOptions {
  /** The price of the pipeline where absent. */
  readonly insnCost?: number | undefined
  readonly maxPath: number
  readonly effort: Effort
}

function parseObjective(text: string): ObjectiveKind {
  return isObjectiveKind(text)
    ? text
    : oneOf('--objective', text, Object.keys(OBJECTIVES).filter(isObjectiveKind))
}

function parseMaxPath(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new CliError(`--max-path: expected a number of instructions from 1 to 9999; got "${text}"`)
}

/** Decimal digits, with or without a point and an exponent. */
const DECIMAL = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

function parseInsnCost(text: string): number {
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const cost = DECIMAL.test(text) ? Number(text) : Number(over) / Number(under)
  if (cost <= MAX_INSN_COST) return cost
  throw new CliError(
    `--insn-cost: expected a number from 0 to ${MAX_INSN_COST}, for example 0.05 or 1/8; got "${text}"`,
  )
}

function parseAbiWeights(list: readonly string[]): Partial<Record<AbiToken, number>> {
  const weights: Partial<Record<AbiToken, number>> = {}
  for (const text of list) {
    const [, name = '', weight = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? []
    if (!DECIMAL.test(weight))
      throw new CliError(`--abi-weight: expected ABI=WEIGHT, for example x86=0.1; got "${text}"`)
    const [{ token }, ...others] = parseAbis(name, '--abi-weight')
    if (others.length > 0) throw new CliError(`--abi-weight: expected one ABI for each; got "${name}"`)
    if (Object.hasOwn(weights, token)) throw new CliError(`--abi-weight: ${token} is given twice`)
    weights[token] = Number(weight)
  }
  return weights
}

/** Checks that the options go together, before any file is read. @throws CliError where two do not */
function checkTogether(
  { weights, objective, abiWeight, insnCost, effort }: ObjectiveCommandOptions,
  { pipeline, pipelineFlag, kernel = NEWEST_KERNEL }: SearchSurroundings,
): void {
  if (weights !== undefined && (objective === 'uniform' || objective === 'attach'))
    throw new CliError(
      `--weights and --objective ${objective} exclude each other; leave one out, or use --objective weights or bitmap`,
    )
  if (abiWeight !== undefined && objective === 'attach')
    throw new CliError(
      '--abi-weight and --objective attach exclude each other: at attach every number counts, whatever its ABI; leave one out',
    )
  if (pipeline === 'none') {
    const idle = Object.entries({
      weights,
      objective,
      'abi-weight': abiWeight,
      'insn-cost': insnCost,
      effort,
    }).find(([, value]) => value !== undefined)
    if (idle !== undefined)
      throw new CliError(
        `--${idle[0]} has no effect under ${pipelineFlag} none, which tests calls in the order of the policy; use ${pipelineFlag} speed, size or list`,
      )
  }
  if ((objective === 'bitmap' || objective === 'attach') && !isAtLeast(kernel, BITMAP_KERNEL))
    throw new CliError(
      `--objective ${objective} is about the allow bitmap of Linux ${formatKernelVersion(BITMAP_KERNEL)} and newer, and --kernel says ${formatKernelVersion(kernel)}; use --objective uniform or weights`,
    )
}

/** The rest of the command line, which the options must fit. */
export interface SearchSurroundings {
  /** `undefined` where passes are given instead. */
  readonly pipeline: PipelineName | undefined
  /** The option that was typed to choose it. */
  readonly pipelineFlag: PipelineFlag
  /** That of `--kernel`; the newest known where it is left out. */
  readonly kernel: KernelVersion | undefined
  /** Whether the policy comes from standard input; then weights cannot come from there. */
  readonly isPolicyStdin: boolean
}

/**
 * The values of the options.
 * @throws CliError for an unknown word, a bad number, or options that do not go together
 */
export function parseSearch(options: ObjectiveCommandOptions, surroundings: SearchSurroundings): Search {
  const { weights, objective, abiWeight, insnCost, maxPath, effort } = options
  const parsed = {
    objective: objective === undefined ? undefined : parseObjective(objective),
    abiWeights: abiWeight === undefined ? undefined : parseAbiWeights(abiWeight),
    insnCost: insnCost === undefined ? undefined : parseInsnCost(insnCost),
    maxPath: maxPath === undefined ? Infinity : parseMaxPath(maxPath),
    effort: effort === undefined ? 'default' : oneOf('--effort', effort, ['default', 'max']),
  } as const
  checkTogether(options, surroundings)
  if (weights === '-' && surroundings.isPolicyStdin)
    throw new CliError('the policy and --weights cannot both come from standard input; name a file for one')
  return parsed
}
