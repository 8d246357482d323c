import type { Program, SeccompData, Verdict } from '@seccompile/abi'
import type { ArgumentNames, NamedValue } from '../names/argument-names.ts'
import { callNames } from '../names/call-names.ts'
import { tracePath, traceText } from '../programs/listing.ts'
import type { ListingNames } from '../programs/listing.ts'
import { hasArguments, loadArgumentNames, readsArguments } from '../names/load-names.ts'
import type { RawOption } from '../names/load-names.ts'
import { verdictAt, verdictFacts } from '../names/verdict-at.ts'
import type { FilterPair } from './filter-pair.ts'
import type { Filter } from '@seccompile/filter'
import { printableLine } from '@seccompile/text-layout'

/** A call that two filters give different verdicts. */
export interface Witness {
  readonly data: SeccompData
  readonly left: Verdict
  readonly right: Verdict
}

/** Arguments by name, for machines; without names, nothing. */
export function namedArguments(values: readonly NamedValue[] | undefined): {
  readonly named?: Readonly<Record<string, string>>
} {
  return values === undefined || values.length === 0
    ? {}
    : { named: Object.fromEntries(values.map(({ name, text }) => [name, text])) }
}

/** A call for machines. */
export function callFacts(
  asked: Pick<FilterPair, 'abis'>,
  data: SeccompData,
  args: ArgumentNames | undefined,
): Readonly<Record<string, unknown>> {
  const names = callNames(asked.abis)
  return {
    abi: names.abi(data.arch, data.nr),
    arch: data.arch,
    name: names.name(data.arch, data.nr),
    nr: data.nr,
    args: data.args,
    instructionPointer: data.instruction_pointer,
    ...namedArguments(args?.values(data)),
  }
}

async function sideFacts(
  { name, endianness, program }: Filter,
  data: SeccompData,
  verdict: Verdict,
  names: ListingNames | undefined,
): Promise<unknown> {
  const insns = await program()
  return {
    file: name,
    ...verdictFacts({ verdict }, data.arch),
    ret: verdict,
    ...(insns === undefined ? {} : { trace: tracePath(insns, data, endianness, names) }),
  }
}

/** The names of the arguments of a witness and, with `programs`, of the instructions that it executes. */
async function witnessArguments(
  { abis }: FilterPair,
  data: SeccompData,
  option: RawOption,
  programs: readonly (Program | undefined)[],
): Promise<ArgumentNames | undefined> {
  const isNeeded =
    hasArguments(data) || programs.some((program) => program !== undefined && readsArguments(program))
  return loadArgumentNames(abis, option, isNeeded)
}

/** A witness for machines. */
export async function witnessFacts(
  asked: FilterPair,
  { data, left, right }: Witness,
  raw: RawOption,
): Promise<Readonly<Record<string, unknown>>> {
  const programs = [await asked.left.program(), await asked.right.program()]
  const args = await witnessArguments(asked, data, raw, programs)
  const names = raw.raw === true ? undefined : { abis: asked.abis, args }
  return {
    call: callFacts(asked, data, args),
    left: await sideFacts(asked.left, data, left, names),
    right: await sideFacts(asked.right, data, right, names),
  }
}

/** A witness for people. */
export interface WitnessText {
  /** The call. */
  readonly call: string
  /** The verdict of each filter in a line; with `trace`, then the instructions that lead to it. */
  readonly verdicts: string
}

/** How to show a witness. */
export interface WitnessOptions extends RawOption {
  /** Whether the instructions that lead to each verdict are shown. */
  readonly trace?: boolean
}

/** The call and the verdict of each filter; with `trace`, the instructions that lead to it. */
export async function witnessText(
  asked: FilterPair,
  { data, left, right }: Witness,
  options: WitnessOptions,
): Promise<WitnessText> {
  const sides = [
    { side: asked.left, verdict: left },
    { side: asked.right, verdict: right },
  ]
  // A policy is compiled for its program.
  const programs = options.trace === true ? await Promise.all(sides.map(({ side }) => side.program())) : []
  const args = await witnessArguments(asked, data, options, programs)
  const width = Math.max(...sides.map(({ side }) => side.name.length))
  const verdicts = sides.map(
    ({ side, verdict }) =>
      `  ${printableLine(side.name.padEnd(width))}  ${verdictAt(verdict, data.arch, options)}\n`,
  )
  const traces = programs.map((program, i) => {
    if (program === undefined) return ''
    const { name, subject, endianness } = sides[i]!.side
    const what = subject.level === 'program' ? '' : ', compiled'
    return `\n${printableLine(name)}${what}:\n${traceText(program, data, endianness, { raw: options.raw === true, abis: asked.abis, args })}`
  })
  return { call: callNames(asked.abis, args).call(data), verdicts: [...verdicts, ...traces].join('') }
}
