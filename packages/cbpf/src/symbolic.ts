/*
 * A program whose jumps name instructions instead of counting the ones they skip.
 *
 * In a `sock_filter[]` an insertion or deletion changes the distance of every jump across it, and the distance
 * of a conditional jump has only eight bits. Both are inconvenient for a pass that edits a program. In the
 * symbolic form each instruction has a label, its identity, which stays the same when the instructions around
 * it change. A jump names the labels of its targets. `assemble` turns labels into distances again, however far.
 *
 * A pass keeps these rules: labels are unique, every target stands later in the list (classic BPF has no jump
 * back), and the last instruction is no `op`. An `op` continues with the instruction after it; the other kinds
 * never do. So a pass may insert instructions after the other kinds, and only there, without changing the
 * meaning of the program.
 */
import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { assertNever, expectFunction, expectList, expectObject, IrError } from '@seccompile/shape'
import { isConditional, isReturn, readsK } from './code.ts'
import { program as checkedProgram } from './program.ts'

/** The identity of an instruction in one symbolic program: a non-negative whole number, unique, in no order. */
export type Label = number

/** An instruction that continues with the next one: loads, stores, arithmetic, `tax` and `txa`. */
export interface SymbolicOp {
  readonly kind: 'op'
  readonly label: Label
  readonly code: number
  readonly k: number
}

/** A conditional jump: to `then` where the test holds, else to `else`. It never falls through. */
export interface SymbolicJump {
  readonly kind: 'jump'
  readonly label: Label
  readonly code: number
  readonly k: number
  readonly then: Label
  readonly else: Label
}

/** An unconditional jump. */
export interface SymbolicJa {
  readonly kind: 'ja'
  readonly label: Label
  readonly to: Label
}

/** A return: of `k` (`RET_K`) or of A (`RET_A`). */
export interface SymbolicRet {
  readonly kind: 'ret'
  readonly label: Label
  readonly code: number
  readonly k: number
}

/** One instruction of a {@link SymbolicProgram}. */
export type SymbolicInsn = SymbolicOp | SymbolicJump | SymbolicJa | SymbolicRet

/** A program with jumps by label. The first instruction runs first. */
export type SymbolicProgram = readonly SymbolicInsn[]

/**
 * The symbolic form of `program`; the label of an instruction is its pc.
 *
 * Fields that the kernel ignores (`jt` and `jf` of all instructions but conditional jumps, `k` of the X forms)
 * are dropped: `assemble(symbolic(p))` is `canonical(p)`.
 * @throws IrError when a field does not fit (P0), a jump leaves the program (P4) or the last instruction would run past the end (P8)
 */
export function symbolic(insns: Program): SymbolicProgram {
  const program = checkedProgram(insns)
  const target = (pc: number, skip: number, field: string): Label => {
    if (pc + 1 + skip < program.length) return pc + 1 + skip
    const message = `${field} skips ${skip} instructions and ${program.length - pc - 1} follow`
    throw new IrError('program', [{ invariant: 'P4', where: `pc ${pc}`, message }])
  }
  const symbols = program.map(({ code, jt, jf, k }, pc): SymbolicInsn => {
    if (code === BPF.JA) return { kind: 'ja', label: pc, to: target(pc, k, 'k') }
    const operand = readsK(code) ? k : 0
    if (isReturn(code)) return { kind: 'ret', label: pc, code, k: operand }
    if (!isConditional(code)) return { kind: 'op', label: pc, code, k: operand }
    return {
      kind: 'jump',
      label: pc,
      code,
      k: operand,
      then: target(pc, jt, 'jt'),
      else: target(pc, jf, 'jf'),
    }
  })
  const last = symbols.at(-1)
  if (last?.kind === 'op') {
    const message = 'the last instruction is no return, and the program would run past its end'
    throw new IrError('program', [{ invariant: 'P8', where: `pc ${last.label}`, message }])
  }
  return symbols
}

/** A label that no instruction of `program` has: one more than the highest. */
export function freshLabel(program: SymbolicProgram): Label {
  expectList(program, 'program', 'label')
  return program.reduce((highest, { label }) => Math.max(highest, label), -1) + 1
}

/**
 * `program` with every jump target `t` replaced by `to(t)`; the same object where that changes nothing.
 * `to` must yield labels of instructions that stand after the jump; `assemble` checks it.
 */
export function redirect(program: SymbolicProgram, to: (target: Label) => Label): SymbolicProgram {
  expectList(program, 'program')
  expectFunction(to, 'to')
  let changed = false
  const insns = program.map((insn) => {
    const next = retarget(insn, to)
    if (next !== insn) changed = true
    return next
  })
  return changed ? insns : program
}

function retarget(insn: SymbolicInsn, to: (target: Label) => Label): SymbolicInsn {
  switch (insn.kind) {
    case 'op':
    case 'ret':
      return insn
    case 'ja': {
      const target = to(insn.to)
      return target === insn.to ? insn : { ...insn, to: target }
    }
    case 'jump': {
      const then = to(insn.then)
      const otherwise = to(insn.else)
      return then === insn.then && otherwise === insn.else ? insn : { ...insn, then, else: otherwise }
    }
    default:
      return assertNever(insn)
  }
}

/**
 * `program` without the instructions whose labels are in `gone`; the same object where there is none.
 *
 * A jump to a removed `op` goes to the instruction after it; a jump to a removed `ja` goes to the target of the
 * `ja`. A removed conditional jump or return has no such successor, so no remaining jump may name it. A
 * remaining `op` must still continue with its old successor. So where a `ja` after it is removed, the next
 * remaining instruction must be the target of that `ja`.
 * @throws IrError when a remaining instruction would continue elsewhere or nowhere (P4)
 */
export function remove(program: SymbolicProgram, gone: ReadonlySet<Label>): SymbolicProgram {
  expectList(program, 'program')
  expectObject(gone, 'gone', 'has')
  if (!program.some(({ label }) => gone.has(label))) return program
  // Backwards, so that the successor of a removed instruction is known before any jump to it is visited.
  const heirs = new Map<Label, Label | undefined>()
  const heirOf = (label: Label): Label | undefined => (gone.has(label) ? heirs.get(label) : label)
  const redirected = (target: Label, from: Label): Label => {
    const heir = heirOf(target)
    if (heir === undefined) throw strandedError(from, `goes to label ${target}, which is removed`)
    return heir
  }
  const kept: SymbolicInsn[] = []
  let next: Label | undefined // in the original list
  for (const insn of program.toReversed()) {
    const after = next === undefined ? undefined : heirOf(next)
    next = insn.label
    if (gone.has(insn.label)) {
      if (insn.kind === 'op') heirs.set(insn.label, after)
      if (insn.kind === 'ja') heirs.set(insn.label, heirOf(insn.to))
      continue
    }
    if (insn.kind === 'op' && (after === undefined || after !== kept.at(-1)?.label))
      throw strandedError(insn.label, 'would not run into where it continued')
    kept.push(retarget(insn, (target) => redirected(target, insn.label)))
  }
  return kept.reverse()
}

function strandedError(label: Label, what: string): IrError {
  return new IrError('program', [
    { invariant: 'P4', where: `label ${label}`, message: `${what}; redirect it first` },
  ])
}
