/*
 * The facts by which a listing names arguments: the calls that can reach each instruction, and the bits of a word
 * that A holds.
 *
 * `args[0]` is `family` for socket, and has another name for other calls. So a listing can name a test of `args[0]`
 * where the tests above it leave few numbers. The walk follows tests of `arch` and of the number. For each value of
 * `arch`, it keeps the numbers that are still possible, as ranges. An instruction with several predecessors has the
 * union.
 *
 * The numbers are an upper bound: a test of a masked or computed number is ignored, and a set of more than MAX_RANGES
 * ranges becomes the range from its first to its last number. A program of 4096 instructions is then followed in a few
 * milliseconds. The price is a raw form where a name was possible.
 */
import { BPF, isBig, WHOLE_WORD, WORD_ARCH, WORD_NR, wordAt } from '@seccompile/abi'
import type { Endianness, MaskedWord, Program, SockFilter } from '@seccompile/abi'
import { aluOp, isConditional } from './code.ts'
import { REGISTER } from './effect.ts'
import { successors } from './flow.ts'
import { program as checkedProgram } from './program.ts'
import { entryRegisters, step } from './step.ts'
import type { Registers, WalkDomain } from './step.ts'

/** The numbers from `lo` to `hi`, both u32 and included. */
export interface NumberRange {
  readonly lo: number
  readonly hi: number
}

/** Calls of one arch, by number. */
export interface CallsOfArch {
  /** The `AUDIT_ARCH_*` value. */
  readonly arch: number
  /** Sorted, disjoint and not adjacent. */
  readonly numbers: readonly NumberRange[]
}

/** The facts that hold before an instruction, on every path to it. */
export interface CallsAt {
  /** The bits of a word that A holds; `undefined` where they are not known. */
  readonly a: MaskedWord | undefined
  /** The calls that can reach the instruction, and perhaps more; `undefined` where calls of any arch can. */
  readonly calls: readonly CallsOfArch[] | undefined
}

const MAX_RANGES = 64
const MAX_ARCHES = 32

/** Possible calls of one `arch`. `undefined` stands for every `arch` that no other entry has. */
interface CallReach {
  readonly arch: number | undefined
  readonly numbers: readonly NumberRange[]
}

interface ReachState {
  readonly registers: Registers<MaskedWord | undefined>
  readonly reach: readonly CallReach[]
}

const EVERY: readonly NumberRange[] = [{ lo: 0, hi: WHOLE_WORD }]

/** The union of `ranges`, which may overlap, with a bound on its length. */
function joined(ranges: readonly NumberRange[]): readonly NumberRange[] {
  if (ranges.length <= 1) return ranges
  const merged: NumberRange[] = []
  for (const { lo, hi } of ranges.toSorted((a, b) => a.lo - b.lo)) {
    const last = merged.at(-1)
    if (last === undefined || lo > last.hi + 1) merged.push({ lo, hi })
    else if (hi > last.hi) merged[merged.length - 1] = { lo: last.lo, hi }
  }
  return merged.length <= MAX_RANGES ? merged : [{ lo: merged[0]!.lo, hi: merged.at(-1)!.hi }]
}

const clipped = (ranges: readonly NumberRange[], lo: number, hi: number): readonly NumberRange[] =>
  ranges
    .map((range) => ({ lo: Math.max(range.lo, lo), hi: Math.min(range.hi, hi) }))
    .filter((range) => range.lo <= range.hi)

/** The numbers of `ranges` that pass the test `code` with `k` where `holds`, else those that fail it. */
function passing(
  ranges: readonly NumberRange[],
  code: number,
  k: number,
  holds: boolean,
): readonly NumberRange[] {
  switch (code) {
    case BPF.JEQ_K:
      return holds
        ? clipped(ranges, k, k)
        : joined([...clipped(ranges, 0, k - 1), ...clipped(ranges, k + 1, WHOLE_WORD)])
    case BPF.JGT_K:
      return holds ? clipped(ranges, k + 1, WHOLE_WORD) : clipped(ranges, 0, k)
    case BPF.JGE_K:
      return holds ? clipped(ranges, k, WHOLE_WORD) : clipped(ranges, 0, k - 1)
    default:
      return ranges
  }
}

