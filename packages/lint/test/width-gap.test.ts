import { BPF, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { arg, policy, resolve } from '@seccompile/policy'
import type { ArgCondition } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { lint, lintRules } from '@seccompile/lint'

const WIDTH_GAP = lintRules.filter(({ name }) => name === 'width-gap')
const insn = (code: number, k: number, jt: number = 0, jf: number = 0): SockFilter => ({ code, jt, jf, k })
const [LOW, HIGH] = [16, 20]

/** A program that refuses one call of an ABI by `words` of its argument. */
function refusing(
  token: AbiToken,
  words: readonly (readonly [offset: number, value: number])[],
  call: string = 'personality',
): Program {
  const abi = signedAbiTable(token)
  const tests = [[4, abi.auditArch], [0, numberOf(abi, call)!], ...words] as const
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

it.each(['arm', 's390', 'mipsel'] as const)(
  'finds bits of the low word on %s that the kernel does not read: a mode has 16',
  (token) => {
    const abis = [signedAbiTable(token)] as const
    const found = (mode: ArgCondition): readonly string[] => {
      const { rules } = resolve(policy({ default: 'allow' }).deny('mkdir', mode), { abis })
      return lint({ filter: { level: 'rules', ir: rules }, abis }, WIDTH_GAP).findings.map(
        ({ message }) => message,
      )
    }
    expect(found(arg(1).eq(0o777))).toEqual([
      'mkdir(0, 0x101ff, …) runs and mkdir(0, 0x1ff, …) is refused; the kernel reads 16 bits of mode, so both are one call',
    ])
    expect(found(arg(1).maskedEq(0xffff, 0o777))).toEqual([])
  },
)

it.each([
  [
    'kill',
    0xffff_ffff,
    /^kill\(0xffffffff, …\) runs and kill\(0xffffffffffffffff, …\) is refused; the kernel reads 32 bits of pid/,
  ],
  [
    'openat',
    0xffff_ff9c,
    /^openat\(AT_FDCWD, …\) runs and openat\(0xffffffffffffff9c, …\) is refused; the kernel reads 32 bits of dfd/,
  ],
] as const)('finds a program that refuses %s at a constant whose sign is extended', (call, low, message) => {
  const extended = refusing('x86_64', [[LOW, low], [HIGH, 0xffff_ffff]], call) // prettier-ignore
  expect(found('x86_64', extended)).toEqual([expect.stringMatching(message)])
  const bare = refusing('x86_64', [[LOW, low], [HIGH, 0]], call) // prettier-ignore
  expect(found('x86_64', bare)).toHaveLength(1)
  expect(found('x86_64', refusing('x86_64', [[LOW, low]], call))).toEqual([])
})

it.each([
  ['with its sign', [arg(0).eq(0xffff_ffff_ffff_ff9cn)]],
  ['without its sign', [arg(0).eq(0xffff_ff9c)]],
  ['both ways', [arg(0).in(0xffff_ff9c, 0xffff_ffff_ffff_ff9cn)]],
] as const)(
  'leaves alone a list that lets openat run at AT_FDCWD alone, written %s',
  (_title, conditions) => {
    const abis = [signedAbiTable('x86_64')] as const
    const { rules } = resolve(policy({ default: 'deny' }).allow('openat', ...conditions), { abis })
    expect(lint({ filter: { level: 'rules', ir: rules }, abis }, WIDTH_GAP).findings).toEqual([])
  },
)
