/*
 * What the registers are known to hold, at every instruction.
 *
 * Jumps only go forward, so one pass in order of pc sees all ways to an instruction before the instruction. A place
 * (A, X, or a scratch word) is known to hold a word of seccomp_data where every way there left that word in it; where
 * ways differ, or arithmetic came between, it is unknown. The same goes for the value of arch, which is known behind
 * an equality test.
 */
import { BPF, BPF_MEMWORDS, WORD_ARCH, wordAt, isBig } from '@seccompile/abi'
import type { Endianness, Program, SockFilter, Word } from '@seccompile/abi'
import { isConditional } from './code.ts'
import { program as checkedProgram } from './program.ts'
import { successors } from './flow.ts'

/** What is known before an instruction, on every way to it. */
export interface Known {
  /** The word of `seccomp_data` that A holds, unchanged. */
  readonly a: Word | undefined
  /** The word of `seccomp_data` that X holds, unchanged. */
  readonly x: Word | undefined
  /** The value of `arch`. */
  readonly arch: number | undefined
}

interface State extends Known {
  readonly scratch: readonly (Word | undefined)[]
}

const ENTRY: State = {
  a: undefined,
  x: undefined,
  arch: undefined,
  scratch: Array.from({ length: BPF_MEMWORDS }, () => undefined),
}

/**
 * For each instruction, by pc, what is known before it is executed; `undefined` where no way leads. A load of what
 * A is known to hold is redundant.
 * @throws IrError where a field does not fit (P0); TypeError for an unknown byte order
 */
export function knownWords(insns: Program, endianness: Endianness): readonly (Known | undefined)[] {
  isBig(endianness) // throws where it is no byte order
  const program = checkedProgram(insns)
  const states: (State | undefined)[] = program.map((_, pc) => (pc === 0 ? ENTRY : undefined))
  for (const [pc, insn] of program.entries()) {
    const before = states[pc]
    if (before === undefined) continue
    const after = step(before, insn, endianness)
    for (const [edge, target] of successors(program, pc).entries()) {
      if (target >= states.length) continue
      const arriving = edge === 0 ? whereTaken(after, insn) : after
      const other = states[target]
      states[target] = other === undefined ? arriving : meet(other, arriving)
    }
  }
  return states
}

function step(state: State, { code, k }: SockFilter, endianness: Endianness): State {
  switch (code) {
    case BPF.LD_ABS:
      return { ...state, a: wordAt(k, endianness) }
    case BPF.LD_MEM:
      return { ...state, a: state.scratch[k] }
    case BPF.LDX_MEM:
      return { ...state, x: state.scratch[k] }
    case BPF.TAX:
      return { ...state, x: state.a }
    case BPF.TXA:
      return { ...state, a: state.x }
    case BPF.LDX_IMM:
    case BPF.LDX_LEN:
      return { ...state, x: undefined }
    case BPF.ST:
    case BPF.STX: {
      const stored = code === BPF.ST ? state.a : state.x
      return { ...state, scratch: state.scratch.map((word, i) => (i === k ? stored : word)) }
    }
    default:
      // Jumps and returns change nothing; what is left changes A.
      return isConditional(code) || code === BPF.JA ? state : { ...state, a: undefined }
  }
}

/** The state behind the `jt` of `insn`, where an equality test with arch says what arch is. */
function whereTaken(state: State, { code, jt, jf, k }: SockFilter): State {
  return code === BPF.JEQ_K && jt !== jf && state.a === WORD_ARCH ? { ...state, arch: k } : state
}

function meet(left: State, right: State): State {
  const common = <T>(a: T, b: T): T | undefined => (a === b ? a : undefined)
  return {
    a: common(left.a, right.a),
    x: common(left.x, right.x),
    arch: common(left.arch, right.arch),
    scratch: left.scratch.map((word, i) => common(word, right.scratch[i])),
  }
}
