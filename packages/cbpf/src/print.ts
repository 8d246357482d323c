/*
 * The listing that people know from seccomp-tools, with the same columns: the raw fields, then the instruction
 * in a form that people read. It shows any program, even one that the kernel would refuse.
 *
 *  line  CODE  JT   JF      K
 * =================================
 *  0000: 0x20 0x00 0x00 0x00000004  A = arch
 *  0001: 0x15 0x00 0x02 0xc000003e  if (A != X86_64) goto 0004
 */
import { auditArchName, BPF, verdictName, WORD_ARCH, WORD_NR, wordAt } from '@seccompile/abi'
import type { Endianness, Program, SockFilter, Word } from '@seccompile/abi'
import { callback, endianness as endiannessReader, optional, read, record } from '@seccompile/abi/shape'
import type { Fields } from '@seccompile/abi/shape'
import { aluOp, isAccepted, isConditional, isXForm } from './code.ts'
import type { AluOp } from './code.ts'
import { program as checkedProgram } from './program.ts'
import { knownWords } from './known-words.ts'
import type { Known } from './known-words.ts'
import { testOp } from './word-test.ts'
import type { TestOp } from '@seccompile/abi'

/** How to print a program for people. */
export interface PrintOptions {
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
}

/** One instruction of a listing. */
export interface ListingLine {
  readonly pc: number
  readonly insn: SockFilter
  /** The instruction in the form that people read, with names: `if (A != X86_64) goto 0004`. */
  readonly statement: string
  /** The line, without its end. */
  readonly text: string
}

/** The two lines above the instructions of a listing, each without its end. */
export const LISTING_HEADER: readonly string[] = Object.freeze([
  ' line  CODE  JT   JF      K',
  '=================================',
])

/** The fields of {@link PrintOptions}. */
export const PRINT_OPTIONS: Fields<PrintOptions> = {
  endianness: optional(endiannessReader),
  nameOf: optional(callback()),
}

const printOptions = record<PrintOptions>(PRINT_OPTIONS)

/**
 * The lines of the listing of `program`, by pc.
 * @throws IrError where a field does not fit (P0); TypeError for a wrong option
 */
export function listing(insns: Program, given: PrintOptions = {}): readonly ListingLine[] {
  const program = checkedProgram(insns)
  const options = read(printOptions, given, 'options')
  const endianness = options.endianness ?? 'little'
  const known = knownWords(program, endianness)
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
export function print(insns: Program, options: PrintOptions = {}): string {
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

function statement(
  insn: SockFilter,
  pc: number,
  known: Known | undefined,
  endianness: Endianness,
  options: PrintOptions,
): string {
  const { code, k } = insn
  if (!isAccepted(code)) return 'INVALID'
  if (isConditional(code)) return conditional(insn, pc, operand(insn, known, options))
  switch (code) {
    case BPF.LD_ABS:
      return `A = ${wordText(wordAt(k, endianness))}`
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
      return `return ${verdictName(k)}`
    case BPF.RET_A:
      return 'return A'
    default:
      return `A ${ALU_OPERATORS[aluOp(code)!]}= ${aluOperand(insn)}`
  }
}

const ALU_OPERATORS: Readonly<Record<AluOp, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  or: '|',
  and: '&',
  xor: '^',
  lsh: '<<',
  rsh: '>>',
  neg: '-',
}

/** For each test, the operator of the test, and the operator of its negation. */
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
function operand(insn: SockFilter, known: Known | undefined, options: PrintOptions): string {
  if (isXForm(insn.code)) return 'X'
  return nameOfConstant(insn, known, options) ?? (known?.a === undefined ? String(insn.k) : hex(insn.k))
}

/**
 * The name of the constant in an equality test of a word: from `nameOf`, or else that of an architecture, which
 * is hexadecimal for an unknown one. Undefined where it has no name.
 */
export function nameOfConstant(
  { code, k }: Pick<SockFilter, 'code' | 'k'>,
  known: Known | undefined,
  { nameOf }: PrintOptions,
): string | undefined {
  const word = known?.a
  if (code !== BPF.JEQ_K || word === undefined) return undefined
  return nameOf?.(word, k, known?.arch) ?? (word === WORD_ARCH ? auditArchName(k) : undefined)
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
export function wordText(word: Word | undefined): string {
  if (word === undefined) return 'INVALID'
  if (word === WORD_NR) return 'sys_number'
  if (word === WORD_ARCH) return 'arch'
  const field = word < 4 ? 'instruction_pointer' : `args[${(word - 4) >> 1}]`
  return word % 2 === 0 ? field : `${field} >> 32`
}
