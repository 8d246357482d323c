import { describe, expect, it } from 'vitest'
import { KernelError } from '../src/system/kernel-error.ts'
import { requireLinux } from '../src/system/require-linux.ts'

describe('KernelError', () => {
  it('is told by name and code, and names what is required', () => {
    const error = new KernelError('E_REFUSED', 'no', { errno: 'EACCES', requirement: 'CAP_SYS_ADMIN' })
    expect(error).toMatchObject({
      name: 'KernelError',
      code: 'E_REFUSED',
      errno: 'EACCES',
      requirement: 'CAP_SYS_ADMIN',
    })
  })
})

describe('requireLinux', () => {
  it('says on other systems what is missing', () => {
    expect(() => requireLinux('attach a filter', 'darwin')).toThrow(
      'cannot attach a filter: this is darwin, and seccomp is a feature of the Linux kernel',
    )
    expect(() => requireLinux('attach a filter', 'linux')).not.toThrow()
  })
})
