/*
 * The listing that people know from seccomp-tools, with the same columns: the raw fields, then the instruction in
 * readable form. It shows any program, even one that the kernel would refuse.
 *
 *  line  CODE  JT   JF      K
 * =================================
 *  0000: 0x20 0x00 0x00 0x00000004  A = arch
 *  0001: 0x15 0x00 0x02 0xc000003e  if (A != X86_64) goto 0004
 */
import { argLow, auditArchName, BPF, verdictName, WORD_ARCH, WORD_NR, wordAt } from '@seccompile/abi'
import type { Endianness, Program, SockFilter, Verdict, Word } from '@seccompile/abi'
import { callback, endianness as endiannessReader, optional, read, record } from '@seccompile/shape'
import type { Fields } from '@seccompile/shape'
import { callsAt } from './calls-at.ts'
import type { CallsAt, CallsOfArch } from './calls-at.ts'
import { ALU_OPERATORS, aluOp, isAccepted, isConditional, isXForm } from './code.ts'
import { program as checkedProgram } from './program.ts'
import { knownWords } from './known-words.ts'
import type { InsnFacts } from './known-words.ts'
import { testOp } from './word-test.ts'
import type { TestOp } from '@seccompile/abi'

/** How to print a program for people. */
export interface PrintProgramOptions {
  /**
   * The byte order of the machine that runs the program; `little` if left out. It determines the half of a
   * field that a load reads.
   */
  readonly endianness?: Endianness
  /**
   * The name of `value` in a test that `word` equals it, if it has one. `arch` is the value of arch that is
   * known at the test, if any.
   */
  readonly nameOf?: (word: Word, value: number, arch: number | undefined) => string | undefined
  /** A verdict that is returned, where `arch` is the known value of arch, if any; with a number as data if left out. */
  readonly verdictText?: (verdict: Verdict, arch: number | undefined) => string
  /**
   * The names for an instruction on `word`, a word of an argument, that only `calls` can reach. Without it, or where
   * it yields `undefined`, the listing shows `args[0]` and numbers.
   */
  readonly argumentNames?: (word: Word, calls: readonly CallsOfArch[]) => WordNames | undefined
}

/** Names for a word of an argument. */
export interface WordNames {
  /** The name of the word: `family`. */
  readonly name: string
  /** The name of a value of the bits `mask` of the word, in a test for equality. */
  readonly valueName: (value: number, mask: number) => string | undefined
  /** The name of some bits of the word. */
  readonly bitsName: (bits: number) => string | undefined
}

/** One instruction of a listing. */
export interface ListingLine {
  readonly pc: number
  readonly insn: SockFilter
  /** The instruction in readable form, with names: `if (A != X86_64) goto 0004`. */
  readonly statement: string
  /** The line, without its end. */
  readonly text: string
}

/** The two lines above the instructions of a listing, each without its end. */
export const LISTING_HEADER: readonly string[] = Object.freeze([
  ' line  CODE  JT   JF      K',
  '=================================',
])

/** The fields of {@link PrintProgramOptions}. */
export const PRINT_OPTIONS: Fields<PrintProgramOptions> = {
  endianness: optional(endiannessReader),
  nameOf: optional(callback()),
  verdictText: optional(callback()),
  argumentNames: optional(callback()),
}

const printOptions = record<PrintProgramOptions>(PRINT_OPTIONS)

/**
 * The lines of the listing of `program`, by pc.
 * @throws IrError where a field does not fit (P0); TypeError for a wrong option
 */
export function listing(insns: Program, given: PrintProgramOptions = {}): readonly ListingLine[] {
  const program = checkedProgram(insns)
  const options = read(printOptions, given, 'options')
  const endianness = options.endianness ?? 'little'
  const known = knownFacts(program, endianness, options)
  return program.map((insn, pc) => {
    const { code, jt, jf, k } = insn
    const fields = `${hex(code, 2)} ${hex(jt, 2)} ${hex(jf, 2)} ${hex(k, 8)}`
    const text = statement(insn, pc, known[pc], endianness, options)
    return { pc, insn, statement: text, text: ` ${lineNumber(pc)}: ${fields}  ${text}` }
  })
}

