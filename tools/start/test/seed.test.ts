import { compile } from '@seccompile/compiler'
import { containerDefault } from '@seccompile/policy'
import { BPF } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import { agreement } from '../src/agreement.ts'
import { seedRows, unconditionalNumbers } from '../src/seed.ts'

describe('the experiment', () => {
  it('is about the 306 calls that need no look at arguments', () => {
    expect(unconditionalNumbers()).toHaveLength(306)
  })

  it('costs the place in a linear filter, and the same everywhere in a tree', () => {
    const rows = seedRows()
    const linear = rows.filter(({ preset }) => preset === 'none').map(({ executed }) => executed)
    const tree = rows.filter(({ preset }) => preset === 'speed').map(({ executed }) => executed)
    expect(linear).toEqual([5, 157, 310])
    expect(new Set(tree).size).toBe(1)
    expect(tree[0]).toBeLessThanOrEqual(9)
  })
})

describe('agreement', () => {
  it('counts the calls that all programs decide as the rules do', () => {
    const { rules, program } = compile(containerDefault)
    const all = agreement(rules, [program])
    expect(all.agree).toBe(all.of)
    const allowAll = [{ code: BPF.RET_K, jt: 0, jf: 0, k: 0x7fff_0000 }]
    expect(agreement(rules, [program, allowAll]).agree).toBeLessThan(all.of)
  })
})
