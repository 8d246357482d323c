/*
 * The common parts of the commands that ask the prover: their options, loading the filters, notes on a comparison, and
 * the message for an undecided question.
 */
import { auditArchName } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { abiNumbers } from '@seccompile/syscalls'
import { STACK_LIMITS } from '@seccompile/prover'
import type { ProveOptions, Within } from '@seccompile/prover'
import { contains } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { colours } from '../colours.ts'
import type { Io } from '../io.ts'
import { loadSide, loadSides } from '../load/side.ts'
import type { Side } from '../load/side.ts'
import type { RawOption } from '../show/load-names.ts'
import { printableLine } from '../show/printable.ts'
import { sayJson, sayNote, sayWarnings } from '../show/say.ts'
import type { TargetOptions } from './target.ts'
import { parseWithin } from './within.ts'
import type { NamedPart } from './within.ts'

/** The options of every command that asks the prover, as typed. */
export interface QuestionOptions extends TargetOptions, RawOption {
  readonly within?: string
  readonly json?: boolean
}

/** A question about one filter. */
export interface AskedOne {
  readonly side: Side
  /** The ABIs by which calls are named: that of `--within`, then those of the filter. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly prove: ProveOptions
}

/** A question about two filters. */
export interface AskedTwo {
  readonly left: Side
  readonly right: Side
  /** The ABIs by which calls are named: that of `--within`, then those of both filters. */
  readonly abis: readonly AbiTable[]
  readonly prove: ProveOptions
}

const proveOptions = (sides: readonly [Side, ...Side[]], within: Within | undefined): ProveOptions => ({
  endianness: sides[0].endianness,
  ...(sides.some(({ leveled }) => leveled.level === 'stack') ? STACK_LIMITS : {}),
  within,
})

const partOf = ({ within }: QuestionOptions): NamedPart | undefined =>
  within === undefined ? undefined : parseWithin(within)

/** `abis` without repeats; the ABI of `part` comes first. */
function named(
  part: NamedPart | undefined,
  abis: readonly [AbiTable, ...AbiTable[]],
): readonly [AbiTable, ...AbiTable[]] {
  const first = part?.abi ?? abis[0]
  const others = new Map(abis.map((abi) => [abi.token, abi]))
  others.delete(first.token)
  return [first, ...others.values()]
}

/** The question about the filter that `argument` names. @throws CliError or PolicyError where it cannot be loaded */
export async function askOne(io: Io, argument: string, options: QuestionOptions): Promise<AskedOne> {
  const part = partOf(options)
  const side = await loadSide(argument, options)
  if (options.json !== true) sayWarnings(io, side.warnings)
  return { side, abis: named(part, side.abis), prove: proveOptions([side], part?.within) }
}

/** The question about two filters. @throws CliError or PolicyError where one cannot be loaded */
export async function askTwo(io: Io, a: string, b: string, options: QuestionOptions): Promise<AskedTwo> {
  const part = partOf(options)
  const sides = await loadSides(a, b, options)
  if (options.json !== true) {
    const warnings = new Map(sides.flatMap((side) => side.warnings).map((one) => [one.message, one]))
    sayWarnings(io, [...warnings.values()])
  }
  return aboutTwo(sides, part)
}

/** The question about two filters that are loaded. */
export function aboutTwo([left, right]: readonly [Side, Side], part?: NamedPart): AskedTwo {
  const abis = named(part, [...left.abis, ...right.abis])
  return { left, right, abis, prove: proveOptions([left, right], part?.within) }
}

/**
 * The answer of `ask`. Where it shows a call of another architecture, and a call of the main ABI shows the same, the answer
 * shows that one.
 */
export function askMainFirst<Answer extends object>(
  { abis: [main], prove }: AskedTwo,
  ask: (options: ProveOptions) => Answer,
): Answer {
  const answer = ask(prove)
  if (main === undefined || prove.within !== undefined || !isOfOther(answer, main)) return answer
  const ofMain = ask({ ...prove, within: { arch: main.auditArch, numbers: abiNumbers(main) } })
  return 'data' in ofMain ? ofMain : answer
}

const isOfOther = ({ data }: object & { readonly data?: SeccompData }, main: AbiTable): boolean =>
  data !== undefined && (data.arch !== main.auditArch || !contains(abiNumbers(main), data.nr))

/** Notes that two filters are for different architectures, which may explain the answer, and adds `advice`. */
export function noteArches(
  io: Io,
  { left, right }: AskedTwo,
  { within, json }: QuestionOptions,
  advice?: string,
): void {
  if (within !== undefined || json === true) return
  const [ours, theirs] = [left.arches(), right.arches()]
  if (ours.length === 0 || theirs.length === 0) return
  const [mine, other] = [ours, theirs].map((arches) => arches.map(auditArchName).sort().join(', '))
  if (mine === other) return
  const common = ours.some((arch) => theirs.includes(arch))
  const then = advice ?? (common ? '--within ABI compares the calls of one ABI' : 'they have none in common')
  sayNote(io, `${left.name} is for ${mine} and ${right.name} for ${other}; ${then}`)
}

/** The errors of the prover for a question that passes a bound. */
const UNDECIDED = ['UndecidedError', 'DiagramLimitError']

/** Whether `error` says that a question passes a bound of the prover. */
export function isUndecided(error: unknown): error is Error {
  return error instanceof Error && UNDECIDED.includes(error.name)
}

/** Prints that a question is undecided, and why. */
export function sayUndecided(io: Io, reason: string, json: boolean | undefined): ExitCode {
  if (json === true) sayJson(io, { answer: 'undecided', reason })
  else io.err(`${colours(io, 'err').yellow('not decided:')} ${printableLine(reason)}\n`)
  return EXIT.failure
}
