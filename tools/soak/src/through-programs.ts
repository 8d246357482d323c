/*
 * A program through every notation of programs: written, and read back as a command reads it, it must be the same
 * program.
 */
import { WORD_NR } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { canonical, decode, print } from '@seccompile/cbpf'
import type { PrintProgramOptions } from '@seccompile/cbpf'
import { heldProgram, parseSeccompTools, printSeccompToolsListing } from '@seccompile/seccomp-tools'
import { callName } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { assembled, PROGRAM_NOTATIONS, programIn } from '@seccompile/policy-files'
import type { ProgramNotation } from '@seccompile/policy-files'

/** A program, with the ABIs whose names a text may have. */
export interface ProgramInput {
  readonly program: Program
  readonly endianness: Endianness
  readonly abis: readonly [AbiTable, ...AbiTable[]]
}

/** Names of calls of the main ABI, for comments, which no reader takes for instructions. */
const callNames =
  (abis: readonly AbiTable[]): NonNullable<PrintProgramOptions['nameOf']> =>
  (word, value) =>
    word === WORD_NR ? callName(abis, abis[0]!.auditArch, value) : undefined

const OPTIONS = { file: 'the text' }

const fields = (insns: Program): string =>
  insns.map(({ code, jt, jf, k }) => `${code},${jt},${jf},${k}`).join('\n')

function demandSame(title: string, text: string, got: Program | undefined, expected: Program): void {
  if (got !== undefined && fields(got) === fields(expected)) return
  const what = got === undefined ? 'is not recognised' : `yields another program\n${print(got)}`
  throw new Error(`${title} ${what}\n--- before\n${print(expected)}\n--- text\n${text}`)
}

/** The program that the text of a notation holds: in assembly, unused fields are 0. */
const heldBy = ({ name }: ProgramNotation, program: Program): Program => {
  if (name === 'seccomp-tools') return heldProgram(program)
  return name === 'asm' ? canonical(program) : program
}

/** @throws Error that shows the program and the text for the first notation that does not yield the program again */
export async function throughPrograms({ program, endianness, abis }: ProgramInput): Promise<void> {
  for (const notation of PROGRAM_NOTATIONS) {
    const { name, title } = notation
    const written = await notation.write({ program, endianness, abis, nameOf: callNames(abis) })
    const expected = heldBy(notation, program)
    if (typeof written !== 'string') {
      demandSame(title, '', decode(written, endianness), expected)
      continue
    }
    const read = name === 'asm' ? assembled : programIn
    demandSame(title, written, read(written, { ...OPTIONS, abis }), expected)
  }
  const listing = printSeccompToolsListing(program, { abis, endianness })
  demandSame('a listing of seccomp-tools', listing, programIn(listing, { ...OPTIONS, abis }), program)
  demandSame('a listing of seccomp-tools', listing, parseSeccompTools(listing, { ...OPTIONS, abis }), program)
}
