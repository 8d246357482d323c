/*
 * The kernel's allow bitmap (Linux 5.11 and newer), as far as it depends on the program.
 *
 * When a filter is attached, the kernel runs a small emulator over it once for each system call number of each
 * of its ABIs. The emulator knows loads of nr and arch, jumps that compare with constants, and `and` with a
 * constant. Where its path through these ends at `ret ALLOW`, the number is put in a bitmap, and no later call
 * with it runs the filter. The emulator gives up at the first other instruction on the path of a number;
 * instructions off the path do not matter. So a filter has two costs on such a kernel: the attach steps, and
 * the executed instructions of calls not in the bitmap.
 *
 * Two facts are not modelled. A stacked filter can only remove numbers that the filters before it left in the bitmap.
 * And from Linux 6.14 on, the kernel allows uretprobe (335) and uprobe (336) of x86_64 whatever the verdict of the
 * filter.
 */
import { BPF, SECCOMP_RET, verdictName } from '@seccompile/abi'
import type { Program, Verdict } from '@seccompile/abi'
import { program as checkedProgram } from '@seccompile/cbpf'
import { IrError, listOf, read, record, u32, whole } from '@seccompile/shape'
import { lastAlike } from './number-range.ts'

/**
 * The emulator's result for one number: allowed without a run, or the instruction where it gives up and the
 * reason.
 */
export type ConstAllow =
  | {
      readonly cached: true
      /** Instructions emulated, the return included. */
      readonly steps: number
    }
  | {
      readonly cached: false
      /** Instructions emulated, the one at `pc` included. */
      readonly steps: number
      readonly pc: number
      readonly reason: string
    }

/** The numbers of one ABI that the kernel tries at attach: all below `count`. */
export interface NumberTable {
  /** The `AUDIT_ARCH_*` value. */
  readonly arch: number
  /** The size of the ABI's system call table: on x86_64 `SECCOMP_ARCH_NATIVE_NR`, and `SECCOMP_ARCH_COMPAT_NR`. */
  readonly count: number
}

/** The largest table accepted. No ABI has as many numbers. The bound limits the time, since each number takes a run. */
const MAX_COUNT = 0x10_0000

const tablesReader = listOf(record<NumberTable>({ arch: u32, count: whole(MAX_COUNT) }))

/** A reader of `nr`, an `int` of the kernel. A negative one stands for the u32 with the same bits. */
const signedOrNot = whole(0xffff_ffff, -0x8000_0000)

/** The byte offsets of the two words that the emulator knows. They are the same in both byte orders. */
const NR = 0
const ARCH = 4

/**
 * Whether the kernel's emulator finds that `program` always allows number `nr` of `arch`, and if not, why.
 *
 * `nr` is a u32, or an `int` with the same bits. The kernel never tries numbers at or above the size of the
 * table, so they are never in the bitmap. This function does not know that size; the caller must check it.
 * @param verdictText - the text of a verdict in the reason; with a number as data if left out
 * @throws IrError when a field does not fit (P0), or control runs past the last instruction (P8), as it cannot in a
 * program the kernel accepts; RangeError where `nr` or `arch` does not fit 32 bits
 * @see kernel/seccomp.c: seccomp_is_const_allow()
 */
export function constAllow(
  insns: Program,
  nr: number,
  arch: number,
  verdictText: (verdict: Verdict) => string = verdictName,
): ConstAllow {
  if (nr >>> 0 !== nr) read(signedOrNot, nr, 'nr')
  if (arch >>> 0 !== arch) read(u32, arch, 'arch')
  const { steps, pc, reason } = emulated(checkedProgram(insns), nr >>> 0, arch)
  if (reason === undefined) return { cached: true, steps }
  const text = typeof reason === 'number' ? `returns ${verdictText(reason)}, not ALLOW without data` : reason
  return { cached: false, steps, pc, reason: text }
}

