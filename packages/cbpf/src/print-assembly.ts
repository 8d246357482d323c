/*
 * A program in bpf_asm's language, as a person would write it. Only targets of jumps have labels. A test names
 * only the target that is not the next instruction.
 *
 *        ld [4]                        ; arch
 *        jneq #0xc000003e, L4          ; X86_64
 *        ld [0]                        ; sys_number
 *        jeq #57, L5                   ; fork
 * L4:    ret #0x80000000               ; KILL_PROCESS
 * L5:    ret #0x7fff0000               ; ALLOW
 */
import { BPF, WORD_NR } from '@seccompile/abi'
import type { Endianness, Program, SockFilter } from '@seccompile/abi'
import { assertNever, expectObject, flag, IrError, optional, read, record } from '@seccompile/shape'
import { aluOp, isConditional, isXForm } from './code.ts'
import { program as checkedProgram } from './program.ts'
import type { InsnFacts } from './known-words.ts'
import {
  knownFacts,
  nameOfArgument,
  nameOfConstant,
  nameOfLoad,
  PRINT_OPTIONS,
  textOfVerdict,
} from './print.ts'
import type { KnownFacts, PrintProgramOptions } from './print.ts'
import { symbolic } from './symbolic.ts'
import type { Label, SymbolicInsn, SymbolicJump } from './symbolic.ts'
import { verify } from './verify.ts'
import { testOp } from './word-test.ts'
import type { TestOp } from '@seccompile/abi'

/** How to print a program as assembly. */
export interface PrintAssemblyOptions extends PrintProgramOptions {
  /** Whether to write comments with the names of words, constants and verdicts; true if left out. */
  readonly comments?: boolean
}

const assemblyOptions = record<PrintAssemblyOptions>({ ...PRINT_OPTIONS, comments: optional(flag) })

const LABEL_COLUMNS = 7
const INSN_COLUMNS = 30

/**
 * `insns` in bpf_asm's syntax, one instruction on each line; a label is `L` and the pc. `parseAssembly` of the
 * text is `canonical(insns)`: this language cannot express fields that the kernel ignores. `print` shows them.
 * @throws IrError where the kernel would refuse the program (P0 to P9)
 * @throws TypeError for a wrong option
 */
export function printAssembly(insns: Program, given: PrintAssemblyOptions = {}): string {
  const problems = verify(insns)
  if (problems.length > 0) throw new IrError('program', problems)
  const program = checkedProgram(insns)
  const options = read(assemblyOptions, given, 'options')
  const endianness = options.endianness ?? 'little'
  const known = knownFacts(program, endianness, options)
  const targets = new Set<Label>()
  const nameLabel = (label: Label): string => {
    targets.add(label)
    return `L${label}`
  }
  const lines = symbolic(program).map((insn) => {
    const before = known[insn.label]
    const comment = options.comments === false ? undefined : commentOn(insn, before, endianness, options)
    return { label: insn.label, text: lineText(insn, before, nameLabel), comment }
  })
  return lines
    .map(({ label, text, comment }) => {
      const margin = (targets.has(label) ? `L${label}:` : '').padEnd(LABEL_COLUMNS)
      return comment === undefined
        ? `${margin}${text}\n`
        : `${margin}${text.padEnd(INSN_COLUMNS)}; ${comment}\n`
    })
    .join('')
}

/** The instruction in bpf_asm's syntax, without the targets of a jump: `jeq #5`, `mul x`, `ret a`. */
export function insnText(given: Pick<SockFilter, 'code' | 'k'>): string {
  expectObject(given, 'insn', 'code', 'k')
  const { code, k } = given
  if (isConditional(code)) return `j${testOp(code)} ${isXForm(code) ? 'x' : immediate(k)}`
  switch (code) {
    case BPF.RET_K:
      return `ret ${immediate(k)}`
    case BPF.RET_A:
      return 'ret a'
    case BPF.JA:
      return 'ja'
    default:
      return opText(code, k)
  }
}

