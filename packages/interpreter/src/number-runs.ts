/*
 * Runs many calls that differ only in their numbers.
 *
 * The calls run together until a test of the number separates them. So the instructions before a test run once for
 * all calls, and calls with one path share a run. Where calls reach an instruction other than a load of a word or a
 * comparison with a constant, each continues alone.
 */
import { BPF, isBig, SECCOMP_DATA_BYTES, WORD_ARCH, WORD_COUNT, WORD_NR } from '@seccompile/abi'
import type { Endianness, Program, SockFilter } from '@seccompile/abi'
import { program as checkedProgram } from '@seccompile/cbpf'
import { expectList, read, shown, u32 } from '@seccompile/shape'
import { runWords } from './execute.ts'
import type { RunResult } from './execute.ts'

/** One run for calls whose numbers are neighbours in a list. */
export interface NumberRun extends RunResult {
  /** The index of the first of these numbers in the list. */
  readonly first: number
  readonly count: number
  /** The pcs of the executed instructions, in order. */
  readonly path: readonly number[]
}

/** Calls that have run together so far. The next instruction is that at `pc`. */
interface NumberGroup {
  readonly pc: number
  /** The value of A; `undefined` where A is the number of each call. */
  readonly a: number | undefined
  /** The indices of their numbers in the list: from `first`, up to but not including `end`. */
  readonly first: number
  readonly end: number
  /** The group before the last instruction. */
  readonly before: NumberGroup | undefined
}

/** The byte offsets of two words. They are the same in both byte orders. */
const NR = 0
const ARCH = 4

/** The largest value of A. */
const MOST = 0xffff_ffff

/** Whether a word of `seccomp_data` begins at byte `offset`. */
const isWord = (offset: number): boolean => offset < SECCOMP_DATA_BYTES && (offset & 3) === 0

/**
 * Checks `numbers`.
 * @throws RangeError where one of them is no u32, or is below the one before it
 */
function checkNumbers(numbers: readonly number[]): void {
  const wrong = numbers.findIndex((nr, at) => nr >>> 0 !== nr || (at > 0 && nr < numbers[at - 1]!))
  if (wrong >= 0)
    throw new RangeError(
      `numbers[${wrong}]: expected a u32 that is not below the number before it; got ${shown(numbers[wrong])}`,
    )
}

/** The index of the first number that is at least `least`, from `first` on; `end` where there is none before `end`. */
function placeOf(numbers: readonly number[], least: number, first: number, end: number): number {
  let low = first
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The pcs on the path to `group`, and that of `group` itself. */
function pathOf(group: NumberGroup): readonly number[] {
  const path: number[] = []
  for (let at: NumberGroup | undefined = group; at !== undefined; at = at.before) path.push(at.pc)
  return path.reverse()
}

/** The run of the call with the number at `at`; `words` are those of a call, and get its number. */
function runOf(
  program: Program,
  words: Uint32Array,
  numbers: readonly number[],
  at: number,
  endianness: Endianness,
): NumberRun {
  words[WORD_NR] = numbers[at]!
  const path: number[] = []
  const { verdict, steps } = runWords(program, words, endianness, (pc) => path.push(pc))
  return { verdict, steps, first: at, count: 1, path }
}

function checkCalls(arch: number, numbers: readonly number[], endianness: Endianness): void {
  expectList(numbers, 'numbers')
  if (arch >>> 0 !== arch) read(u32, arch, 'arch')
  checkNumbers(numbers)
  isBig(endianness) // throws for an unknown byte order, even where no call runs alone
}

/**
 * The runs of `program` on calls with that `arch`, one of `numbers`, and 0 in all other words, in the order of the
 * numbers. Neighbouring calls with one path usually share a run.
 *
 * @param numbers - u32, ascending
 * @throws IrError where a field does not fit (P0), or control reaches an instruction that the kernel would refuse; RangeError where
 * `arch` or a number is no u32, or the numbers are not in order; TypeError for an unknown byte order
 */
export function numberRuns(
  insns: Program,
  arch: number,
  numbers: readonly number[],
  endianness: Endianness = 'little',
): readonly NumberRun[] {
  checkCalls(arch, numbers, endianness)
  const program = checkedProgram(insns)
  const runs: NumberRun[] = []
  const words = new Uint32Array(WORD_COUNT)
  words[WORD_ARCH] = arch
  const runAlone = ({ first, end }: NumberGroup): void => {
    for (let at = first; at < end; at += 1) runs.push(runOf(program, words, numbers, at, endianness))
  }

  const groups: NumberGroup[] = []
  /** Adds the calls of `before` from `first` to `end`, which continue behind the next `skip` instructions. */
  const goOn = (
    before: NumberGroup,
    skip: number,
    a: number | undefined,
    first: number,
    end: number,
  ): void => {
    if (first < end) groups.push({ pc: before.pc + 1 + skip, a, first, end, before })
  }
  /** Separates the calls of `group`: those with A from `least` to `most` continue at `jt`, the others at `jf`. */
  const part = (group: NumberGroup, { jt, jf }: SockFilter, least: number, most: number): void => {
    const { a, first, end } = group
    if (a !== undefined) {
      goOn(group, a >= least && a <= most ? jt : jf, a, first, end)
      return
    }
    const from = placeOf(numbers, least, first, end)
    const to = placeOf(numbers, most + 1, from, end)
    // The group that is added last runs first.
    goOn(group, jf, a, to, end)
    goOn(group, jt, a, from, to)
    goOn(group, jf, a, first, from)
  }

  if (numbers.length > 0) groups.push({ pc: 0, a: 0, first: 0, end: numbers.length, before: undefined })
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    const insn = program[group.pc]
    const { a, first, end } = group
    switch (insn?.code) {
      case BPF.JEQ_K:
        part(group, insn, insn.k, insn.k)
        break
      case BPF.JGE_K:
        part(group, insn, insn.k, MOST)
        break
      case BPF.JGT_K:
        part(group, insn, insn.k + 1, MOST)
        break
      case BPF.JSET_K:
        if (a === undefined) runAlone(group)
        else goOn(group, (a & insn.k) === 0 ? insn.jf : insn.jt, a, first, end)
        break
      case BPF.JA:
        goOn(group, insn.k, a, first, end)
        break
      case BPF.LD_ABS:
        if (insn.k === NR) goOn(group, 0, undefined, first, end)
        else if (insn.k === ARCH) goOn(group, 0, arch, first, end)
        else if (isWord(insn.k)) goOn(group, 0, 0, first, end)
        else runAlone(group)
        break
      case BPF.RET_K: {
        const path = pathOf(group)
        runs.push({ verdict: insn.k, steps: path.length, first, count: end - first, path })
        break
      }
      default:
        runAlone(group) // by execute.ts, which knows all instructions and the reasons to refuse one
    }
  }
  return runs
}
