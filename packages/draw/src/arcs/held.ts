/*
 * The content of A before each instruction, as text, on every way to the instruction.
 *
 * Jumps only go forward. So one walk in order of pc sees all ways to an instruction before the instruction. If the
 * ways differ, or a text grows too long, the content of A is unknown.
 */
import { wordAt, wordName } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { ALU_OPERATORS, aluOp, entryRegisters, REGISTER, step, successors } from '@seccompile/cbpf'
import type { Registers, WalkDomain } from '@seccompile/cbpf'

type HeldText = string | undefined

const MOST_LETTERS = 32

const atom = (text: string): string => (text.includes(' ') ? `(${text})` : text)

function result(code: number, a: HeldText, operand: HeldText): HeldText {
  const op = aluOp(code)
  if (op === undefined || a === undefined) return undefined
  if (op === 'neg') return bounded(`-${atom(a)}`)
  return operand === undefined ? undefined : bounded(`${atom(a)} ${ALU_OPERATORS[op]} ${atom(operand)}`)
}

const bounded = (text: string): HeldText => (text.length <= MOST_LETTERS ? text : undefined)
const constant = (value: number): string => (value < 10 ? String(value) : `0x${value.toString(16)}`)

/** The operand of a load or of an operation on A in the listing: `family` of `A = family`, `0xff` of `A &= 0xff`. */
const OPERAND = /^A [^ =]{0,2}= (.+)$/

/**
 * For each instruction, by pc, the content of A before it; `undefined` if the content is unknown, or no way leads to
 * the instruction. Words and constants have the names of the listing.
 * @param statements - the statement of each instruction in a listing, as far as it is known
 * @throws IrError if a field of an instruction does not fit (P0)
 */
export function heldBefore(
  program: Program,
  endianness: Endianness,
  statements: readonly string[] = [],
): readonly HeldText[] {
  const domainAt = (pc: number): WalkDomain<HeldText> => {
    const listed = OPERAND.exec(statements[pc] ?? '')?.[1]
    return {
      constant: (value) => listed ?? constant(value),
      word: (offset) => {
        const word = wordAt(offset, endianness)
        return listed ?? (word === undefined ? undefined : wordName(word))
      },
      arithmetic: result,
    }
  }
  const states: (Registers<HeldText> | undefined)[] = [entryRegisters(domainAt(-1))]
  for (const [pc, insn] of program.entries()) {
    const before = states[pc]
    if (before === undefined) continue
    const after = step(domainAt(pc), insn, pc, before)
    for (const target of successors(program, pc)) {
      if (target >= program.length) continue
      const other = states[target]
      states[target] =
        other === undefined ? after : other.map((held, i) => (held === after[i] ? held : undefined))
    }
  }
  return program.map((_, pc) => states[pc]?.[REGISTER.A])
}
