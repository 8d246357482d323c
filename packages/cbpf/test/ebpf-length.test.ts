import { BPF } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'
import { ALLOW, jump, op } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { ebpfLength, MAX_INSNS_PER_PATH, pathLength } from '@seccompile/cbpf'

/** The converted length of one instruction: without the prologue (3) and the return behind it (2). */
const converted = (insn: SockFilter): number => ebpfLength([insn, ALLOW, ALLOW, ALLOW]) - 3 - 3 * 2

describe('ebpfLength, as bpf_convert_filter() makes it', () => {
  it.each([
    ['ret #k', op(BPF.RET_K, 0), 2],
    ['ret a', op(BPF.RET_A), 1],
    ['div x', op(BPF.DIV_X), 5],
    ['div #k', op(BPF.DIV_K, 2), 1],
    ['ld [k]', op(BPF.LD_ABS, 0), 1],
    ['ja', op(BPF.JA, 1), 1],
    ['jeq with jf 0', jump(BPF.JEQ_K, 1, 1, 0), 1],
    ['jeq with jt 0', jump(BPF.JEQ_K, 1, 0, 1), 1],
    ['jeq with neither', jump(BPF.JEQ_K, 1, 1, 2), 2],
    ['jset with jf 0', jump(BPF.JSET_K, 1, 1, 0), 1],
    ['jset with jt 0, which has no inverse', jump(BPF.JSET_K, 1, 0, 1), 2],
    ['jset x with jt 0', jump(BPF.JSET_X, 0, 0, 1), 2],
    ['jgt with the greatest positive constant', jump(BPF.JGT_K, 0x7fff_ffff, 1, 0), 1],
    ['jgt with a constant that is negative when signed', jump(BPF.JGT_K, 0x8000_0000, 1, 0), 2],
    ['jge with one and two targets', jump(BPF.JGE_K, 0xffff_ffff, 1, 2), 3],
    ['jeq x, whose k is ignored', jump(BPF.JEQ_X, 0xffff_ffff, 1, 0), 1],
  ])('%s', (_name, insn, length) => {
    expect(converted(insn)).toBe(length)
  })

  it('counts a prologue of three', () => {
    expect(ebpfLength([op(BPF.RET_A)])).toBe(4)
  })

  it('lets any one program stay under the limit of a task', () => {
    const longest = (insn: SockFilter): number =>
      ebpfLength([...Array.from({ length: 4095 }, () => insn), ALLOW])
    expect(longest(op(BPF.DIV_X))).toBe(3 + 5 * 4095 + 2)
    expect(longest(op(BPF.DIV_X))).toBeLessThan(MAX_INSNS_PER_PATH)
  })
})

describe('pathLength, as seccomp_attach_filter() counts it', () => {
  it('adds four for every filter but one', () => {
    expect(pathLength([])).toBe(0)
    expect(pathLength([[ALLOW]])).toBe(5)
    expect(pathLength([[ALLOW], [op(BPF.RET_A)], [ALLOW, ALLOW]])).toBe(5 + 4 + 7 + 2 * 4)
  })
})
