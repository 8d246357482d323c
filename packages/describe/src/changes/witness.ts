import { verdictName } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import type { Io } from 'seccompile!/io.ts'
import type { Side } from 'seccompile!/load/side.ts'
import type { AskedTwo } from 'seccompile!/options/question.ts'
import type { ArgumentNames, NamedValue } from '../names/argument-names.ts'
import { callNames } from '../names/call-names.ts'
import { tracePath, traceText } from '../programs/listing.ts'
import type { ListingNames } from '../programs/listing.ts'
import { hasArguments, loadArgumentNames, readsArguments } from '../names/load-names.ts'
import type { RawOption } from '../names/load-names.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayText } from 'seccompile!/show/verdict-colours.ts'

/** A call that two filters give different verdicts. */
export interface Witness {
  readonly data: SeccompData
  readonly left: Verdict
  readonly right: Verdict
}

/** Arguments by name for machines, if they have names. */
export function namedArguments(values: readonly NamedValue[] | undefined): {
  readonly named?: Readonly<Record<string, string>>
} {
  return values === undefined || values.length === 0
    ? {}
    : { named: Object.fromEntries(values.map(({ name, text }) => [name, text])) }
}

/** A call for machines. */
export function callFacts(
  asked: Pick<AskedTwo, 'abis'>,
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
  { name, endianness, program }: Side,
  data: SeccompData,
  verdict: Verdict,
  names: ListingNames | undefined,
): Promise<unknown> {
  const insns = await program()
  return {
    file: name,
    verdict: verdictName(verdict),
    ret: verdict,
    ...(insns === undefined ? {} : { trace: tracePath(insns, data, endianness, names) }),
  }
}

/** The names of the arguments of a witness and of the instructions that it executes. */
async function witnessNames(
  { left, right, abis }: AskedTwo,
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
  asked: AskedTwo,
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

/** Prints the call, the verdict of each filter, and the instructions that lead to it. */
export async function sayWitness(
  io: Io,
  asked: AskedTwo,
  { data, left, right }: Witness,
  raw: RawOption,
): Promise<void> {
  const { args } = await witnessNames(asked, data, raw)
  const sides = [
    { side: asked.left, verdict: left },
    { side: asked.right, verdict: right },
  ]
  const width = Math.max(...sides.map(({ side }) => side.name.length))
  io.out(`${callNames(asked.abis, args).call(data)}\n`)
  for (const { side, verdict } of sides)
    sayText(io, `  ${printableLine(side.name.padEnd(width))}  ${verdictName(verdict)}\n`)
  for (const { side } of sides) {
    const program = await side.program()
    if (program === undefined) continue
    const what = side.leveled.level === 'program' ? '' : ', compiled'
    sayText(
      io,
      `\n${printableLine(side.name)}${what}:\n${traceText(program, data, side.endianness, { abis: asked.abis, args })}`,
    )
  }
}
