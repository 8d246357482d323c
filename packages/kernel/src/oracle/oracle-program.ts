/*
 * A filter rewritten so that its verdict shows and is not carried out.
 *
 * Each return becomes an ERRNO with a number of its own, which a call under the filter yields. The constants
 * that the filter returns have the numbers 1 to 4090, one after the other. Nothing else in the filter changes,
 * so the kernel decides which return a call reaches. Two instructions yield values that no constant tells:
 *
 *  - `ret a` yields the number A_VALUE. Three more programs are asked for the value of A. In them `ret a` jumps
 *    to a tail that returns 11, 11 and 10 of the bits of A, as an errno from 2048 on.
 *  - `div x` with X = 0 ends the program with 0, which would kill the process that asks. So a test for X = 0
 *    stands before it. The test needs no scratch memory: X is 0 exactly where it has no bit in common with A,
 *    nor with ~A.
 *
 *        jset x, L1, next          the same A comes out, by whatever way
 *        xor #0xffffffff
 *        jset x, L2, next
 *        ret ERRNO | DIVIDED_BY_0
 *    L2: xor #0xffffffff
 *    L1: div x
 *
 * The test moves the instructions behind it. So a filter that divides by X is put together again with longer
 * jumps. Any other filter stays as it was, instruction for instruction.
 */
import { BPF, BPF_MAXINSNS, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { assemble, freshLabel, symbolic, verify } from '@seccompile/cbpf'
import type { SymbolicInsn } from '@seccompile/cbpf'
import { KernelError } from '../system/kernel-error.ts'

/** The most different constants that a filter may return. */
const MAX_CONSTANTS = 4090

/** The errno of a return of `ret a`. */
export const A_VALUE = 4091
const DIVIDED_BY_0 = 4092

const PART_BITS = 11
const PART_MASK = (1 << PART_BITS) - 1
/** The lowest bit of each part of A. */
const PARTS = [0, PART_BITS, 2 * PART_BITS] as const

/** The programs to attach to learn the verdicts of a filter. */
export interface OracleProgram {
  readonly first: Program
  /** One for each part of A, lowest bits first; none where the filter has no `ret a`. */
  readonly parts: readonly Program[]
  /** The verdict for each errno that `first` yields; any other errno is no answer. */
  readonly verdicts: ReadonlyMap<number, number>
}

/**
 * `insns`, rewritten.
 *
 * @throws KernelError `E_FILTER` where the kernel or the oracle does not accept it
 */
export function oracleProgram(insns: Program): OracleProgram {
  const [problem] = verify(insns)
  if (problem !== undefined)
    throw new KernelError(
      'E_FILTER',
      `the kernel would refuse this program: ${problem.where}: ${problem.message} (${problem.invariant})`,
    )
  const constants = [...new Set(insns.filter(({ code }) => code === BPF.RET_K).map(({ k }) => k))]
  if (constants.length > MAX_CONSTANTS)
    throw new KernelError(
      'E_FILTER',
      `the filter returns ${constants.length} different values; the oracle tells ${MAX_CONSTANTS} apart`,
    )
  const errnos = new Map(constants.map((k, i) => [k, i + 1]))
  const first = insns.map((insn) => {
    if (insn.code === BPF.RET_K) return ret(errnos.get(insn.k)!)
    return insn.code === BPF.RET_A ? ret(A_VALUE) : insn
  })
  const hasValues = insns.some(({ code }) => code === BPF.RET_A)
  return {
    first: guarded(first),
    parts: hasValues ? PARTS.map((shift) => guarded(partOfA(insns, shift))) : [],
    verdicts: new Map([
      ...constants.map((k, i) => [i + 1, k] as const),
      [DIVIDED_BY_0, SECCOMP_RET.KILL_THREAD],
    ]),
  }
}

/** The verdict whose parts are the errnos `low`, `middle` and `high`; undefined where one of them is no errno. */
export function joinParts(low: number, middle: number, high: number): number | undefined {
  let value = 0
  for (const [i, errno] of [low, middle, high].entries()) {
    if (errno <= PART_MASK || errno > 2 * PART_MASK + 1) return undefined
    value |= (errno & PART_MASK) << PARTS[i]!
  }
  return value >>> 0
}

function op(code: number, k = 0): SockFilter {
  return { code, jt: 0, jf: 0, k }
}

function ret(errno: number): SockFilter {
  return op(BPF.RET_K, verdictOf('ERRNO', errno))
}

/**
 * `insns` in which each `ret a` returns the bits of A from `shift` on. The verdicts of other returns are not used.
 */
function partOfA(insns: Program, shift: number): Program {
  const tail = [
    ...(shift === 0 ? [] : [op(BPF.RSH_K, shift)]),
    op(BPF.AND_K, PART_MASK),
    op(BPF.OR_K, verdictOf('ERRNO', PART_MASK + 1)),
    op(BPF.RET_A),
  ]
  const body = insns.map((insn, pc) => {
    if (insn.code === BPF.RET_A) return op(BPF.JA, insns.length - pc - 1)
    return insn.code === BPF.RET_K ? ret(1) : insn
  })
  return [...body, ...tail]
}

/** `insns` with a test for 0 in front of each division by X. @throws KernelError where it does not fit */
function guarded(insns: Program): Program {
  const made = insns.some(({ code }) => code === BPF.DIV_X) ? withTests(insns) : insns
  if (made.length <= BPF_MAXINSNS) return made
  throw new KernelError(
    'E_FILTER',
    `the filter is too long for the oracle: with the instructions that tell its divisions and returned values apart, it has ${made.length} instructions, and the kernel takes ${BPF_MAXINSNS}`,
  )
}

function withTests(insns: Program): Program {
  const before = symbolic(insns)
  let fresh = freshLabel(before)
  const after = before.flatMap((insn): readonly SymbolicInsn[] => {
    if (insn.kind !== 'op' || insn.code !== BPF.DIV_X) return [insn]
    const [invert, test, zero, restore, divide] = [fresh, fresh + 1, fresh + 2, fresh + 3, fresh + 4]
    fresh += 5
    const all = 0xffff_ffff
    return [
      // A jump to the division goes to its test.
      { kind: 'jump', label: insn.label, code: BPF.JSET_X, k: 0, then: divide, else: invert },
      { kind: 'op', label: invert, code: BPF.XOR_K, k: all },
      { kind: 'jump', label: test, code: BPF.JSET_X, k: 0, then: restore, else: zero },
      { kind: 'ret', label: zero, code: BPF.RET_K, k: verdictOf('ERRNO', DIVIDED_BY_0) },
      { kind: 'op', label: restore, code: BPF.XOR_K, k: all },
      { kind: 'op', label: divide, code: BPF.DIV_X, k: 0 },
    ]
  })
  return assemble(after)
}
