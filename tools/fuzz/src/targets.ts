/* All targets, with their seeds. */
import type { Program } from '@seccompile/abi'
import { encode, print } from '@seccompile/cbpf'
import { CALL_BYTES, fittedProgram, rawProgram, recordsOf } from './inputs/decoded.ts'
import type { ProgramTarget } from './judges.ts'
import type { Insn } from './oracles/kernel-rules.ts'
import { seedPrograms } from './programs.ts'
import type { FuzzTarget } from './targets/target.ts'
import { HEAD, programsIn } from './targets/prover.ts'
import { readerTargets } from './targets/readers.ts'

/** The inputs of a judge of programs. */
interface ProgramInputs {
  /** The most bytes of one. */
  readonly longest: number
  /** The input that holds a program. */
  readonly inputOf: (program: Program) => Uint8Array
  /** The programs in an input. */
  readonly programsOf: (input: Uint8Array) => readonly (readonly Insn[])[]
}

const INPUTS: Readonly<Record<ProgramTarget, ProgramInputs>> = {
  verify: {
    longest: 8192,
    inputOf: (program) => encode(program, 'little'),
    programsOf: (input) => [rawProgram(input)],
  },
  interpreter: {
    longest: 700,
    inputOf: (program) => behind(CALL_BYTES, program),
    programsOf: (input) => [fittedProgram(input.subarray(CALL_BYTES))],
  },
  lift: {
    longest: 700,
    inputOf: (program) => behind(CALL_BYTES + 1, program),
    programsOf: (input) => [fittedProgram(input.subarray(CALL_BYTES + 1))],
  },
  prover: { longest: 250, inputOf: (program) => behind(HEAD, program), programsOf: programsIn },
}

/** The records of a program, behind as many zero bytes. */
function behind(count: number, program: Program): Uint8Array {
  return Buffer.concat([new Uint8Array(count), recordsOf(program)])
}

/** All targets: the readers, and what judges programs. */
export async function fuzzTargets(): Promise<readonly FuzzTarget[]> {
  const programs = await seedPrograms()
  const ofPrograms = Object.entries(INPUTS).map(([name, { longest, inputOf, programsOf }]) => ({
    name,
    isSync: true,
    longest,
    seeds: programs.map(inputOf).filter(({ length }) => length <= longest),
    words: [],
    shown: (input: Uint8Array) =>
      programsOf(input)
        .map((each) => print(each))
        .join('\n'),
  }))
  return [...(await readerTargets()), ...ofPrograms]
}
