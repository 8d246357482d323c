/* The filter of a program. It is loaded when somebody gives one: most people give a policy. */
import type { Endianness, Program } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { cost } from '@seccompile/compiler'
import { argumentNames } from '@seccompile/describe'
import { programFilter, testedAbis, usualAbi } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import type { Choices } from '../messages.ts'
import { namedAbis, tablesFor } from './abi-tables.ts'
import { withConstants } from './loaded-constants.ts'
import { filterPart } from './filter-part.ts'
import type { MadeFilter } from './filter-part.ts'
import { kernelOf } from './named-kernel.ts'
import { TextError } from './read-text.ts'
import type { ReadText } from './read-text.ts'
import type { ShownFilter } from './shown-filter.ts'

const bytesOf = (program: Program, endianness: Endianness): Uint8Array => {
  const view = new DataView(new ArrayBuffer(program.length * 8))
  const little = endianness === 'little'
  program.forEach(({ code, jt, jf, k }, i) => {
    view.setUint16(8 * i, code, little)
    view.setUint8(8 * i + 2, jt)
    view.setUint8(8 * i + 3, jf)
    view.setUint32(8 * i + 4, k, little)
  })
  return new Uint8Array(view.buffer)
}

/** The filter of a program that a text holds, unchanged. @throws TextError where the kernel would refuse it */
export async function fromProgram(
  { program, endianness, source }: Extract<ReadText, { kind: 'program' }>,
  choices: Choices,
): Promise<MadeFilter> {
  const named = namedAbis(choices.abis)
  const [problem] = verify(program)
  if (problem !== undefined)
    throw new TextError(
      `the kernel would refuse this program: ${problem.where}: ${problem.message} (${problem.invariant})`,
    )
  const own = named.length > 0 ? named : [usualAbi(endianness)]
  const opened = programFilter('this filter', program, await tablesFor(own))
  const abis = named.length > 0 ? opened.abis : await tablesFor(testedAbis(opened, opened.abis))
  const kernel = kernelOf(choices.kernel)
  const filter: Filter = { ...opened, abis, ...(kernel === undefined ? {} : { target: { kernel } }) }
  const subject: ShownFilter = { filter, program, args: argumentNames(abis) }
  const proof = { kind: 'given', text: 'the filter as it was given' } as const
  const facts = { source, isPolicy: false, bytes: bytesOf(program, endianness), proof, notes: [] }
  const costs = cost(program, abis, endianness)
  return { subject, part: await withConstants(() => filterPart(subject, facts, costs)) }
}
