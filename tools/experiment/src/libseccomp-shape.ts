/*
 * Allow lists in the shapes that libseccomp gives them on x86_64, for those who have no libseccomp to compare with.
 *
 * Its default (SCMP_FLTATR_CTL_OPTIMIZE 1) is a list: after the test of the architecture and that of x32's numbers, an
 * equality for each number in the order of the list. Level 2 is a tree, but not of ranges: the numbers, highest first,
 * are cut in leaves of four equalities, and above them stands a complete binary tree of "greater than". It is padded to a
 * power of two, so the lowest numbers may be close to the root. The number is loaded once more before it.
 *
 * Written from the programs that libseccomp 2.6.0 emits, and the same as those, instruction for instruction; a test holds
 * them against libseccomp's own.
 *
 * @see libseccomp src/gen_bpf.c: _gen_bpf_arch()
 */
import { AUDIT_ARCH, BPF, NO_CALL, verdictOf, WORD_ARCH, WORD_NR, wordOffset } from '@seccompile/abi'
import type { Program, Verdict } from '@seccompile/abi'
import { assemble } from '@seccompile/cbpf'
import type { Label, SymbolicInsn } from '@seccompile/cbpf'

/** `list` is libseccomp's default, `tree` its optimize level 2. */
export type LibseccompShape = 'list' | 'tree'

const LEAF = 4
const X32_SYSCALL_BIT = 0x4000_0000

/** Instructions with labels, in the order in which they are to stand. */
class Writer {
  readonly insns: SymbolicInsn[] = []
  readonly allowed: Label = 0
  readonly denied: Label = 1
  readonly badArch: Label = 2
  #next: Label = 3

  /** A label for what is written later. */
  label(): Label {
    return this.#next++
  }

  load(offset: number, label: Label = this.label()): void {
    this.insns.push({ kind: 'op', label, code: BPF.LD_ABS, k: offset })
  }

  jump(label: Label, code: number, k: number, then: Label, otherwise: Label): void {
    this.insns.push({ kind: 'jump', label, code, k, then, else: otherwise })
  }

  ret(label: Label, k: Verdict): void {
    this.insns.push({ kind: 'ret', label, code: BPF.RET_K, k })
  }

  /** An equality for each of `numbers`, which all allow; the first one is `at`. */
  equalities(numbers: readonly number[], at: Label): void {
    let label = at
    for (const [i, nr] of numbers.entries()) {
      const next = i === numbers.length - 1 ? this.denied : this.label()
      this.jump(label, BPF.JEQ_K, nr, this.allowed, next)
      label = next
    }
  }

  /** The tree over the `width` leaves from `start`, of which the last ones may be missing; its root is `at`. */
  tree(leaves: readonly (readonly number[])[], start: number, width: number, at: Label): void {
    if (width === 1) {
      this.equalities(leaves[start]!, at) // a subtree has at least one leaf
      return
    }
    const half = width / 2
    const lower = leaves[start + half]
    if (lower === undefined) {
      this.tree(leaves, start, half, at)
      return
    }
    const [above, below] = [this.label(), this.label()]
    this.jump(at, BPF.JGT_K, lower[0]!, above, below) // leaves are not empty
    this.tree(leaves, start, half, above)
    this.tree(leaves, start + half, half, below)
  }
}

/** `numbers`, highest first, in leaves; only the last one may be short. */
function leavesOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const sorted = numbers.toSorted((a, b) => b - a)
  return Array.from({ length: Math.ceil(sorted.length / LEAF) }, (_, i) =>
    sorted.slice(i * LEAF, (i + 1) * LEAF),
  )
}

/**
 * A filter for x86_64 that allows `numbers`, of which there is at least one, and returns `otherwise` for others, in one
 * of libseccomp's shapes. In a list the order of `numbers`, all u32, is that of the tests. It may be longer than the
 * kernel takes.
 */
export function libseccompShaped(
  numbers: readonly number[],
  shape: LibseccompShape,
  otherwise: Verdict = verdictOf('ERRNO', 1),
): Program {
  const to = new Writer()
  const [ours, notX32, isMinusOne, body, first] = [to.label(), to.label(), to.label(), to.label(), to.label()]
  to.load(wordOffset(WORD_ARCH, 'little'))
  to.jump(to.label(), BPF.JEQ_K, AUDIT_ARCH.X86_64, ours, to.badArch)
  to.load(wordOffset(WORD_NR, 'little'), ours)
  to.jump(notX32, BPF.JGE_K, X32_SYSCALL_BIT, isMinusOne, body)
  to.jump(isMinusOne, BPF.JEQ_K, NO_CALL, body, to.badArch)
  if (shape === 'list') {
    to.equalities(numbers, body)
  } else {
    const leaves = leavesOf(numbers)
    to.load(wordOffset(WORD_NR, 'little'), body)
    to.tree(leaves, 0, 2 ** Math.ceil(Math.log2(leaves.length)), first)
  }
  to.ret(to.denied, otherwise)
  to.ret(to.allowed, verdictOf('ALLOW'))
  to.ret(to.badArch, verdictOf('KILL_THREAD'))
  return assemble(to.insns)
}
