import { AUDIT_ARCH, seccompData, verdictName } from '@seccompile/abi'
import { errno, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')

/** The verdict, by name, of a call of another ABI. */
function foreign(what: Policy): string {
  const { rules } = resolve(what, { abis: [x86_64] })
  return verdictName(meaning(rules, seccompData({ nr: 3, arch: AUDIT_ARCH.I386 })))
}

describe('restrict', () => {
  const base = policy({ default: 'deny', badArch: errno('ENOSYS') }).allow('read')

  it('keeps the verdict for calls of other ABIs, which its rules say nothing of', () => {
    expect(foreign(base.restrict((rules) => rules.deny('read')))).toBe('ERRNO(38)')
    expect(foreign(policy({ default: 'deny' }).restrict((rules) => rules.deny('read')))).toBe('KILL_THREAD')
  })

  it('is no intersection with a policy for its own ABIs alone, which kills the others', () => {
    expect(foreign(base.intersect(policy({ default: 'allow' })))).toBe('KILL_THREAD')
  })
})
