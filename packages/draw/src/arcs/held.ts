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

/**
 * For each instruction, by pc, the content of A before it; `undefined` if the content is unknown, or no way leads to
 * the instruction.
 * @throws IrError if a field of an instruction does not fit (P0)
 */
export function heldBefore(program: Program, endianness: Endianness): readonly HeldText[] {
  const domain: WalkDomain<HeldText> = {
    constant,
    word: (offset) => {
      const word = wordAt(offset, endianness)
      return word === undefined ? undefined : wordName(word)
    },
    arithmetic: result,
  }
  const states: (Registers<HeldText> | undefined)[] = [entryRegisters(domain)]
  for (const [pc, insn] of program.entries()) {
    const before = states[pc]
    if (before === undefined) continue
    const after = step(domain, insn, pc, before)
    for (const target of successors(program, pc)) {
      if (target >= program.length) continue
      const other = states[target]
      states[target] =
        other === undefined ? after : other.map((held, i) => (held === after[i] ? held : undefined))
    }
  }
  return program.map((_, pc) => states[pc]?.[REGISTER.A])
}
