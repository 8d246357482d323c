import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'

/**
 * A filter that allows write on x86_64 and refuses the rest. It has a test with equal targets, and fields that the
 * kernel ignores.
 */
export const FILTER: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
  { code: BPF.JEQ_K, jt: 1, jf: 0, k: 0xc000_003e },
  { code: BPF.RET_K, jt: 0, jf: 0, k: 0x8000_0000 },
  { code: BPF.LD_ABS, jt: 3, jf: 255, k: 0 },
  { code: BPF.JSET_K, jt: 0, jf: 0, k: 7 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: 1 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: 0x7fff_0000 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: 0x0005_0001 },
]
