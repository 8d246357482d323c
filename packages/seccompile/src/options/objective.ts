/* The options of `compile` for the objective, the price of an instruction, the longest path and the effort. */
import { BITMAP_KERNEL, isObjectiveKind, MAX_INSN_COST, OBJECTIVES } from '@seccompile/compiler'
import type { ObjectiveKind, ObjectiveOptions, PipelineName } from '@seccompile/compiler'
import type { Effort } from '@seccompile/pass'
import { formatKernelVersion, NEWEST_KERNEL } from '@seccompile/policy'
import type { KernelVersion } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { isAtLeast } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { FREE } from '../syntax/completion.ts'
import { choice, flagOf, onPage, repeated, valued } from '../syntax/option.ts'
import type { OptionsOf } from '../syntax/option.ts'
import { parseAbis } from './abi.ts'
import { weightsOption } from './files.ts'

/** The options for the search of a layout. */
export interface SearchOptions {
  readonly objective?: ObjectiveKind | undefined
  readonly weights?: string | undefined
  readonly abiWeight?: Partial<Record<AbiToken, number>> | undefined
  readonly deniedWeight?: number | undefined
  readonly insnCost?: number | undefined
  readonly maxPath?: number | undefined
  readonly effort?: Effort | undefined
}

/** The parsed values of these options, without the weights, which come from a file. */
export interface SearchChoices extends ObjectiveOptions {
  /** Absent for the price of the pipeline. */
  readonly insnCost?: number | undefined
  readonly maxPath: number
  readonly effort: Effort
}

function parseMaxPath(text: string, flag: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new CliError(`${flag}: expected a number of instructions from 1 to 9999; got "${text}"`)
}

/** Decimal digits, with or without a point and an exponent. */
const DECIMAL = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** The number or the quotient `text`, from 0 to `most`. */
function parseRatio(text: string, flag: string, most: number): number {
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const ratio = DECIMAL.test(text) ? Number(text) : Number(over) / Number(under)
  if (ratio <= most) return ratio
  throw new CliError(`${flag}: expected a number from 0 to ${most}, for example 0.05 or 1/8; got "${text}"`)
}

function parseAbiWeights(list: readonly string[], flag: string): Partial<Record<AbiToken, number>> {
  const weights: Partial<Record<AbiToken, number>> = {}
  for (const text of list) {
    const [, name = '', weight = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? []
    if (!DECIMAL.test(weight))
      throw new CliError(`${flag}: expected ABI=WEIGHT, for example x86=0.1; got "${text}"`)
    const [{ token }, ...others] = parseAbis(name, flag)
    if (others.length > 0) throw new CliError(`${flag}: expected one ABI for each; got "${name}"`)
    if (Object.hasOwn(weights, token)) throw new CliError(`${flag}: ${token} is given twice`)
    weights[token] = Number(weight)
  }
  return weights
}

/** The options of {@link SearchOptions}, in the order of the help. */
export const SEARCH: OptionsOf<SearchOptions> = onPage('objectives', {
  objective: choice({
    placeholder: 'name',
    brief: 'what to minimise',
    choices: Object.keys(OBJECTIVES).filter(isObjectiveKind),
    otherwise: 'weights with --weights, bitmap with --kernel 5.11 or newer, else uniform',
  }),
  weights: weightsOption(
    'how often calls are made: a recording, JSON, strace -c, perf trace -s, tracefs or perf script; or "server"',
  ),
  abiWeight: repeated({
    placeholder: 'abi=weight',
    brief: 'how much the calls of an ABI count',
    otherwise: '1, x32 0.01',
    parse: parseAbiWeights,
    complete: FREE,
  }),
  deniedWeight: valued({
    placeholder: 'n',
    brief: 'how much a refused call counts in the search, relative to an allowed one',
    otherwise: '1/32768',
    parse: (text, flag) => parseRatio(text, flag, 1),
    complete: FREE,
  }),
  insnCost: valued({
    placeholder: 'n',
    brief: 'price of an instruction of the filter, in executed instructions',
    otherwise: '1/2048 for speed, 1/8 for size and list, 1024 for smallest',
    parse: (text, flag) => parseRatio(text, flag, MAX_INSN_COST),
    complete: FREE,
  }),
  maxPath: valued({
    placeholder: 'n',
    brief: 'most instructions that any call may execute',
    parse: parseMaxPath,
    complete: FREE,
  }),
  effort: choice<Effort>({
    placeholder: 'name',
    brief: 'how long to look for a better filter, and for a proof',
    choices: ['default', 'max'],
    otherwise: 'default',
  }),
})

/** Checks, before any file is read, that the options fit together. @throws CliError where two do not */
function checkTogether(
  { weights, objective, abiWeight, deniedWeight, insnCost, effort }: SearchOptions,
  { pipeline, kernel = NEWEST_KERNEL }: SearchSurroundings,
): void {
  if (weights !== undefined && (objective === 'uniform' || objective === 'attach'))
    throw new CliError(
      `--weights and --objective ${objective} exclude each other; leave one out, or use --objective weights or bitmap`,
    )
  if (abiWeight !== undefined && objective === 'attach')
    throw new CliError(
      '--abi-weight and --objective attach exclude each other: at attach every number counts, whatever its ABI; leave one out',
    )
  if (deniedWeight !== undefined && objective === 'attach')
    throw new CliError(
      '--denied-weight and --objective attach exclude each other: at attach every number counts alike; leave one out',
    )
  if (pipeline === 'none') {
    const idle = Object.entries({ weights, objective, abiWeight, deniedWeight, insnCost, effort }).find(
      ([, value]) => value !== undefined,
    )
    if (idle !== undefined)
      throw new CliError(
        `${flagOf(idle[0])} has no effect under --pipeline none, which tests calls in the order of the policy; use another pipeline`,
      )
  }
  if ((objective === 'bitmap' || objective === 'attach') && !isAtLeast(kernel, BITMAP_KERNEL))
    throw new CliError(
      `--objective ${objective} is about the allow bitmap of Linux ${formatKernelVersion(BITMAP_KERNEL)} and newer, and --kernel says ${formatKernelVersion(kernel)}; use --objective uniform or weights`,
    )
}

/** The rest of the command line, which the options must fit. */
export interface SearchSurroundings {
  /** `undefined`, if `--passes` is typed. */
  readonly pipeline: PipelineName | undefined
  /** The kernel of `--kernel`, or the newest known kernel. */
  readonly kernel: KernelVersion | undefined
  /** Whether the policy comes from standard input; then weights cannot come from there. */
  readonly isPolicyStdin: boolean
}

/**
 * The parsed values of the options.
 * @throws CliError for options that do not fit together
 */
export function searchOf(options: SearchOptions, surroundings: SearchSurroundings): SearchChoices {
  const {
    weights,
    objective,
    abiWeight,
    deniedWeight,
    insnCost,
    maxPath = Infinity,
    effort = 'default',
  } = options
  checkTogether(options, surroundings)
  if (weights === '-' && surroundings.isPolicyStdin)
    throw new CliError('the policy and --weights cannot both come from standard input; name a file for one')
  return { objective, abiWeights: abiWeight, deniedWeight, insnCost, maxPath, effort }
}