/**
 * The listing of `program`: two lines of header and one for each instruction.
 * @throws IrError where a field does not fit (P0); TypeError for a wrong option
 */
export function print(insns: Program, options: PrintProgramOptions = {}): string {
  return [...LISTING_HEADER, ...listing(insns, options).map(({ text }) => text)]
    .map((line) => `${line}\n`)
    .join('')
}

function hex(value: number, digits = 1): string {
  return `0x${value.toString(16).padStart(digits, '0')}`
}

function lineNumber(pc: number): string {
  return String(pc).padStart(4, '0')
}

/** Facts that hold before an instruction. The calls that reach it are there only where names of arguments need them. */
export interface KnownFacts extends InsnFacts {
  readonly at?: CallsAt | undefined
}

/** The facts before each instruction, by pc. */
export function knownFacts(
  program: Program,
  endianness: Endianness,
  { argumentNames }: PrintProgramOptions,
): readonly (KnownFacts | undefined)[] {
  const known = knownWords(program, endianness)
  if (argumentNames === undefined) return known
  const calls = callsAt(program, endianness)
  return known.map((facts, pc) => facts && { ...facts, at: calls[pc] })
}

/** The names for `word` at an instruction, where it belongs to an argument of calls that are known there. */
function namesAt(
  word: Word | undefined,
  known: KnownFacts | undefined,
  { argumentNames }: PrintProgramOptions,
): WordNames | undefined {
  const calls = known?.at?.calls
  if (word === undefined || word < argLow(0) || calls === undefined) return undefined
  return argumentNames?.(word, calls)
}

/** The name of the word that the load `insn` loads. */
export function nameOfLoad(
  { k }: Pick<SockFilter, 'k'>,
  known: KnownFacts | undefined,
  endianness: Endianness,
  options: PrintProgramOptions,
): string {
  const word = wordAt(k, endianness)
  return namesAt(word, known, options)?.name ?? wordText(word)
}

/** The verdict `k`, as the options write it. */
export function textOfVerdict(
  k: Verdict,
  known: KnownFacts | undefined,
  { verdictText = verdictName }: PrintProgramOptions,
): string {
  return verdictText(k, known?.arch)
}

/** The name of the constant in a test, or in a mask of the bits of an argument; `undefined` where it has none. */
export function nameOfArgument(
  { code, k }: Pick<SockFilter, 'code' | 'k'>,
  known: KnownFacts | undefined,
  options: PrintProgramOptions,
): string | undefined {
  const a = known?.at?.a
  const names = namesAt(a?.word, known, options)
  if (a === undefined || names === undefined) return undefined
  switch (code) {
    case BPF.JEQ_K:
      return names.valueName(k, a.mask)
    case BPF.JSET_K:
    case BPF.AND_K:
      return names.bitsName((k & a.mask) >>> 0)
    default:
      return undefined
  }
}

