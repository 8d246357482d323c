/*
 * A program as a text: assembly of bpf_asm or seccomp-tools, a listing, source text with instructions, hexadecimal digits,
 * base64. The text itself says which one it is.
 */
import { stripVTControlCharacters } from 'node:util'
import type { Program } from '@seccompile/abi'
import { decode, isListing, parseAssembly, parseListing } from '@seccompile/cbpf'
import { isSeccompTools, parseSeccompTools } from '@seccompile/seccomp-tools'
import { readSource, sourceKind } from '@seccompile/source-code'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from 'seccompile!/cli-error.ts'

/** What a text is read with. */
export interface ProgramTextOptions {
  /** The name of the file in messages. */
  readonly file: string
  /** The ABIs whose calls the text may name, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
}

/** The program of a source text. @throws CliError where it holds several filters, AssemblyError where it is wrong */
function sourceProgram(text: string, { file, abis }: ProgramTextOptions): Program {
  const [main] = abis
  const filters = readSource(text, { file, callNumber: (name) => numberOf(main, name) })
  const [filter, ...others] = filters
  if (filter === undefined) throw new CliError(`${file}: holds no filter`)
  if (others.length > 0)
    throw new CliError(`${file}: holds ${filters.length} filters; write each to a file of its own`)
  return filter.kind === 'program' ? filter.program : decode(filter.bytes, main.endianness)
}

/**
 * The program that `text` stands for; `undefined` where it looks like none. Assembly of bpf_asm looks like nothing else, so
 * only `asm` takes it: see {@link assembled}.
 * @throws CliError or AssemblyError where the text is one, and wrong
 */
export function programIn(text: string, options: ProgramTextOptions): Program | undefined {
  const { file, abis } = options
  // A listing has colours where `disasm` was told to write them.
  const plain = stripVTControlCharacters(text)
  if (isSeccompTools(plain)) return parseSeccompTools(plain, { file, abis })
  if (isListing(plain)) return parseListing(plain, { file })
  return sourceKind(plain) === undefined ? undefined : sourceProgram(plain, options)
}

/** The program in `text`, in assembly of bpf_asm or as {@link programIn} finds it. @throws CliError or AssemblyError */
export function assembled(text: string, options: ProgramTextOptions): Program {
  return programIn(text, options) ?? parseAssembly(stripVTControlCharacters(text), { file: options.file })
}
