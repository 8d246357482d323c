import { BPF, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { lint, lintRules } from '@seccompile/lint'

const WIDTH_GAP = lintRules.filter(({ name }) => name === 'width-gap')
const insn = (code: number, k: number, jt: number = 0, jf: number = 0): SockFilter => ({ code, jt, jf, k })
const [LOW, HIGH] = [16, 20]

/** A program that refuses `personality(1)` of an ABI by `words` of its argument. */
function refusing(token: AbiToken, words: readonly (readonly [offset: number, value: number])[]): Program {
  const abi = signedAbiTable(token)
  const tests = [[4, abi.auditArch], [0, numberOf(abi, 'personality')!], ...words] as const
  const insns = tests.flatMap(([offset, value], at) => [
    insn(BPF.LD_ABS, offset),
    insn(BPF.JEQ_K, value, 0, 2 * (tests.length - at) - 1),
  ])
  return [...insns, insn(BPF.RET_K, verdictOf('ERRNO', 1)), insn(BPF.RET_K, verdictOf('ALLOW'))]
}

function found(token: AbiToken, ir: Program): readonly string[] {
  const subject = { filter: { level: 'program', ir }, abis: [signedAbiTable(token)] } as const
  return lint(subject, WIDTH_GAP).findings.map(({ message }) => message)
}

it.each(['x86_64', 'aarch64', 'x86', 'x32', 'mipsel64n32'] as const)(
  'finds a program that tests the high word on %s, where a process can set it',
  (token) => {
    const wide = refusing(token, [
      [LOW, 1],
      [HIGH, 0],
    ])
    expect(found(token, wide)).toEqual([expect.stringMatching(/^personality\(0x100000001, …\) runs/)])
    expect(found(token, refusing(token, [[LOW, 1]]))).toEqual([])
  },
)

it.each(['arm', 'mipsel'] as const)(
  'leaves alone the high word on %s, where no process chooses it',
  (token) => {
    const wide = refusing(token, [
      [LOW, 1],
      [HIGH, 0],
    ])
    expect(found(token, wide)).toEqual([])
  },
)
