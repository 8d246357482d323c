/*
 * A program as assembly of seccomp-tools.
 *
 *   # seccomp-tools asm --arch amd64
 *     A = arch
 *     A == ARCH_X86_64 ? next : L4
 *     A = sys_number
 *     A == execve ? L4 : next
 *     return ALLOW
 *   L4:
 *     return KILL_PROCESS
 *
 * Every version of the tool reads the numbers of the program: names are those of 1.6.2 (architectures.ts), later
 * calls are numbers, and on big-endian machines the words of an argument are offsets, since 1.6.2 would read their
 * names as on little-endian machines.
 */
import { auditArchName, BPF, WORD_ARCH, WORD_NR, isBig } from '@seccompile/abi'
import type { Endianness, Program, SockFilter } from '@seccompile/abi'
import { isXForm, knownWords, symbolic, verify } from '@seccompile/cbpf'
import type { InsnFacts, Label, SymbolicInsn, SymbolicJump } from '@seccompile/cbpf'
import {
  assertNever,
  endianness as endiannessReader,
  flag,
  IrError,
  listOf,
  optional,
  read,
  record,
} from '@seccompile/shape'
import { tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { architectureOf, ARCHITECTURES, isNamed, shownName } from './architectures.ts'
import { heldProgram } from './held-program.ts'
import { hex, opText, verdictText, wordText } from './statement-text.ts'

/** The options of writing a program. */
export interface PrintSeccompToolsOptions {
  /** The tables of the ABIs whose calls are named. The first is the architecture for `--arch` of the tool. */
  readonly abis?: readonly AbiTable[]
  /** The byte order of the machine that runs the program; that of the first ABI, or `little`, if left out. */
  readonly endianness?: Endianness
  /** Whether to write comments; true if left out. */
  readonly comments?: boolean
}

const printOptions = record<PrintSeccompToolsOptions>({
  abis: optional(listOf(tableReader)),
  endianness: optional(endiannessReader),
  comments: optional(flag),
})

const COMMENT_COLUMN = 34

/** A statement, and the comment beside it. */
interface Text {
  readonly statement: string
  readonly comment?: string | undefined
}

/**
 * The assembly of `insns`, one statement on each line. Names and comments are ASCII. The tool and `parseSeccompTools`
 * read it as `heldProgram(insns)`: the same program, unless it has instructions that the assembly cannot express.
 * @throws IrError where the kernel would refuse the program (P0 to P9)
 * @throws TypeError for a wrong option
 */
export function printSeccompTools(insns: Program, given: PrintSeccompToolsOptions = {}): string {
  const problems = verify(insns)
  if (problems.length > 0) throw new IrError('program', problems)
  const {
    abis = [],
    endianness = abis[0]?.endianness ?? 'little',
    comments = true,
  } = read(printOptions, given, 'options')
  const program = heldProgram(insns)
  const known = knownWords(program, endianness)
  const targets = new Set<Label>()
  const lines = symbolic(program).map((insn) => ({
    label: insn.label,
    ...textOf(insn, known[insn.label], { abis, endianness, targets }),
  }))
  const name = abis[0] === undefined ? undefined : architectureOf(abis[0].token)?.name
  const heading = comments && name !== undefined ? `# seccomp-tools asm --arch ${name}\n` : ''
  return lines.reduce((text, { label, statement, comment }) => {
    const margin = targets.has(label) ? `L${label}:\n` : ''
    const line = `  ${statement}`
    return comment === undefined || !comments
      ? `${text}${margin}${line}\n`
      : `${text}${margin}${line.padEnd(COMMENT_COLUMN)}# ${comment}\n`
  }, heading)
}

interface PrintState {
  readonly abis: readonly AbiTable[]
  readonly endianness: Endianness
  /** The targets of the jumps so far. `textOf` adds those that it names. */
  readonly targets: Set<Label>
}

function textOf(insn: SymbolicInsn, known: InsnFacts | undefined, printing: PrintState): Text {
  const { endianness } = printing
  switch (insn.kind) {
    case 'op':
      return insn.code === BPF.LD_ABS ? loadText(insn.k, endianness) : { statement: opText(asInsn(insn)) }
    case 'ret':
      return { statement: `return ${insn.code === BPF.RET_A ? 'A' : verdictText(insn.k)}` }
    case 'ja':
      return { statement: `goto ${labelText(insn.to, insn.label, printing)}` }
    case 'jump':
      return testText(insn, known, printing)
    default:
      return assertNever(insn)
  }
}

const asInsn = ({ code, k }: Pick<SockFilter, 'code' | 'k'>): SockFilter => ({ code, jt: 0, jf: 0, k })

function loadText(offset: number, endianness: Endianness): Text {
  const name = wordText(offset, endianness)!
  const byOffset = isBig(endianness) && offset > 4
  return byOffset ? { statement: `A = data[${offset}]`, comment: name } : { statement: `A = ${name}` }
}

function labelText(to: Label, from: Label, { targets }: PrintState): string {
  if (to === from + 1) return 'next'
  targets.add(to)
  return `L${to}`
}

const OPERATORS: ReadonlyMap<number, string> = new Map<number, string>([
  [BPF.JEQ_K, '=='],
  [BPF.JEQ_X, '=='],
  [BPF.JGT_K, '>'],
  [BPF.JGT_X, '>'],
  [BPF.JGE_K, '>='],
  [BPF.JGE_X, '>='],
  [BPF.JSET_K, '&'],
  [BPF.JSET_X, '&'],
])

function testText(insn: SymbolicJump, known: InsnFacts | undefined, printing: PrintState): Text {
  const { code, k, label } = insn
  const { value, comment } = isXForm(code) ? { value: 'X' } : valueOf(code, k, known, printing)
  const then = labelText(insn.then, label, printing)
  const otherwise = labelText(insn.else, label, printing)
  return { statement: `A ${OPERATORS.get(code)!} ${value} ? ${then} : ${otherwise}`, comment }
}

interface OperandText {
  readonly value: string
  readonly comment?: string | undefined
}

/** The constant of a test; by name in a test for equality. */
function valueOf(code: number, k: number, known: InsnFacts | undefined, { abis }: PrintState): OperandText {
  const number = { value: k < 10 ? String(k) : hex(k) }
  if (code !== BPF.JEQ_K) return number
  switch (known?.a) {
    case WORD_ARCH: {
      const word = ARCHITECTURES.find(({ auditArch }) => auditArch === k)?.word
      if (word !== undefined) return { value: word }
      const name = auditArchName(k)
      return name.startsWith('0x') ? number : { ...number, comment: name }
    }
    case WORD_NR:
      return callOf(k, known.arch, abis) ?? number
    default:
      return number
  }
}

/**
 * A call by name, with the prefix of its architecture where that is not the first; by number where a version of the
 * tool may lack the name.
 */
function callOf(nr: number, arch: number | undefined, abis: readonly AbiTable[]): OperandText | undefined {
  const of = (abi: AbiTable): boolean => abi.auditArch === arch && architectureOf(abi.token) !== undefined
  const abi = arch === undefined ? abis[0] : abis.find(of)
  if (abi === undefined) return undefined
  const name = shownName(abi, nr)
  if (name === undefined) return undefined
  const architecture = architectureOf(abi.token)
  if (architecture === undefined || !isNamed(architecture, nr)) return { value: hex(nr), comment: name }
  return { value: abi === abis[0] ? name : `${architecture.name}.${name}` }
}
