/*
 * Reads the assembly of seccomp-tools and its listings.
 *
 * A text that both the tool and this parser accept is the same program for both. The tool refuses a test whose target
 * is more than 255 instructions away; here `assemble` resolves it. Some faults that the tool does not notice are
 * errors here: a number of more than 32 bits, data of an action of more than 16 bits, a call as a verdict, a program
 * that the kernel would refuse. `args_h[0] >> 32`, which the tool takes for the low half, is an error too.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { assemble, parseListing, verify } from '@seccompile/cbpf'
import type { Label, SymbolicInsn, SymbolicProgram, TextOptions } from '@seccompile/cbpf'
import { checkTextSize } from '@seccompile/cbpf/text'
import {
  assertNever,
  didYouMean,
  endianness,
  expectText,
  listOf,
  optional,
  quote,
  read,
  record,
  text as textReader,
} from '@seccompile/shape'
import { tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { NEXT, takeStatement } from './statement.ts'
import type { ToolsStatement } from './statement.ts'
import { tokensOf } from './tokens.ts'
import type { ToolsLabel, ToolsTokens } from './tokens.ts'

/** The options of reading a text. */
export interface ParseOptions extends TextOptions {
  /**
   * The tables of the ABIs whose calls a text may name. Names without the prefix of an architecture are calls of the first,
   * which `seccomp-tools asm` takes from `--arch`.
   */
  readonly abis?: readonly AbiTable[]
  /** The byte order of the machine that runs the program; that of the first ABI, or `little`, if left out. */
  readonly endianness?: Endianness
}

const parseOptions = record<ParseOptions>({
  file: optional(textReader),
  abis: optional(listOf(tableReader)),
  endianness: optional(endianness),
})

/**
 * The beginning of a listing with the columns CODE, JT, JF and K. A line of `disasm --asm-able` has a statement in
 * their place.
 */
const WITH_COLUMNS = /^\ufeff?\s*(?:line\s+CODE\s|0+:\s+0x)/

