/*
 * The assembly language of bpf_asm, which the kernel's documentation uses, limited to the instructions that
 * seccomp accepts.
 *
 * A text that both this parser and bpf_asm accept is the same program for both, with one exception: bpf_asm
 * does not see the end of a comment that ends in two stars and a slash. bpf_asm rejects a conditional jump over
 * more than 255 instructions; here `assemble` resolves it. Some faults that bpf_asm does not notice are errors
 * here: a label that stands twice, a jump back, a number of more than 32 bits, an instruction that only packet
 * filters have.
 *
 * The parser reads a text once, and each statement keeps its offset. So an error that the parser finds only at the
 * end (an unknown label, or a read of unwritten scratch memory) still has a line and a column.
 */
import { BPF, BPF_MAXINSNS } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { assertNever, didYouMean } from '@seccompile/shape'
import { assemble } from './assemble.ts'
import { checkTextSize, quote } from './assembly-error.ts'
import type { TextOptions } from './assembly-error.ts'
import { takeStatement } from './assembly-statement.ts'
import type { AssemblyStatement, LabelName } from './assembly-statement.ts'
import { tokensOf } from './assembly-tokens.ts'
import type { AssemblyTokens } from './assembly-tokens.ts'
import { isConditional, isReturn } from './code.ts'
import type { Label, SymbolicInsn, SymbolicProgram } from './symbolic.ts'
import { verify } from './verify.ts'

/**
 * The program of `text` in bpf_asm's syntax. The kernel accepts it; fields that the kernel ignores are 0. Jumps
 * name labels and go forward only. For a jump over more than 255 instructions, {@link assemble} may add
 * instructions.
 *
 * Takes time linear in the length of the text, which may be 4 Mi UTF-16 units.
 * @throws AssemblyError with line and column where the text is wrong, or the kernel would refuse the program
 * @see Documentation/networking/filter.rst: BPF engine and instruction set
 * @see tools/bpf/bpf_exp.l, tools/bpf/bpf_exp.y
 */
export function parseAssembly(text: string, options: TextOptions = {}): Program {
  checkTextSize(text, options)
  const tokens = tokensOf(text, options)
  const statements = takeStatements(tokens)
  const program = assemble(withTargets(statements, tokens))
  checkAccepted(program, statements, tokens)
  return program
}

function takeStatements(tokens: AssemblyTokens): readonly AssemblyStatement[] {
  const statements: AssemblyStatement[] = []
  while (tokens.peek().kind !== 'end') {
    if (statements.length === BPF_MAXINSNS) {
      const what = `a program has at most ${BPF_MAXINSNS} instructions, and this is one more`
      throw tokens.error('E_LIMIT', what, tokens.peek().offset)
    }
    statements.push(takeStatement(tokens))
  }
  if (statements.length === 0) throw tokens.unexpected('expected an instruction')
  return statements
}

/** The statements as a symbolic program: the label of an instruction is its index. */
function withTargets(statements: readonly AssemblyStatement[], tokens: AssemblyTokens): SymbolicProgram {
  const labels = labelIndices(statements, tokens)
  return statements.map(({ insn, offset }, index): SymbolicInsn => {
    const next = (): Label => {
      if (index + 1 < statements.length) return index + 1
      const what = 'the program would run past its end here; it ends with "ret"'
      throw tokens.error('E_TARGET', what, offset)
    }
    const target = (name: LabelName | undefined): Label =>
      name === undefined ? next() : indexBehind(index, name, labels, tokens)
    switch (insn.kind) {
      case 'ret':
        return { ...insn, label: index }
      case 'op':
        next()
        return { ...insn, label: index }
      case 'ja':
        return { ...insn, label: index, to: target(insn.to) }
      case 'jump':
        return { ...insn, label: index, then: target(insn.then), else: target(insn.else) }
      default:
        return assertNever(insn)
    }
  })
}

/** A label in front of an instruction, and the index of its statement. */
interface StandingLabel extends LabelName {
  readonly index: number
}

function labelIndices(
  statements: readonly AssemblyStatement[],
  tokens: AssemblyTokens,
): ReadonlyMap<string, StandingLabel> {
  const labels = new Map<string, StandingLabel>()
  for (const [index, { label }] of statements.entries()) {
    if (label === undefined) continue
    const first = labels.get(label.name)
    if (first !== undefined) {
      const what = `label ${quote(label.name)} stands on line ${tokens.lineOf(first.offset)} already`
      throw tokens.error('E_CONFLICT', `${what}; a label stands once`, label.offset)
    }
    labels.set(label.name, { ...label, index })
  }
  return labels
}

function indexBehind(
  from: number,
  { name, offset }: LabelName,
  labels: ReadonlyMap<string, StandingLabel>,
  tokens: AssemblyTokens,
): Label {
  const label = labels.get(name)
  if (label === undefined) {
    const hint = didYouMean(name, labels.keys())
    throw tokens.error('E_NAME', `no instruction has the label ${quote(name)}${hint}`, offset)
  }
  if (label.index > from) return label.index
  const what = `label ${quote(name)} stands on line ${tokens.lineOf(label.offset)}, not behind this jump`
  throw tokens.error('E_TARGET', `${what}; jumps go forward only`, offset)
}

/**
 * Checks the whole program.
 * @throws AssemblyError, at its place in the text, for a fault that no statement shows alone
 */
function checkAccepted(
  program: Program,
  statements: readonly AssemblyStatement[],
  tokens: AssemblyTokens,
): void {
  const end = statements.at(-1)?.offset ?? 0
  if (program.length > BPF_MAXINSNS) {
    const what = `with far jumps resolved the program has ${program.length} instructions`
    throw tokens.error('E_LIMIT', `${what}; at most ${BPF_MAXINSNS} are possible`, end)
  }
  const problems = new Map(verify(program).map((problem) => [problem.where, problem]))
  if (problems.size === 0) return
  // Far jumps add only jumps and returns. So the other instructions are those of the text, in the same order.
  const ops = statements.filter(({ insn }) => insn.kind === 'op').values()
  for (const [pc, { code }] of program.entries()) {
    const statement = isOp(code) ? ops.next().value : undefined
    const problem = problems.get(`pc ${pc}`)
    if (problem === undefined) continue
    throw tokens.error('E_REFUSED', `${problem.message} (${problem.invariant})`, statement?.offset ?? end)
  }
}

function isOp(code: number): boolean {
  return code !== BPF.JA && !isConditional(code) && !isReturn(code)
}
