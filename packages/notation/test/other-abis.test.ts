import { AUDIT_ARCH, SECCOMP_RET } from '@seccompile/abi'
import { abiLosses, siblings } from '@seccompile/notation'
import { ruleSet } from '@seccompile/rules'
import { abis, abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it.each(abis.map(({ token }) => token))('knows the ABIs that share their arch with %s', (token) => {
  const table = abiTable(token)
  const others = abis.filter((abi) => abi.auditArch === table.auditArch && abi.token !== token)
  expect(siblings([table]).map((abi) => abi.token)).toEqual(others.map((abi) => abi.token))
  expect(siblings([table, ...others.map((abi) => abiTable(abi.token))])).toEqual([])
})

it('names an ABI that a text is not for, where its calls get a verdict that neither the text nor another loss has', () => {
  const { KILL_PROCESS, KILL_THREAD, TRAP } = SECCOMP_RET
  const section = { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: KILL_PROCESS }
  const rules = ruleSet({ sections: [section], badArch: KILL_THREAD })
  const x32 = [abiTable('x32')]
  const loss = { kind: 'abi', abi: 'x32', written: KILL_THREAD }
  expect(abiLosses(rules, x32, KILL_THREAD)).toEqual([loss])
  expect(abiLosses(rules, x32, KILL_THREAD, TRAP)).toEqual([loss])
  expect(abiLosses(rules, x32, KILL_THREAD, KILL_PROCESS)).toEqual([])
  expect(abiLosses(rules, x32, KILL_PROCESS)).toEqual([])
})
