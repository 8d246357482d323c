import { AUDIT_ARCH } from '@seccompile/abi'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { weighKnownCalls } from '@seccompile/compiler'

const weigh = weighKnownCalls([abiTable('x86_64'), abiTable('x86'), abiTable('x32')])
const { X86_64, I386 } = AUDIT_ARCH

describe('weighKnownCalls', () => {
  it('counts the calls that an ABI has in a range', () => {
    expect(weigh(X86_64, { lo: 0, hi: 9 }, 'allow')).toBe(10)
    expect(weigh(X86_64, { lo: 340, hi: 423 }, 'allow')).toBe(0) // a gap in the numbers
    expect(weigh(I386, { lo: 0, hi: 2 }, 'ask')).toBe(3)
    expect(weigh(AUDIT_ARCH.AARCH64, { lo: 0, hi: 9 }, 'allow')).toBe(0)
  })

  it('weighs a denied call little, as the objectives do, and an x32 call a hundredth', () => {
    expect(weigh(X86_64, { lo: 0, hi: 9 }, 'deny')).toBe(10 * 2 ** -15)
    expect(weigh(X86_64, { lo: 0x4000_0000, hi: 0x4000_0000 }, 'allow')).toBe(1e-2)
  })
})
