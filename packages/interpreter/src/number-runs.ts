/*
 * The runs of many calls that differ in nothing but their numbers.
 *
 * A filter compares numbers with constants, so neighbouring numbers mostly take one path. A run therefore tells up to which number
 * its path is that of all. Some hundred calls of an ABI take some dozen runs.
 */
import { BPF, WORD_ARCH, WORD_COUNT, WORD_NR } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { program as checkedProgram } from '@seccompile/cbpf'
import { runWords } from './execute.ts'
import type { RunResult } from './execute.ts'
import { lastAlike } from './number-range.ts'

/** A run that calls with neighbouring numbers have in common. */
export interface NumberRun extends RunResult {
  /** The pcs of the executed instructions, in order. */
  readonly path: readonly number[]
}

/** Byte offset of the number, which is the same in either byte order. */
const NR = 0

/**
 * A function that yields the run of `program` on the call with that `arch` and number, and 0 in all other words. It yields the same
 * object again while the next numbers take the same path, so it is fast where numbers ascend.
 * @throws IrError where a field does not fit (P0); the function, where control reaches an instruction that the kernel would refuse
 */
export function numberRuns(
  insns: Program,
  endianness: Endianness = 'little',
): (arch: number, nr: number) => NumberRun {
  const program = checkedProgram(insns)
  const words = new Uint32Array(WORD_COUNT)
  let known: { readonly arch: number; readonly first: number; readonly last: number; readonly run: NumberRun } | undefined // prettier-ignore

  return (arch, nr) => {
    if (known !== undefined && known.arch === arch && known.first <= nr && nr <= known.last) return known.run
    words[WORD_ARCH] = arch
    words[WORD_NR] = nr
    const path: number[] = []
    let isNumber = false // whether A is the number
    let last = 0xffff_ffff
    const result = runWords(program, words, endianness, (pc) => {
      const insn = program[pc]!
      path.push(pc)
      if (isNumber) last = Math.min(last, lastAlike(insn, nr))
      if (insn.code === BPF.LD_ABS) isNumber = insn.k === NR
    })
    const run = { ...result, path }
    known = { arch, first: nr, last, run }
    return run
  }
}