/** The end of the emulator's path for some numbers. */
interface Emulation {
  /** Instructions emulated, the one at `pc` included. */
  readonly steps: number
  readonly pc: number
  /** The reason why the emulator gives up at `pc`, or another verdict than ALLOW; `undefined` where it finds the numbers allowed. */
  readonly reason: string | Verdict | undefined
  /** The last number with this path. The first is the number that was tried. */
  readonly last: number
}

/** The emulator's path for `nr`, a u32. @throws IrError where control runs past the last instruction (P8) */
function emulated(program: Program, nr: number, arch: number): Emulation {
  let a = 0
  let isNumber = false // whether A is the number or bits of it; in the second case, `last` is `nr`
  let last = 0xffff_ffff
  let pc = 0
  for (let steps = 1; ; steps++) {
    const insn = program[pc]
    if (insn === undefined) {
      const message = 'the program runs past its last instruction'
      throw new IrError('program', [{ invariant: 'P8', where: `pc ${pc}`, message }])
    }
    const { code, jt, jf, k } = insn
    if (isNumber) last = Math.min(last, lastAlike(insn, nr))
    switch (code) {
      case BPF.LD_ABS:
        if (k !== NR && k !== ARCH) return { steps, pc, reason: 'loads another word than nr and arch', last }
        isNumber = k === NR
        a = isNumber ? nr : arch
        break
      case BPF.AND_K:
        a = (a & k) >>> 0
        break
      case BPF.JA:
        pc += k
        break
      case BPF.JEQ_K:
        pc += a === k ? jt : jf
        break
      case BPF.JGT_K:
        pc += a > k ? jt : jf
        break
      case BPF.JGE_K:
        pc += a >= k ? jt : jf
        break
      case BPF.JSET_K:
        pc += (a & k) !== 0 ? jt : jf
        break
      case BPF.RET_K:
        // The whole verdict is compared: the kernel does not cache ALLOW with data.
        if (k === SECCOMP_RET.ALLOW) return { steps, pc, reason: undefined, last }
        return { steps, pc, reason: k, last }
      default:
        return { steps, pc, reason: 'uses an instruction that the emulator does not know', last }
    }
    pc++
  }
}

/**
 * Whether number `nr` of `arch` goes into the kernel's allow bitmap when `program` is attached as the only filter.
 * @throws IrError when control runs past the last instruction (P8)
 */
export function isConstAllow(program: Program, nr: number, arch: number): boolean {
  return constAllow(program, nr, arch).cached
}

/**
 * The verdict of `program` on every call with number `nr` of `arch`, where the path to it tests nothing else; `undefined` where it
 * does, or may.
 * @throws IrError when control runs past the last instruction (P8)
 */
export function constVerdict(program: Program, nr: number, arch: number): Verdict | undefined {
  const { reason = SECCOMP_RET.ALLOW } = emulated(
    checkedProgram(program),
    read(signedOrNot, nr, 'nr') >>> 0,
    read(u32, arch, 'arch'),
  )
  return typeof reason === 'number' ? reason : undefined
}

/**
 * The number of instructions that the kernel emulates for `tables` when `program` is attached: for each, the path of
 * every number. A kernel tries all of its own tables, also those of ABIs that the filter is not for. An early exit
 * for a wrong arch makes a whole table cheap.
 * @throws IrError when a field does not fit (P0), or control runs past the last instruction (P8); RangeError or
 * TypeError for a malformed table
 * @see kernel/seccomp.c: seccomp_cache_prepare_bitmap()
 */
export function attachSteps(insns: Program, tables: readonly NumberTable[]): number {
  const program = checkedProgram(insns)
  let steps = 0
  for (const { arch, count } of read(tablesReader, tables, 'tables'))
    for (let nr = 0; nr < count;) {
      const found = emulated(program, nr, arch)
      const next = Math.min(count, found.last + 1)
      steps += found.steps * (next - nr)
      nr = next
    }
  return steps
}
