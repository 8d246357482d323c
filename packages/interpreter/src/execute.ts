/*
 * The one loop that gives instructions their meaning. `meaning`, `run`, `trace`, `coverage` and the fallback of
 * `evaluator` call it.
 *
 * All arithmetic is on unsigned 32-bit numbers. JavaScript's bit operators yield signed ones, so each result that
 * may have its high bit set passes through `>>> 0`; `Math.imul` multiplies modulo 2^32, where `*` would lose low
 * bits; and a quotient of two u32 is floored by `>>> 0`, exactly, since both fit a double.
 *
 * A program that the kernel refuses has no meaning. Each run begins with the gate, `program()` of cbpf. The gate
 * takes no time for a program that has passed it before; it copies any other list each time. A verification before
 * each run would cost more than the run. Instead, each executed instruction is checked: a run throws when control
 * reaches an instruction that the kernel would refuse. So no run loops (jumps only go forward), reads past the input
 * or invents a value. A program in which `verify` finds no problem never throws.
 */
import { BPF, BPF_MEMWORDS, isBig, SECCOMP_DATA_BYTES, WORD_COUNT } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import { program as checkedProgram } from '@seccompile/cbpf'
import { expectFunction, IrError, shown } from '@seccompile/shape'

/** The result of a run: the verdict, and the number of executed instructions, the return included. */
export interface RunResult {
  readonly verdict: Verdict
  readonly steps: number
}

/**
 * Called for each executed instruction after its effect, with its pc, the next pc (`undefined` where the
 * program ends), A and X.
 */
export type Observer = (pc: number, next: number | undefined, a: number, x: number) => void

/**
 * Runs `insns` on the 16 words of `seccomp_data`, in the order of `dataWords`. For many calls it is faster than
 * `run`, since it makes no list of words for each.
 * @throws IrError when a field does not fit (P0), or control reaches an instruction that the kernel would refuse, or the
 * program's end; TypeError for an unknown byte order or words that are no Uint32Array of 16 or more
 * @see net/core/filter.c: bpf_convert_filter(), which gives classic instructions their meaning
 */
