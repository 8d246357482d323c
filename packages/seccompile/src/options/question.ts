/*
 * What the commands have in common that ask the prover: options, both filters, notes on what a comparison means, and
 * how an answer is said that there is none.
 */
import { auditArchName } from '@seccompile/abi'
import { STACK_LIMITS } from '@seccompile/prover'
import type { ProveOptions, Within } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { colours } from '../io.ts'
import type { Io } from '../io.ts'
import { loadSide, loadSides } from '../load/side.ts'
import type { Side } from '../load/side.ts'
import { printable } from '../show/printable.ts'
import { sayJson, sayNote, sayWarnings } from '../show/say.ts'
import type { TargetOptions } from './target.ts'
import { parseWithin } from './within.ts'
import type { NamedPart } from './within.ts'

/** The options of every command that asks the prover, as typed. */
export interface QuestionOptions extends TargetOptions {
  readonly within?: string
  readonly json?: boolean
}

/** One filter, and how the prover is to be asked about it. */
export interface AskedOne {
  readonly side: Side
  /** The ABIs by which calls are named: that of `--within`, then those of the filter. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly prove: ProveOptions
}

/** Two filters, and how the prover is to be asked about them. */
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

/** `abis` without repeats, that of `part` before all. */
function named(
  part: NamedPart | undefined,
  abis: readonly [AbiTable, ...AbiTable[]],
): readonly [AbiTable, ...AbiTable[]] {
  const first = part?.abi ?? abis[0]
  const others = new Map(abis.map((abi) => [abi.token, abi]))
  others.delete(first.token)
  return [first, ...others.values()]
}

/** What is asked about the filter that `argument` names. @throws CliError or PolicyError where it cannot be had */
export async function askOne(io: Io, argument: string, options: QuestionOptions): Promise<AskedOne> {
  const part = partOf(options)
  const side = await loadSide(argument, options)
  if (options.json !== true) sayWarnings(io, side.warnings)
  return { side, abis: named(part, side.abis), prove: proveOptions([side], part?.within) }
}

/** What is asked about two filters. @throws CliError or PolicyError where one cannot be had */
export async function askTwo(io: Io, a: string, b: string, options: QuestionOptions): Promise<AskedTwo> {
  const part = partOf(options)
  const [left, right] = await loadSides(a, b, options)
  if (options.json !== true) {
    const warnings = new Map([...left.warnings, ...right.warnings].map((one) => [one.message, one]))
    sayWarnings(io, [...warnings.values()])
  }
  const abis = named(part, [...left.abis, ...right.abis])
  return { left, right, abis, prove: proveOptions([left, right], part?.within) }
}

/** Says where two filters were made for different architectures, which would explain the answer, and `advice`. */
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
  const then = advice ?? (common ? '--within ABI compares what both are for' : 'they have none in common')
  sayNote(io, `${left.name} is for ${mine} and ${right.name} for ${other}; ${then}`)
}

/** Says that a question is not decided, and why. */
export function sayUndecided(io: Io, reason: string, json: boolean | undefined): ExitCode {
  if (json === true) sayJson(io, { answer: 'undecided', reason })
  else io.err(`${colours(io, 'err').yellow('not decided:')} ${printable(reason)}\n`)
  return EXIT.failure
}
