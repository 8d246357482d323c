import { CAPABILITIES, CONTAINER_CAPS, parseCapability } from '@seccompile/policy'
import { expect, it } from 'vitest'

it('knows the 41 capabilities in the order of their numbers', () => {
  expect(CAPABILITIES).toHaveLength(41)
  // include/uapi/linux/capability.h: CAP_SYS_ADMIN 21, CAP_SYSLOG 34, CAP_LAST_CAP 40
  expect(CAPABILITIES.indexOf('CAP_SYS_ADMIN')).toBe(21)
  expect(CAPABILITIES.indexOf('CAP_SYSLOG')).toBe(34)
  expect(CAPABILITIES[40]).toBe('CAP_CHECKPOINT_RESTORE')
  expect(new Set(CAPABILITIES).size).toBe(41)
})

it('knows the fourteen of a container', () => {
  expect(CONTAINER_CAPS).toHaveLength(14)
  expect(CONTAINER_CAPS.every((cap) => CAPABILITIES.includes(cap))).toBe(true)
  expect(CONTAINER_CAPS).not.toContain('CAP_SYS_ADMIN')
})

it('reads capabilities in any case, with CAP_ or without', () => {
  expect(parseCapability('CAP_SYS_ADMIN')).toBe('CAP_SYS_ADMIN')
  expect(parseCapability('sys_admin')).toBe('CAP_SYS_ADMIN')
  expect(parseCapability('Cap_Bpf')).toBe('CAP_BPF')
})

it.each(['', 'CAP_', 'CAP_SYS_ADMNI', 'constructor', '__proto__'])(
  'reads no capability from "%s"',
  (text) => {
    expect(parseCapability(text)).toBeUndefined()
  },
)
