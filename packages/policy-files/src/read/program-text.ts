/*
 * A program as a text: assembly of bpf_asm or seccomp-tools, a listing, source text with instructions, hexadecimal
 * digits, base64. The form is recognised by the text itself.
 */
import type { Program } from '@seccompile/abi'
import { decode, isListing, parseAssembly, parseListing } from '@seccompile/cbpf'
import { PolicyError } from '@seccompile/policy'
import { isSeccompTools, parseSeccompTools } from '@seccompile/seccomp-tools'
import { expectList, expectObject, expectText } from '@seccompile/shape'
import { readSource, sourceKind } from '@seccompile/source-code'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/**
 * Sequences that steer a terminal: sequences that begin with CSI, such as colours, sequences that begin with OSC,
 * such as links, and the choice of a character set.
 * @see ECMA-48, 5.4 and 5.6; ECMA-35, 13.2.1
 */
const STEERING =
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]+[0-~]/g

/** `text` without colours: on request, `disasm` writes colours to a file too. */
const withoutColours = (text: string): string => text.replace(STEERING, '')

/** Options for reading a text of a program. */
export interface ProgramTextOptions {
  /** The name of the file in messages. */
  readonly file: string
  /** The ABIs whose calls the text may name, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
}

/** The program of a source text. @throws PolicyError for several filters, AssemblyError for a wrong text */
function sourceProgram(text: string, { file, abis }: ProgramTextOptions): Program {
  const [main] = abis
  const filters = readSource(text, { file, callNumber: (name) => numberOf(main, name) })
  const [filter, ...others] = filters
  if (filter === undefined) throw new PolicyError('E_EMPTY', `${file}: holds no filter`)
  if (others.length > 0)
    throw new PolicyError(
      'E_LIMIT',
      `${file}: holds ${filters.length} filters; write each to a file of its own`,
    )
  return filter.kind === 'program' ? filter.program : decode(filter.bytes, main.endianness)
}

/**
 * The program that `text` encodes; `undefined` for a text of no known form. Assembly of bpf_asm has no mark of its
 * own, so only `asm` accepts it: see {@link assembled}.
 * @throws PolicyError or AssemblyError for a text of a known form that is wrong
 */
export function programIn(text: string, options: ProgramTextOptions): Program | undefined {
  expectText(text, 'text')
  expectObject(options, 'options', 'file', 'abis')
  const { file, abis } = options
  expectText(file, 'options.file')
  expectList(abis, 'options.abis', 'token', 'endianness')
  const plain = withoutColours(text)
  if (isSeccompTools(plain)) return parseSeccompTools(plain, { file, abis })
  if (isListing(plain)) return parseListing(plain, { file })
  return sourceKind(plain) === undefined ? undefined : sourceProgram(plain, options)
}

/**
 * The program in `text`, which is assembly of bpf_asm or a form that {@link programIn} recognises. @throws
 * PolicyError or AssemblyError
 */
export function assembled(text: string, options: ProgramTextOptions): Program {
  return programIn(text, options) ?? parseAssembly(withoutColours(text), { file: options.file })
}
