import { describe, expect, it } from 'vitest'
import { readsOf } from '../src/types.mjs'

const text = ({ width, signed, pointer }) => `${pointer ? 'p' : signed ? 's' : 'u'}${width}`

describe('readsOf', () => {
  it.each([
    ['int', 's32', 's32'],
    ['unsigned int', 'u32', 'u32'],
    ['umode_t', 'u16', 'u16'],
    ['old_uid_t', 'u16', 'u16'],
    ['long', 's64', 's32'],
    ['size_t', 'u64', 'u32'],
    ['loff_t', 's64', 's64'],
    ['compat_ulong_t', 'u32', 'u32'],
    ['const char __user *', 'p64', 'p32'],
    ['cap_user_header_t', 'p64', 'p32'],
    ['compat_uptr_t', 'p32', 'p32'],
  ])('of %s are %s in registers of 64 bits and %s in those of 32', (type, wide, narrow) => {
    expect(text(readsOf(type, 64, 'x86'))).toBe(wide)
    expect(text(readsOf(type, 32, 'x86'))).toBe(narrow)
  })

  it('depend on the architecture for compat_mode_t', () => {
    expect(readsOf('compat_mode_t', 32, 's390').width).toBe(16)
    expect(readsOf('compat_mode_t', 64, 'mips').width).toBe(32)
  })

  it.each(['mystery_t', 'toString', '__proto__', ''])('rejects "%s"', (type) => {
    expect(() => readsOf(type, 64, 'x86')).toThrow(`unknown type "${type}"`)
  })
})
