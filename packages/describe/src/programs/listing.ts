/* The lines of a listing, with the names of architectures and calls. */
import type { Endianness, Program, SeccompData } from '@seccompile/abi'
import { listing, LISTING_HEADER } from '@seccompile/cbpf'
import type { PrintProgramOptions } from '@seccompile/cbpf'
import { trace } from '@seccompile/interpreter'
import { expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { ArgumentNames } from '../names/argument-names.ts'
import { constantNames } from '../names/constant-names.ts'
import type { RawOption } from '../names/load-names.ts'
import { verdictAt } from '../names/verdict-at.ts'

/** The names in a listing: the ABIs that name its calls, and the names of arguments, if they are wanted. */
export interface ListingNames extends RawOption {
  readonly abis: readonly AbiTable[]
  readonly args?: ArgumentNames | undefined
}

/** The options of a listing with names. */
export function listingOptions(endianness: Endianness, names: ListingNames): PrintProgramOptions {
  expectObject(names, 'names', 'abis')
  const { abis, args, raw = false } = names
  const tokens = abis.map(({ token }) => token)
  return {
    endianness,
    nameOf: constantNames(abis),
    verdictText: (verdict, arch) => verdictAt(verdict, arch ?? tokens, { raw }),
    ...(args === undefined ? {} : { argumentNames: args.word }),
  }
}

function linesOf(program: Program, endianness: Endianness, names: ListingNames): readonly string[] {
  return listing(program, listingOptions(endianness, names)).map(({ text }) => text)
}

/** The statements of `program`, one for each pc, without the fields of the instructions. */
export function statementsOf(
  program: Program,
  endianness: Endianness,
  names: ListingNames,
): readonly string[] {
  return listing(program, listingOptions(endianness, names)).map(({ statement }) => statement)
}

/** The instructions of `program` as the listing shows them, by pc. */
export function listingLines(
  program: Program,
  endianness: Endianness,
  names: ListingNames,
): readonly string[] {
  return linesOf(program, endianness, names).map((line) => line.trim())
}

/** The instructions that `program` executes on the call `data`, for machines; `names` adds the text of each. */
export function tracePath(
  program: Program,
  data: SeccompData,
  endianness: Endianness,
  names: ListingNames | undefined,
): readonly unknown[] {
  const { path } = trace(program, data, endianness)
  if (names === undefined) return path
  const statements = statementsOf(program, endianness, names)
  return path.map((step) => ({ ...step, statement: statements[step.pc] }))
}

/** The listing of the instructions that `program` executes on the call `data`, in order. */
export function traceText(
  program: Program,
  data: SeccompData,
  endianness: Endianness,
  names: ListingNames,
): string {
  const lines = linesOf(program, endianness, names)
  const visited = trace(program, data, endianness).path.map(({ pc }) => lines[pc] ?? '')
  return `${[...LISTING_HEADER, ...visited].join('\n')}\n`
}