const STATEMENTS =
  /^[ \t]*(?:\w+:\s{0,8}){0,4}(?:A[ \t]*(?:=|[!<>]=|[-+*/|^&<>]|<<|>>)|X[ \t]*=|mem[ \t]*\[[^\]\n]{1,20}\][ \t]*=|if[ \t]*\([ \t(!]*A\b)/im

/**
 * Whether `text` looks like assembly of seccomp-tools: it has a statement on A, X or mem, or begins with `return`.
 * The check reads the first 64 Ki UTF-16 units and never throws. It is false for every text in bpf_asm's syntax and
 * every listing with columns.
 */
export function isSeccompTools(text: string): boolean {
  expectText(text, 'text')
  const start = text.slice(0, 0x1_0000).replace(/^\ufeff/, '')
  if (WITH_COLUMNS.test(start)) return false
  const plain = start.replace(/#[^\n]*/g, '')
  return STATEMENTS.test(plain) || /^\s*return\s+(?:[A-Z_]+|0x[0-9a-f]+|[0-9]+)\b/i.test(plain)
}

/**
 * The program of `text`, which is assembly of seccomp-tools or a listing of it. For a listing with the columns CODE,
 * JT, JF and K, the columns are read as they are, even where the kernel would refuse the program. For assembly, the
 * kernel accepts the program, and fields that the kernel ignores are 0.
 *
 * Takes time linear in the length of the text, which may be 4 Mi UTF-16 units.
 * @throws AssemblyError with line and column where the text is wrong, or the kernel would refuse the program
 * @throws TypeError for a wrong option
 */
export function parseSeccompTools(text: string, given: ParseOptions = {}): Program {
  read(textReader, text, 'text')
  const { abis = [], endianness: order, file } = read(parseOptions, given, 'options')
  const options = file === undefined ? {} : { file }
  checkTextSize(text, options)
  if (WITH_COLUMNS.test(text)) return parseListing(text, options)
  const tokens = tokensOf(text, options)
  const statements: ToolsStatement[] = []
  const context = { abis, endianness: order ?? abis[0]?.endianness ?? 'little' }
  do {
    if (statements.length === BPF_MAXINSNS) {
      const what = `a program has at most ${BPF_MAXINSNS} instructions, and this is one more`
      throw tokens.error('E_LIMIT', what, tokens.peek().offset)
    }
    statements.push(takeStatement(tokens, context))
  } while (tokens.peek().kind !== 'end')
  const program = assemble(withTargets(statements, tokens))
  checkAccepted(program, statements, tokens)
  return program
}

/** The statements as a symbolic program: the label of an instruction is its index. */
function withTargets(statements: readonly ToolsStatement[], tokens: ToolsTokens): SymbolicProgram {
  const labels = labelIndices(statements, tokens)
  return statements.map(({ insn, offset }, index): SymbolicInsn => {
    const target = (name: ToolsLabel): Label => targetOf(index, name, labels, statements, tokens)
    switch (insn.kind) {
      case 'ret':
        return { kind: 'ret', code: insn.code, k: insn.k, label: index }
      case 'op':
        targetOf(index, { name: NEXT, offset }, labels, statements, tokens)
        return { kind: 'op', code: insn.code, k: insn.k, label: index }
      case 'ja':
        return { ...insn, label: index, to: target(insn.to) }
      case 'jump': {
        const then = target(insn.then)
        const otherwise = target(insn.else)
        // Two labels of one statement: the tool assembles a jump.
        if (then === otherwise) return { kind: 'ja', label: index, to: then }
        return { ...insn, label: index, then, else: otherwise }
      }
      default:
        return assertNever(insn)
    }
  })
}

/** A label in front of a statement, and the index of the statement. */
interface StatementLabel extends ToolsLabel {
  readonly index: number
}

function labelIndices(
  statements: readonly ToolsStatement[],
  tokens: ToolsTokens,
): ReadonlyMap<string, StatementLabel> {
  const found = new Map<string, StatementLabel>()
  for (const [index, { labels }] of statements.entries())
    for (const label of labels) {
      const first = found.get(label.name)
      if (first !== undefined && first.index !== index) {
        const what = `label ${quote(label.name)} stands on line ${tokens.lineOf(first.offset)} already`
        throw tokens.error('E_CONFLICT', `${what}; a label stands once`, label.offset)
      }
      found.set(label.name, { ...label, index })
    }
  return found
}

/**
 * The index of the statement to which a jump of the statement `from` leads: by a label, by `next`, or by the number
 * of statements to skip.
 */
function targetOf(
  from: number,
  { name, offset }: ToolsLabel,
  labels: ReadonlyMap<string, StatementLabel>,
  statements: readonly ToolsStatement[],
  tokens: ToolsTokens,
): Label {
  const label = name === NEXT ? undefined : labels.get(name)
  if (label !== undefined && label.index > from) return label.index
  if (label !== undefined) {
    const what = `label ${quote(name)} stands on line ${tokens.lineOf(label.offset)}, not behind this jump`
    throw tokens.error('E_TARGET', `${what}; jumps go forward only`, offset)
  }
  if (name !== NEXT && !/^(?:0|[1-9][0-9]*)$/.test(name)) {
    const hint = didYouMean(name, labels.keys())
    throw tokens.error('E_NAME', `no statement has the label ${quote(name)}${hint}`, offset)
  }
  const index = from + 1 + (name === NEXT ? 0 : Number(name))
  if (index < statements.length) return index
  const what = 'the program would run past its end here; it ends with "return"'
  throw tokens.error('E_TARGET', what, offset)
}

/**
 * Checks the whole program.
 * @throws AssemblyError, at its place in the text, for a fault that no statement shows alone
 */
function checkAccepted(program: Program, statements: readonly ToolsStatement[], tokens: ToolsTokens): void {
  const end = statements.at(-1)?.offset ?? 0
  if (program.length > BPF_MAXINSNS) {
    const what = `with far jumps resolved the program has ${program.length} instructions`
    throw tokens.error('E_LIMIT', `${what}; at most ${BPF_MAXINSNS} are possible`, end)
  }
  const [problem] = verify(program)
  if (problem === undefined) return
  // Where far jumps were resolved, instructions have moved.
  const pc = program.length === statements.length ? Number(problem.where.replace('pc ', '')) : Number.NaN
  throw tokens.error('E_REFUSED', `${problem.message} (${problem.invariant})`, statements[pc]?.offset ?? end)
}
