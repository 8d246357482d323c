import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { lint, lintRules } from '@seccompile/lint'
import { policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const RULE = lintRules.filter(({ name }) => name === 'unknown-action')
const x86_64 = signedAbiTable('x86_64')

/** A program that returns `verdict` for getpid. */
const returning = (verdict: number): Program => [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
  { code: BPF.JEQ_K, jt: 0, jf: 3, k: x86_64.auditArch },
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: x86_64.numbers.get('getpid')! },
  { code: BPF.RET_K, jt: 0, jf: 0, k: verdict },
  { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
]

const found = (ir: Program): readonly string[] =>
  lint({ filter: { level: 'program', ir }, abis: [x86_64] }, RULE).findings.map(({ message }) => message)

it('finds a raw filter that returns an action which the kernel does not know', () => {
  expect(found(returning(0x0001_0000))).toEqual([
    expect.stringMatching(/^getpid\(…\) gets \S+, an action that the kernel does not know: it kills$/),
  ])
  for (const action of [
    'ALLOW',
    'LOG',
    'USER_NOTIF',
    'TRACE',
    'TRAP',
    'KILL_THREAD',
    'KILL_PROCESS',
  ] as const)
    expect(found(returning(verdictOf(action)))).toEqual([])
})

it('finds such an action that only calls of another ABI of the machine get', () => {
  const [load, test] = returning(0)
  const ret = (k: number): Program[number] => ({ code: BPF.RET_K, jt: 0, jf: 0, k })
  const foreign = [load!, { ...test!, jf: 1 }, ret(verdictOf('ALLOW')), ret(0x0001_0000)]
  expect(found(foreign)).toEqual([expect.stringMatching(/^\S+\(…\) of x86 gets 0x00010000, an action/)])
})

it('knows which kernel brought an action', () => {
  const kernel = { major: 4, minor: 20 }
  const notify = policy({ default: 'allow' }).notify('mount')
  expect(messagesOf('unknown-action', notify, { kernel })).toHaveLength(1)
  expect(messagesOf('unknown-action', notify, { kernel: { major: 5, minor: 0 } })).toEqual([])
})
