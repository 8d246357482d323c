import { BPF, SECCOMP_DATA_BYTES } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { canonical, isConditional, program } from '@seccompile/cbpf'

/** `insn` as the assembly expresses it; the same object where the assembly can express it. */
function held(insn: SockFilter): SockFilter {
  const { code, jt, jf } = insn
  if (isConditional(code) && jt === jf) return { code: BPF.JA, jt: 0, jf: 0, k: jt }
  if (code === BPF.LDX_LEN) return { code: BPF.LDX_IMM, jt: 0, jf: 0, k: SECCOMP_DATA_BYTES }
  return insn
}

/**
 * The program that the assembly of `insns` describes; `insns` itself where the assembly can express all of it. Its
 * meaning and cost are the same. The assembly cannot express:
 *
 * - fields that the kernel ignores, which become 0;
 * - a test with two equal targets, which becomes a jump there;
 * - `ldx #len`, which becomes the constant 64.
 *
 * @see seccomp-tools 1.7.1: lib/seccomp-tools/asm/compiler.rb, emit_cmp(); lib/seccomp-tools/asm/sasm.y, x_rval
 * @throws IrError where a field does not fit (P0)
 */
export function heldProgram(insns: Program): Program {
  const given = canonical(insns)
  const changed = given.map(held)
  return changed.every((insn, pc) => insn === given[pc]) ? given : program(changed)
}
