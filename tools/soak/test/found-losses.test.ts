import { AUDIT_ARCH, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Loss } from '@seccompile/notation'
import { changes } from '@seccompile/prover'
import { ALWAYS, ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { checkLosses, checkOpened } from '../src/found-losses.ts'

const { ALLOW, KILL_THREAD } = SECCOMP_RET
const EPERM = verdictOf('ERRNO', 1)

/** Rules of x86_64 that give number `nr` a verdict, and all others ALLOW. */
const giving = (nr: number, verdict: Verdict): RuleSet =>
  ruleSet({
    sections: [
      {
        arch: AUDIT_ARCH.X86_64,
        rules: [{ numbers: [{ lo: nr, hi: nr }], when: ALWAYS, verdict }],
        otherwise: ALLOW,
      },
    ],
    badArch: KILL_THREAD,
  })

function compared(rules: RuleSet, back: RuleSet, losses: readonly Loss[]) {
  const found = changes({ level: 'rules', ir: rules }, { level: 'rules', ir: back })
  if (found.kind === 'undecided') throw new Error(found.reason)
  return { rules, back, abis: [abiTable('x86_64')], changes: found.changes, losses }
}

const loss = (name: string): Loss => ({ kind: 'conditions', name, abi: 'x86_64' })

it('takes a loss that a call shows', () => {
  expect(() => checkLosses(compared(giving(0, ALLOW), giving(0, EPERM), [loss('read')]))).not.toThrow()
})

it('refuses a loss that no call shows', () => {
  expect(() =>
    checkLosses(compared(giving(0, ALLOW), giving(0, EPERM), [loss('read'), loss('write')])),
  ).toThrow('no call shows the loss: the notation cannot express the conditions on write on x86_64')
})

it('refuses calls that no loss names', () => {
  expect(() => checkLosses(compared(giving(1, ALLOW), giving(1, EPERM), []))).toThrow(
    'no loss explains a change: numbers 1 of 0xc000003e get ERRNO(1) instead of ALLOW',
  )
})

it('finds other architectures, and numbers of an ABI that is none of the target', () => {
  const other = { ...giving(0, ALLOW), badArch: EPERM }
  const named: Loss = { kind: 'bad-arch', verdict: KILL_THREAD, written: EPERM }
  expect(() => checkLosses(compared(giving(0, ALLOW), other, [named]))).not.toThrow()
  expect(() => checkLosses(compared(giving(0, ALLOW), other, []))).toThrow(
    'no loss explains a change: numbers 0-4294967295',
  )
  const x32 = giving(0x4000_0000, EPERM)
  expect(() =>
    checkLosses(compared(giving(0, ALLOW), x32, [{ kind: 'abi', abi: 'x32', written: EPERM }])),
  ).not.toThrow()
})

it('refuses a text that opens a call, and takes one that opens numbers without a name', () => {
  const open = compared(giving(0, EPERM), giving(0, ALLOW), [loss('read')])
  expect(() => checkOpened(open, () => false)).toThrow(
    'the text lets calls run that it must refuse: numbers 0 of 0xc000003e get ALLOW',
  )
  expect(() => checkOpened(open, (name) => name === 'read')).not.toThrow()
  expect(() => checkOpened(compared(giving(400, EPERM), giving(400, ALLOW), []), () => false)).not.toThrow()
})
