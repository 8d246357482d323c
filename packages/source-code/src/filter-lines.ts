/*
 * The common part of the languages: the sentences above the filters, and a line for each instruction.
 *
 * A comment may contain any text of a caller, and must not end early. So a comment has only printable ASCII, and no
 * pair of characters that opens or closes a comment of C.
 */
import type { Program, SockFilter } from '@seccompile/abi'
import { listing } from '@seccompile/cbpf'
import type { SourceOptions } from './options.ts'

/** A filter of a stack, and the name of its array. */
export interface NamedFilter {
  readonly name: string
  readonly program: Program
}

/** `text` as a part of a comment in every language. */
export const inComment = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]/g, '?')
    .replace(/\*(?=\/)/g, '* ')
    .replace(/\/(?=\*)/g, '/ ')

/** The statement of a test with two equal targets, which is a comment already. */
const NO_OP = '/* no-op */'

const count = (program: Program): string => `${program.length} instruction${program.length === 1 ? '' : 's'}`

/** The sentences above the filters, one on each line. */
export function headingLines(
  filters: readonly NamedFilter[],
  { endianness, madeBy, digest }: SourceOptions,
): readonly string[] {
  const [first] = filters
  const what =
    filters.length === 1
      ? [`A seccomp filter of ${count(first!.program)}, for ${endianness}-endian machines.`]
      : [
          `A stack of ${filters.length} seccomp filters, for ${endianness}-endian machines. Attach all of them:`,
          ...filters.map(({ name, program }) => `${name}: ${count(program)}`),
        ]
  return [
    ...what,
    ...(madeBy === undefined ? [] : [`Made by ${madeBy}.`]),
    ...(digest === undefined ? [] : [`Digest of what it means: ${digest}`]),
  ].map(inComment)
}

/** The fields of an instruction in hexadecimal: two digits for `code`, `jt` and `jf`, eight for `k`. */
export interface HexFields {
  readonly code: string
  readonly jt: string
  readonly jf: string
  readonly k: string
}

const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`

const hexFields = ({ code, jt, jf, k }: SockFilter): HexFields => ({
  code: hex(code, 2),
  jt: hex(jt, 2),
  jf: hex(jf, 2),
  k: hex(k, 8),
})

/** A line for each instruction: `written` makes it from the fields, and `commented` adds a comment. */
export function insnLines(
  program: Program,
  { endianness, nameOf, verdictText, argumentNames, comments = true }: SourceOptions,
  written: (fields: HexFields) => string,
  commented: (line: string, comment: string) => string,
): readonly string[] {
  if (!comments) return program.map((insn) => written(hexFields(insn)))
  const options = {
    endianness,
    ...(nameOf === undefined ? {} : { nameOf }),
    ...(verdictText === undefined ? {} : { verdictText }),
    ...(argumentNames === undefined ? {} : { argumentNames }),
  }
  return listing(program, options).map(({ pc, insn, statement }) =>
    commented(
      written(hexFields(insn)),
      inComment(`${String(pc).padStart(4, '0')}: ${statement === NO_OP ? 'no-op' : statement}`),
    ),
  )
}
