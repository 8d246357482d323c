import { verdictName } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { trace } from '@seccompile/interpreter'
import type { Io } from '../io.ts'
import type { Side } from '../load/side.ts'
import type { AskedTwo } from '../options/question.ts'
import { callNames } from './call-names.ts'
import { traceText } from './listing.ts'
import { printable } from './printable.ts'

/** A call that two filters give different verdicts. */
export interface Witness {
  readonly data: SeccompData
  readonly left: Verdict
  readonly right: Verdict
}

/** A call for machines. */
export function callFacts(
  asked: Pick<AskedTwo, 'abis'>,
  data: SeccompData,
): Readonly<Record<string, unknown>> {
  const names = callNames(asked.abis)
  return {
    abi: names.abi(data.arch, data.nr),
    arch: data.arch,
    name: names.name(data.arch, data.nr),
    nr: data.nr,
    args: data.args,
    instructionPointer: data.instruction_pointer,
  }
}

async function sideFacts(
  { name, endianness, program }: Side,
  data: SeccompData,
  verdict: Verdict,
): Promise<unknown> {
  const insns = await program()
  return {
    file: name,
    verdict: verdictName(verdict),
    ret: verdict,
    ...(insns === undefined ? {} : { trace: trace(insns, data, endianness).path }),
  }
}

/** A witness for machines. */
export async function witnessFacts(
  asked: AskedTwo,
  { data, left, right }: Witness,
): Promise<Readonly<Record<string, unknown>>> {
  return {
    call: callFacts(asked, data),
    left: await sideFacts(asked.left, data, left),
    right: await sideFacts(asked.right, data, right),
  }
}

/** Prints the call, the verdict of each filter, and the instructions that lead to it. */
export async function sayWitness(io: Io, asked: AskedTwo, { data, left, right }: Witness): Promise<void> {
  const sides = [
    { side: asked.left, verdict: left },
    { side: asked.right, verdict: right },
  ]
  const width = Math.max(...sides.map(({ side }) => side.name.length))
  io.out(`${callNames(asked.abis).call(data)}\n`)
  for (const { side, verdict } of sides)
    io.out(`  ${printable(side.name.padEnd(width))}  ${verdictName(verdict)}\n`)
  for (const { side } of sides) {
    const program = await side.program()
    if (program === undefined) continue
    const what = side.leveled.level === 'program' ? '' : ', compiled'
    io.out(`\n${printable(side.name)}${what}:\n${traceText(program, data, side.endianness, asked.abis)}`)
  }
}
