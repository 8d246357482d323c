import { dataWords, isBig } from '@seccompile/abi'
import type { Endianness, Program, SeccompData } from '@seccompile/abi'
import { isConditional, program as checkedProgram } from '@seccompile/cbpf'
import { expectIterable } from '@seccompile/shape'
import { runWords } from './execute.ts'

/**
 * The instructions and branches that a set of calls executes. The lists are indexed by pc and as long as the
 * program.
 */
export interface Coverage {
  /** Whether the instruction was executed. */
  readonly executed: readonly boolean[]
  /** Whether the conditional jump there went to its `jt`; false for every other instruction. */
  readonly then: readonly boolean[]
  /** Whether the conditional jump there went to its `jf`; false for every other instruction. */
  readonly else: readonly boolean[]
}

/**
 * The instructions of `program` that the calls `inputs` execute, and the branches of its conditional jumps that
 * they take. A jump with `jt === jf` takes both branches at once.
 * @throws IrError when a field does not fit (P0), or control reaches an instruction that the kernel would refuse;
 * RangeError, TypeError for a malformed call or an unknown byte order
 */
export function coverage(
  insns: Program,
  inputs: Iterable<SeccompData>,
  endianness: Endianness = 'little',
): Coverage {
  expectIterable(inputs, 'inputs')
  isBig(endianness) // throws for an unknown byte order, even where there are no inputs
  const program = checkedProgram(insns)
  const executed = program.map(() => false)
  const then = program.map(() => false)
  const otherwise = program.map(() => false)
  const note = (pc: number, next: number | undefined): void => {
    executed[pc] = true
    const { code, jt, jf } = program[pc]!
    if (next === undefined || !isConditional(code)) return
    if (next === pc + 1 + jt) then[pc] = true
    if (next === pc + 1 + jf) otherwise[pc] = true
  }
  for (const data of inputs) runWords(program, dataWords(data), endianness, note)
  return { executed, then, else: otherwise }
}