/** The calls of `reach` for which a test of `arch` for `k` has the outcome `holds`. */
function ofArch(reach: readonly CallReach[], k: number, holds: boolean): readonly CallReach[] {
  const own = reach.filter(({ arch }) => arch === k)
  if (!holds)
    return [...reach.filter(({ arch }) => arch !== k), { arch: k, numbers: [] }].slice(0, MAX_ARCHES)
  const others = reach.find(({ arch }) => arch === undefined)
  const found = own.length > 0 ? own : others === undefined ? [] : [{ arch: k, numbers: others.numbers }]
  return [...found, { arch: undefined, numbers: [] }]
}

/** `reach` after one way of the jump `insn`, where A holds a whole word. */
function after(
  reach: readonly CallReach[],
  insn: SockFilter,
  a: MaskedWord | undefined,
  holds: boolean,
): readonly CallReach[] {
  const { code, k, jt, jf } = insn
  if (a === undefined || a.mask !== WHOLE_WORD || jt === jf) return reach
  if (a.word === WORD_NR)
    return reach.map(({ arch, numbers }) => ({ arch, numbers: passing(numbers, code, k, holds) }))
  return a.word === WORD_ARCH && code === BPF.JEQ_K ? ofArch(reach, k, holds) : reach
}

/** The numbers of `arch` in `reach`. */
const numbersOf = (reach: readonly CallReach[], arch: number | undefined): readonly NumberRange[] =>
  (reach.find((each) => each.arch === arch) ?? reach.find((each) => each.arch === undefined))?.numbers ?? []

function meet(one: ReachState, other: ReachState): ReachState {
  const arches = [...new Set([...one.reach, ...other.reach].map(({ arch }) => arch))]
  const union = (arch: number | undefined): CallReach => ({
    arch,
    numbers: joined([...numbersOf(one.reach, arch), ...numbersOf(other.reach, arch)]),
  })
  const reach = arches.length <= MAX_ARCHES ? arches.map(union) : [{ arch: undefined, numbers: EVERY }]
  const registers = one.registers.map((value, register) => {
    const there = other.registers[register]
    return value?.word === there?.word && value?.mask === there?.mask ? value : undefined
  })
  return { registers, reach }
}

function known({ registers, reach }: ReachState): CallsAt {
  const possible = reach.filter(({ numbers }) => numbers.length > 0)
  const calls = possible.flatMap(({ arch, numbers }) => (arch === undefined ? [] : [{ arch, numbers }]))
  return { a: registers[REGISTER.A], calls: calls.length < possible.length ? undefined : calls }
}

/**
 * For each instruction, by pc, the facts that hold before it; `undefined` where no path leads to it.
 * @throws IrError where a field does not fit (P0); TypeError for an unknown byte order
 */
export function callsAt(insns: Program, endianness: Endianness): readonly (CallsAt | undefined)[] {
  isBig(endianness) // throws for an unknown byte order
  const program = checkedProgram(insns)
  const words: WalkDomain<MaskedWord | undefined | number> = {
    constant: (value) => value,
    word: (offset) => {
      const word = wordAt(offset, endianness)
      return word === undefined ? undefined : { word, mask: WHOLE_WORD }
    },
    arithmetic: (code, a, operand) =>
      aluOp(code) === 'and' && typeof a === 'object' && typeof operand === 'number'
        ? { word: a.word, mask: (a.mask & operand) >>> 0 }
        : undefined,
  }
  const plain = (values: Registers<MaskedWord | undefined | number>): ReachState['registers'] =>
    values.map((value) => (typeof value === 'object' ? value : undefined))
  const states: (ReachState | undefined)[] = [
    { registers: plain(entryRegisters(words)), reach: [{ arch: undefined, numbers: EVERY }] },
  ]
  for (const [pc, insn] of program.entries()) {
    const before = states[pc]
    if (before === undefined) continue
    const registers = plain(step(words, insn, pc, before.registers))
    for (const [edge, target] of successors(program, pc).entries()) {
      if (target >= program.length) continue
      const reach = isConditional(insn.code)
        ? after(before.reach, insn, registers[REGISTER.A], edge === 0)
        : before.reach
      const arriving = { registers, reach }
      const other = states[target]
      states[target] = other === undefined ? arriving : meet(other, arriving)
    }
  }
  return program.map((_, pc) => {
    const state = states[pc]
    return state && known(state)
  })
}
