/*
 * The order of returns.
 *
 * The kernel's compilers emit the end of a filter once: it restores registers and returns to the kernel. On x86 it
 * stands at the first return of the program, and the other returns jump to it. On all other machines it stands behind
 * the last instruction, and all returns but the last jump to it. Such a jump takes some tenths of a nanosecond. So
 * the most frequent verdict stands first on x86, and last elsewhere. The most frequent verdict is the weakest:
 * programs mostly make calls that they are allowed to make.
 *
 * The order does not change the number of instructions, of the program or of a call. A larger program, whose jumps do
 * not all reach its end, keeps its order.
 *
 * @see arch/x86/net/bpf_jit_comp.c: do_jit(), arch/arm64/net/bpf_jit_comp.c: build_insn(), at BPF_JMP | BPF_EXIT
 */
import { AUDIT_ARCH, WORD_ARCH } from '@seccompile/abi'
import { MAX_SKIP } from '@seccompile/cbpf'
import type { SymbolicProgram, SymbolicRet } from '@seccompile/cbpf'
import type { Decision } from '@seccompile/decision'

const X86: ReadonlySet<number> = new Set([AUDIT_ARCH.X86_64, AUDIT_ARCH.I386])
const ACTION = 0xffff_0000

/** Whether a filter of `nodes` can run on x86: a test names an `arch` of x86, or no test asks for `arch`. */
export function servesX86(nodes: readonly Decision[]): boolean {
  const known = nodes.flatMap((node) => (node.kind === 'test' && node.word === WORD_ARCH ? [node.k] : []))
  return known.length === 0 || known.some((arch) => X86.has(arch))
}

/**
 * The strictness of an action: the kernel compares actions as signed numbers, and the stricter one is less.
 * @see kernel/seccomp.c: ACTION_ONLY()
 */
const strictness = ({ k }: SymbolicRet): number => k & ACTION

/**
 * `insns`, with its returns at the end: from the weakest to the strictest if `weakestFirst`, else the reverse. Where
 * a jump would not reach so far, the returns keep their places.
 */
export function orderReturns(insns: SymbolicProgram, weakestFirst: boolean): SymbolicProgram {
  // The longest jump leads from the first instruction to the last, and skips all others.
  if (insns.length > MAX_SKIP + 2) return insns
  const returns = insns.filter((insn) => insn.kind === 'ret')
  const rest = insns.filter((insn) => insn.kind !== 'ret')
  const sign = weakestFirst ? -1 : 1
  return [...rest, ...returns.toSorted((a, b) => sign * (strictness(a) - strictness(b)))]
}