function statement(
  insn: SockFilter,
  pc: number,
  known: KnownFacts | undefined,
  endianness: Endianness,
  options: PrintProgramOptions,
): string {
  const { code, k } = insn
  if (!isAccepted(code)) return 'INVALID'
  if (isConditional(code)) return conditional(insn, pc, operand(insn, known, options))
  switch (code) {
    case BPF.LD_ABS:
      return `A = ${nameOfLoad(insn, known, endianness, options)}`
    case BPF.LD_IMM:
      return `A = ${k}`
    case BPF.LDX_IMM:
      return `X = ${k}`
    case BPF.LD_MEM:
      return `A = mem[${k}]`
    case BPF.LDX_MEM:
      return `X = mem[${k}]`
    case BPF.LD_LEN:
      return 'A = 64'
    case BPF.LDX_LEN:
      return 'X = 64'
    case BPF.ST:
      return `mem[${k}] = A`
    case BPF.STX:
      return `mem[${k}] = X`
    case BPF.TAX:
      return 'X = A'
    case BPF.TXA:
      return 'A = X'
    case BPF.NEG:
      return 'A = -A'
    case BPF.JA:
      return `goto ${lineNumber(pc + 1 + k)}`
    case BPF.RET_K:
      return `return ${textOfVerdict(k, known, options)}`
    case BPF.RET_A:
      return 'return A'
    default:
      return `A ${ALU_OPERATORS[aluOp(code)!]}= ${nameOfArgument(insn, known, options) ?? aluOperand(insn)}`
  }
}

/** For each test, its operator and the operator of its negation. */
const TEST_OPERATORS: Readonly<Record<TestOp, readonly [string, string]>> = {
  eq: ['==', '!='],
  gt: ['>', '<='],
  ge: ['>=', '<'],
  set: ['&', '&'],
}

function aluOperand({ code, k }: SockFilter): string {
  if (isXForm(code)) return 'X'
  return code === BPF.LSH_K || code === BPF.RSH_K ? String(k) : hex(k)
}

/**
 * The operand of a test: by name where it has one, hexadecimal where A holds a word, decimal where it is
 * computed.
 */
function operand(insn: SockFilter, known: KnownFacts | undefined, options: PrintProgramOptions): string {
  if (isXForm(insn.code)) return 'X'
  const plain = known?.a === undefined ? String(insn.k) : hex(insn.k)
  const bits = insn.code === BPF.JSET_K ? joinedNames(nameOfArgument(insn, known, options)) : undefined
  return bits ?? nameOfConstant(insn, known, options) ?? plain
}

/** `name` in parentheses where it joins several names. */
const joinedNames = (name: string | undefined): string | undefined =>
  name?.includes('|') === true && !name.startsWith('~') ? `(${name})` : name

/**
 * The name of the constant in an equality test of a word; `undefined` where it has none. The name comes from the
 * options. Without one, an architecture has its own name, or a hexadecimal number where it is unknown.
 */
export function nameOfConstant(
  { code, k }: Pick<SockFilter, 'code' | 'k'>,
  known: KnownFacts | undefined,
  options: PrintProgramOptions,
): string | undefined {
  if (code !== BPF.JEQ_K) return undefined
  const ofArgument = nameOfArgument({ code, k }, known, options)
  const word = known?.a
  if (word === undefined || ofArgument !== undefined) return ofArgument
  return options.nameOf?.(word, k, known?.arch) ?? (word === WORD_ARCH ? auditArchName(k) : undefined)
}

function conditional({ code, jt, jf }: SockFilter, pc: number, right: string): string {
  const [holds, fails] = TEST_OPERATORS[testOp(code)]
  const then = lineNumber(pc + 1 + jt)
  const otherwise = lineNumber(pc + 1 + jf)
  if (jt === 0 && jf === 0) return '/* no-op */'
  if (jt === jf) return `goto ${then}`
  if (jt === 0) {
    const negated = fails === '&' ? `!(A & ${right})` : `A ${fails} ${right}`
    return `if (${negated}) goto ${otherwise}`
  }
  return `if (A ${holds} ${right}) goto ${then}${jf === 0 ? '' : ` else goto ${otherwise}`}`
}

/** The name of a word as seccomp-tools writes it. */
function wordText(word: Word | undefined): string {
  if (word === undefined) return 'INVALID'
  if (word === WORD_NR) return 'sys_number'
  if (word === WORD_ARCH) return 'arch'
  const field = word < 4 ? 'instruction_pointer' : `args[${(word - 4) >> 1}]`
  return word % 2 === 0 ? field : `${field} >> 32`
}