function lineText(
  insn: SymbolicInsn,
  known: InsnFacts | undefined,
  nameLabel: (label: Label) => string,
): string {
  switch (insn.kind) {
    case 'ret':
      return insnText(insn)
    case 'ja':
      return `ja ${nameLabel(insn.to)}`
    case 'jump':
      return jumpText(insn, known, nameLabel)
    case 'op':
      return opText(insn.code, insn.k)
    default:
      return assertNever(insn)
  }
}

/** For each test, the mnemonic of its negation; `set` has none. */
const NEGATED: Readonly<Partial<Record<TestOp, string>>> = { eq: 'jneq', gt: 'jle', ge: 'jlt' }

function opText(code: number, k: number): string {
  switch (code) {
    case BPF.LD_ABS:
      return `ld [${k}]`
    case BPF.LD_IMM:
      return `ld ${immediate(k)}`
    case BPF.LDX_IMM:
      return `ldx ${immediate(k)}`
    case BPF.LD_MEM:
      return `ld M[${k}]`
    case BPF.LDX_MEM:
      return `ldx M[${k}]`
    case BPF.LD_LEN:
      return 'ld #len'
    case BPF.LDX_LEN:
      return 'ldx #len'
    case BPF.ST:
      return `st M[${k}]`
    case BPF.STX:
      return `stx M[${k}]`
    case BPF.TAX:
      return 'tax'
    case BPF.TXA:
      return 'txa'
    case BPF.NEG:
      return 'neg'
    case BPF.LSH_K:
      return `lsh #${k}`
    case BPF.RSH_K:
      return `rsh #${k}`
    default:
      return `${aluOp(code)!} ${isXForm(code) ? 'x' : immediate(k)}`
  }
}

function jumpText(
  insn: SymbolicJump,
  known: InsnFacts | undefined,
  nameLabel: (label: Label) => string,
): string {
  const { code, k, label } = insn
  const op = testOp(code)
  const negated = NEGATED[op]
  // People know system calls by their decimal numbers. Larger numbers, such as those of x32, are hexadecimal.
  const isNumber = known?.a === WORD_NR && code !== BPF.JSET_K && k < 0x1_0000
  const operand = isXForm(code) ? 'x' : isNumber ? `#${k}` : immediate(k)
  if (insn.else === label + 1) return `j${op} ${operand}, ${nameLabel(insn.then)}`
  if (insn.then === label + 1 && negated !== undefined)
    return `${negated} ${operand}, ${nameLabel(insn.else)}`
  return `j${op} ${operand}, ${nameLabel(insn.then)}, ${nameLabel(insn.else)}`
}

function immediate(k: number): string {
  return k < 10 ? `#${k}` : `#0x${k.toString(16)}`
}

/** The name of the word, constant or verdict in `insn`, on one line; undefined where it has no name. */
function commentOn(
  insn: SymbolicInsn,
  known: KnownFacts | undefined,
  endianness: Endianness,
  options: PrintProgramOptions,
): string | undefined {
  if (insn.kind === 'op')
    return insn.code === BPF.LD_ABS
      ? nameOfLoad(insn, known, endianness, options)
      : unlessNumber(nameOfArgument(insn, known, options))
  if (insn.kind === 'jump' && insn.code === BPF.JSET_K)
    return unlessNumber(nameOfArgument(insn, known, options))
  if (insn.kind === 'ret' && insn.code === BPF.RET_K)
    return unlessNumber(textOfVerdict(insn.k, known, options))
  if (insn.kind === 'jump') return unlessNumber(nameOfConstant(insn, known, options))
  return undefined
}

/** `name` on one line, since a line end would end the comment; `undefined` where `name` only repeats the number. */
function unlessNumber(name: string | undefined): string | undefined {
  return name === undefined || name.startsWith('0x') ? undefined : name.replace(/\s+/g, ' ')
}
