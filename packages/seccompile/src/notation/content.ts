/* A filter in the notation that a command is asked for: the content of its file, and what there is to say of it. */
import { CliError } from '../cli-error.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import type { AskedOne } from '../options/question.ts'
import type { RawOption } from '@seccompile/describe'
import type { NotationOptions } from './chosen.ts'
import type { Notation, ProgramNotation } from './notation.ts'

/** The options that a content depends on, as typed. */
export interface ContentOptions extends NotationOptions, RawOption {
  readonly abi?: string
  readonly json?: boolean
}

/** The content of a file, and what a command says of it. */
export interface Content {
  readonly bytes: Uint8Array
  /** Whether the bytes are text. */
  readonly isText: boolean
  /** In a few words, for the line that says what was written. */
  readonly about: string
  /** For `--json`. */
  readonly facts: Readonly<Record<string, unknown>>
}

/** A filter to be written. */
export type Subject = Pick<AskedOne, 'side' | 'prove'>

async function asProgram({ side }: Subject, notation: ProgramNotation): Promise<Content> {
  const program = await side.program()
  if (program === undefined)
    throw new CliError(`${side.name}: is no single program; "compile" divides a large policy among filters`)
  const { endianness, abis } = side
  const written = await notation.write({ program, endianness, abis })
  return {
    bytes: typeof written === 'string' ? new TextEncoder().encode(written) : written,
    isText: typeof written === 'string',
    about: `${program.length} instructions`,
    facts: { insns: program.length },
  }
}

/**
 * The filter `subject` in `notation`, proved to mean the same where the notation is one of policies. The exit status where
 * there is none: then why is said already.
 * @throws CliError where it is no single program, or no policy says what it does
 */
export async function contentOf(
  io: Io,
  subject: Subject,
  notation: Notation,
  options: ContentOptions,
): Promise<Content | ExitCode> {
  if (notation.kind === 'program') return asProgram(subject, notation)
  const { policyContent } = await import('./policy-content.ts')
  return policyContent(io, subject, notation, options)
}

/** The program of a command, as a filter to be written. */
export function programSubject(side: AskedOne['side']): Subject {
  return { side, prove: { endianness: side.endianness } }
}

/** Writes `content` to standard output. */
export function printContent(io: Io, { bytes, isText }: Content): void {
  if (isText) io.out(new TextDecoder().decode(bytes))
  else io.outBytes(bytes)
}