// eslint-disable-next-line max-lines-per-function -- one switch over all codes
export function runWords(
  insns: Program,
  words: Uint32Array,
  endianness: Endianness = 'little',
  observe?: Observer,
): RunResult {
  // On big endian the halves of 64-bit fields, that is, all words but the first two, are swapped: see
  // wordOffset().
  const swap = isBig(endianness) ? 1 : 0
  if (observe !== undefined) expectFunction(observe, 'observe')
  const program = checkedProgram(insns)
  // The check also reads the tag, because the words may come from another realm. Other lists may have items that are no u32.
  const areWords =
    words instanceof Uint32Array || Object.prototype.toString.call(words) === '[object Uint32Array]'
  if (!areWords || words.length < WORD_COUNT)
    throw new TypeError(`words: expected a Uint32Array of ${WORD_COUNT}; got ${shown(words)}`)
  /** The scratch words M[], made when first written: most programs do not use them. */
  let scratch: Uint32Array | undefined
  let written = 0
  let a = 0
  let x = 0
  let steps = 0
  let pc = 0
  for (;;) {
    const insn = program[pc]
    if (insn === undefined) throw refused(pc, 'P8', 'the program runs past its last instruction')
    const { code, k } = insn
    let next = pc + 1
    steps++
    // The most frequent codes come first, because cases are compared in order.
    switch (code) {
      case BPF.LD_ABS: {
        if (k >= SECCOMP_DATA_BYTES || (k & 3) !== 0) throw refused(pc, 'P7', `there is no word at byte ${k}`)
        const slot = k >>> 2
        a = words[slot < 2 ? slot : slot ^ swap]!
        break
      }
      case BPF.JEQ_K:
        next += a === k ? insn.jt : insn.jf
        break
      case BPF.JGE_K:
        next += a >= k ? insn.jt : insn.jf
        break
      case BPF.JGT_K:
        next += a > k ? insn.jt : insn.jf
        break
      case BPF.JSET_K:
        next += (a & k) !== 0 ? insn.jt : insn.jf
        break
      case BPF.RET_K:
      case BPF.RET_A:
        observe?.(pc, undefined, a, x)
        return { verdict: code === BPF.RET_K ? k : a, steps }
      case BPF.JA:
        next += k
        break
      case BPF.JEQ_X:
        next += a === x ? insn.jt : insn.jf
        break
      case BPF.JGT_X:
        next += a > x ? insn.jt : insn.jf
        break
      case BPF.JGE_X:
        next += a >= x ? insn.jt : insn.jf
        break
      case BPF.JSET_X:
        next += (a & x) !== 0 ? insn.jt : insn.jf
        break
      case BPF.LD_IMM:
        a = k
        break
      case BPF.LDX_IMM:
        x = k
        break
      case BPF.LD_LEN:
        a = SECCOMP_DATA_BYTES
        break
      case BPF.LDX_LEN:
        x = SECCOMP_DATA_BYTES
        break
      case BPF.LD_MEM:
        a = scratch![readable(pc, k, written)]!
        break
      case BPF.LDX_MEM:
        x = scratch![readable(pc, k, written)]!
        break
      case BPF.ST:
      case BPF.STX:
        if (k >= BPF_MEMWORDS) throw refused(pc, 'P6', `there is no M[${k}]`)
        scratch ??= new Uint32Array(BPF_MEMWORDS)
        scratch[k] = code === BPF.ST ? a : x
        written |= 1 << k
        break
      case BPF.ADD_K:
        a = (a + k) >>> 0
        break
      case BPF.ADD_X:
        a = (a + x) >>> 0
        break
      case BPF.SUB_K:
        a = (a - k) >>> 0
        break
      case BPF.SUB_X:
        a = (a - x) >>> 0
        break
      case BPF.MUL_K:
        a = Math.imul(a, k) >>> 0
        break
      case BPF.MUL_X:
        a = Math.imul(a, x) >>> 0
        break
      case BPF.DIV_K:
        if (k === 0) throw refused(pc, 'P3', 'divides by the constant 0')
        a = (a / k) >>> 0
        break
      case BPF.DIV_X:
        if (x === 0) {
          // The kernel's converted program returns 0 here, which is KILL_THREAD.
          observe?.(pc, undefined, 0, x)
          return { verdict: 0, steps }
        }
        a = (a / x) >>> 0
        break
      case BPF.OR_K:
        a = (a | k) >>> 0
        break
      case BPF.OR_X:
        a = (a | x) >>> 0
        break
      case BPF.AND_K:
        a = (a & k) >>> 0
        break
      case BPF.AND_X:
        a = (a & x) >>> 0
        break
      case BPF.XOR_K:
        a = (a ^ k) >>> 0
        break
      case BPF.XOR_X:
        a = (a ^ x) >>> 0
        break
      case BPF.LSH_K:
      case BPF.RSH_K:
        if (k >= 32) throw refused(pc, 'P5', `shifts by the constant ${k}`)
        a = code === BPF.LSH_K ? (a << k) >>> 0 : a >>> k
        break
      case BPF.LSH_X:
        a = (a << x) >>> 0 // JavaScript also takes the amount modulo 32
        break
      case BPF.RSH_X:
        a = a >>> x
        break
      case BPF.NEG:
        a = -a >>> 0
        break
      case BPF.TAX:
        x = a
        break
      case BPF.TXA:
        a = x
        break
      default:
        throw refused(
          pc,
          'P2',
          `code 0x${code.toString(16).padStart(2, '0')} is not accepted in a seccomp filter`,
        )
    }
    observe?.(pc, next, a, x)
    pc = next
  }
}

/**
 * `k`, checked.
 * @throws IrError where the scratch word M[k] does not exist, or is not written yet
 */
function readable(pc: number, k: number, written: number): number {
  if (k >= BPF_MEMWORDS) throw refused(pc, 'P6', `there is no M[${k}]`)
  if ((written & (1 << k)) === 0) throw refused(pc, 'P9', `reads M[${k}], which nothing has written`)
  return k
}

function refused(pc: number, invariant: string, message: string): IrError {
  return new IrError('program', [{ invariant, where: `pc ${pc}`, message }])
}
