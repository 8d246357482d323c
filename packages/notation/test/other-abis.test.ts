import { AUDIT_ARCH, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { abiLosses, siblings } from '@seccompile/notation'
import { policy, resolve } from '@seccompile/policy'
import { ruleSet } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const { KILL_PROCESS, KILL_THREAD } = SECCOMP_RET
const table = (token: AbiToken) => abiTable(token)

it('finds the ABIs that share an arch with others, and are none of them', () => {
  const found = (...tokens: readonly AbiToken[]): readonly AbiToken[] =>
    siblings(tokens.map(table)).map(({ token }) => token)
  expect(found('x86_64', 'aarch64')).toEqual(['x32'])
  expect(found('x32')).toEqual(['x86_64'])
  expect(found('x86_64', 'x32')).toEqual([])
  expect(found('x86', 'mips64')).toEqual([])
})

/** Rules that give every call of x86_64 and x32 `verdict`. */
const giving = (verdict: Verdict) =>
  ruleSet({
    sections: [{ arch: AUDIT_ARCH.X86_64, rules: [], otherwise: verdict }],
    badArch: KILL_THREAD,
  })

it('names an ABI whose calls get something else than the text gives them', () => {
  const loss = { kind: 'abi', abi: 'x32', written: KILL_THREAD }
  expect(abiLosses(giving(KILL_PROCESS), [table('x32')], KILL_THREAD)).toEqual([loss])
  expect(abiLosses(giving(KILL_THREAD), [table('x32')], KILL_THREAD)).toEqual([])
})

it('names no ABI whose verdict another loss names, and none for the number that no call has', () => {
  expect(abiLosses(giving(KILL_PROCESS), [table('x32')], KILL_THREAD, KILL_PROCESS)).toEqual([])
  const { rules } = resolve(policy({ default: 'allow' }), { abis: [table('x86_64')] })
  expect(abiLosses(rules, [table('x32')], KILL_THREAD)).toEqual([])
  expect(abiLosses(rules, [table('x32')], verdictOf('ERRNO', 1))).toHaveLength(1)
})
