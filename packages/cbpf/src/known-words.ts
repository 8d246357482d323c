/*
 * The words that registers are known to hold at each instruction.
 *
 * Jumps only go forward, so one walk in order of pc visits all predecessors of an instruction before the
 * instruction. A register (A, X, or a scratch word) is known to hold a word of seccomp_data if it holds that word
 * on every path to the instruction. If paths differ, or the register holds a result of arithmetic, its content is
 * unknown. The same rule holds for the value of arch, which is known after an equality test.
 */
import { BPF, WORD_ARCH, wordAt, isBig } from '@seccompile/abi'
import type { Endianness, Program, SockFilter, Word } from '@seccompile/abi'
import { REGISTER } from './effect.ts'
import { successors } from './flow.ts'
import { program as checkedProgram } from './program.ts'
import { entryRegisters, step } from './step.ts'
import type { Registers, WalkDomain } from './step.ts'

/** Facts that hold before an instruction, on every path to it. */
export interface InsnFacts {
  /** The word of `seccomp_data` that A holds, unchanged. */
  readonly a: Word | undefined
  /** The word of `seccomp_data` that X holds, unchanged. */
  readonly x: Word | undefined
  /** The value of `arch`. */
  readonly arch: number | undefined
}

interface WordState {
  readonly registers: Registers<Word | undefined>
  readonly arch: number | undefined
}

/**
 * For each instruction, by pc, the facts that hold before it; `undefined` where no path leads to it. A load of
 * the word that A is known to hold is redundant.
 * @throws IrError where a field does not fit (P0); TypeError for an unknown byte order
 */
export function knownWords(insns: Program, endianness: Endianness): readonly (InsnFacts | undefined)[] {
  isBig(endianness) // throws for an unknown byte order
  const program = checkedProgram(insns)
  const words: WalkDomain<Word | undefined> = {
    constant: () => undefined,
    word: (offset) => wordAt(offset, endianness),
    arithmetic: () => undefined,
  }
  const states: (WordState | undefined)[] = [{ registers: entryRegisters(words), arch: undefined }]
  for (const [pc, insn] of program.entries()) {
    const before = states[pc]
    if (before === undefined) continue
    const after: WordState = { registers: step(words, insn, pc, before.registers), arch: before.arch }
    for (const [edge, target] of successors(program, pc).entries()) {
      if (target >= program.length) continue
      const arriving = edge === 0 ? whereTaken(after, insn) : after
      const other = states[target]
      states[target] = other === undefined ? arriving : meet(other, arriving)
    }
  }
  return program.map((_, pc) => known(states[pc]))
}

const known = (state: WordState | undefined): InsnFacts | undefined =>
  state && { a: state.registers[REGISTER.A], x: state.registers[REGISTER.X], arch: state.arch }

/** The state at the `jt` target of `insn`: behind an equality test of `arch`, its value is known. */
function whereTaken(state: WordState, { code, jt, jf, k }: SockFilter): WordState {
  return code === BPF.JEQ_K && jt !== jf && state.registers[REGISTER.A] === WORD_ARCH
    ? { ...state, arch: k }
    : state
}

function meet(left: WordState, right: WordState): WordState {
  const common = <T>(a: T, b: T): T | undefined => (a === b ? a : undefined)
  return {
    registers: left.registers.map((word, register) => common(word, right.registers[register])),
    arch: common(left.arch, right.arch),
  }
}
