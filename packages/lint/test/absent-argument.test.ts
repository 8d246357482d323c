import { BPF, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { lint, lintRules } from '@seccompile/lint'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const RULE = lintRules.filter(({ name }) => name === 'absent-argument')
const insn = (code: number, k: number, jt: number = 0, jf: number = 0): SockFilter => ({ code, jt, jf, k })

/** What is found in a program that refuses `call` where the low word of register `index` is 1. */
function found(token: AbiToken, call: string, index: number): readonly string[] {
  const abi = signedAbiTable(token)
  const low = 16 + 8 * index + (abi.endianness === 'big' ? 4 : 0)
  const ir: Program = [
    insn(BPF.LD_ABS, 0),
    insn(BPF.JEQ_K, numberOf(abi, call)!, 0, 3),
    insn(BPF.LD_ABS, low),
    insn(BPF.JEQ_K, 1, 0, 1),
    insn(BPF.RET_K, verdictOf('ERRNO', 1)),
    insn(BPF.RET_K, verdictOf('ALLOW')),
  ]
  const subject = { filter: { level: 'program', ir }, abis: [abi], endianness: abi.endianness } as const
  return lint(subject, RULE).findings.map(({ message }) => message)
}

it('finds a raw filter that tests a register which holds no argument', () => {
  expect(found('x86_64', 'getpid', 0)).toEqual([
    'getpid(args[0]=1, …) gets ERRNO(EPERM) and getpid(…) gets ALLOW, and they differ in args[0] alone, which is no argument of getpid',
  ])
  expect(found('x86_64', 'socket', 3)).toHaveLength(1)
  expect(found('s390x', 'socket', 3)).toHaveLength(1)
  expect(found('m68k', 'socket', 0)).toHaveLength(1)
})

it('leaves alone arguments, and both halves of one', () => {
  for (const [token, call, index] of [
    ['x86_64', 'socket', 2],
    ['m68k', 'socket', 3],
    ['x86', 'truncate64', 1],
    ['x86', 'truncate64', 2],
  ] as const)
    expect(found(token, call, index)).toEqual([])
})
