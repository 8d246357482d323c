import { BPF } from '@seccompile/abi'
import { compile } from '@seccompile/compiler'
import { policyTables } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { agreement } from '../src/agreement.ts'

describe('agreement', () => {
  it('counts the calls that all programs decide as the rules do', () => {
    const { rules, program } = compile(containerDefault, {
      abis: policyTables(containerDefault, undefined, signedAbiTable),
    })
    const all = agreement(rules, [program])
    expect(all.agree).toBe(all.of)
    const allowAll = [{ code: BPF.RET_K, jt: 0, jf: 0, k: 0x7fff_0000 }]
    expect(agreement(rules, [program, allowAll]).agree).toBeLessThan(all.of)
  })
})
