import type { SeccompData, Verdict } from '@seccompile/abi'
import type { ArgumentNames, NamedValue } from '../names/argument-names.ts'
import { callNames } from '../names/call-names.ts'
import { tracePath, traceText } from '../programs/listing.ts'
import type { ListingNames } from '../programs/listing.ts'
import { hasArguments, loadArgumentNames, readsArguments } from '../names/load-names.ts'
import type { RawOption } from '../names/load-names.ts'
import { verdictAt, verdictFacts } from '../names/verdict-at.ts'
import type { FilterPair, DescribedFilter } from './filter-pair.ts'
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
  { name, endianness, program }: DescribedFilter,
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

/** The names of the arguments of a witness and of the instructions that it executes. */
async function witnessNames(
  { left, right, abis }: FilterPair,
  data: SeccompData,
  option: RawOption,
): Promise<{ readonly args: ArgumentNames | undefined; readonly names: ListingNames | undefined }> {
  const programs = [await left.program(), await right.program()]
  const isNeeded =
    hasArguments(data) || programs.some((program) => program !== undefined && readsArguments(program))
  const args = await loadArgumentNames(abis, option, isNeeded)
  return { args, names: option.raw === true ? undefined : { abis, args } }
}

/** A witness for machines. */
export async function witnessFacts(
  asked: FilterPair,
  { data, left, right }: Witness,
  raw: RawOption,
): Promise<Readonly<Record<string, unknown>>> {
  const { args, names } = await witnessNames(asked, data, raw)
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
  /** The verdict of each filter in a line, then the instructions that lead to it. */
  readonly verdicts: string
}

/** The call, the verdict of each filter, and the instructions that lead to it. */
export async function witnessText(
  asked: FilterPair,
  { data, left, right }: Witness,
  raw: RawOption,
): Promise<WitnessText> {
  const { args } = await witnessNames(asked, data, raw)
  const sides = [
    { side: asked.left, verdict: left },
    { side: asked.right, verdict: right },
  ]
  const width = Math.max(...sides.map(({ side }) => side.name.length))
  const verdicts = sides.map(
    ({ side, verdict }) =>
      `  ${printableLine(side.name.padEnd(width))}  ${verdictAt(verdict, data.arch, raw)}\n`,
  )
  const traces = await Promise.all(
    sides.map(async ({ side: { name, leveled, endianness, program } }) => {
      const insns = await program()
      if (insns === undefined) return ''
      const what = leveled.level === 'program' ? '' : ', compiled'
      return `\n${printableLine(name)}${what}:\n${traceText(insns, data, endianness, { ...raw, abis: asked.abis, args })}`
    }),
  )
  return { call: callNames(asked.abis, args).call(data), verdicts: [...verdicts, ...traces].join('') }
}
