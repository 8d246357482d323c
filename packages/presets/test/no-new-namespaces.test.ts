import { noNewNamespaces } from '@seccompile/presets'
import { numberOf } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { on, TOKENS } from './verdict-of.ts'

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. @see include/uapi/linux/sched.h */
const NAMESPACES = [
  0x2_0000, 0x200_0000, 0x400_0000, 0x800_0000, 0x1000_0000, 0x2000_0000, 0x4000_0000,
] as const
const CLONE_NEWTIME = 0x80
const UNSHARE_EMPTY_MNTNS = 0x10_0000

/** Flags that pthread_create() and fork() of glibc give to clone: 17 is SIGCHLD. */
const OF_A_THREAD = 0x3d_0f00
const OF_A_PROCESS = 0x120_0000 | 17

const ALL_HIGH = 0xffff_ffff_0000_0000n

describe.each(TOKENS)('no-new-namespaces on %s', (token) => {
  const { of } = on(noNewNamespaces, token)

  it('refuses each flag of a namespace, alone, beside others, and with high bits that the kernel ignores', () => {
    for (const flag of NAMESPACES) {
      expect(of('unshare', { unshare_flags: flag })).toBe('EPERM')
      expect(of('unshare', { unshare_flags: flag | 0x200 })).toBe('EPERM')
      for (const clone_flags of [flag, flag | OF_A_PROCESS, ALL_HIGH | BigInt(flag)])
        expect(of('clone', { clone_flags })).toBe('EPERM')
    }
  })

  it('lets threads and processes be made, and files and System V semaphores be unshared', () => {
    for (const clone_flags of [0, OF_A_THREAD, OF_A_PROCESS, 0x4111])
      expect(of('clone', { clone_flags })).toBe('ALLOW')
    for (const unshare_flags of [0, 0x200, 0x400, 0x4_0000])
      expect(of('unshare', { unshare_flags })).toBe('ALLOW')
  })

  it('takes 0x80 for a part of the signal in clone, and for a time namespace in unshare', () => {
    expect(of('clone', { clone_flags: CLONE_NEWTIME })).toBe('ALLOW')
    expect(of('unshare', { unshare_flags: CLONE_NEWTIME })).toBe('EPERM')
    expect(of('unshare', { unshare_flags: UNSHARE_EMPTY_MNTNS })).toBe('EPERM')
  })

  it('refuses clone3 so that C libraries use clone, and setns whatever it is to enter', () => {
    expect(of('clone3', {})).toBe(token.startsWith('sh') ? 'absent' : 'ENOSYS')
    for (const flags of [0, 0x1000_0000]) expect(of('setns', { flags })).toBe('EPERM')
  })
})

it.each([
  ['x86_64', 0],
  ['s390', 1],
  ['s390x', 1],
  ['m68k', 1],
] as const)('reads the flags of clone on %s in register %i', (token, index) => {
  const { abi, ofNumber } = on(noNewNamespaces, token)
  const nr = numberOf(abi, 'clone')!
  const verdicts = [0, 1, 2].map((i) =>
    ofNumber(
      nr,
      [0, 1, 2].map((j) => (i === j ? 0x1000_0000n : 0n)),
    ),
  )
  expect(verdicts).toEqual([0, 1, 2].map((i) => (i === index ? 'EPERM' : 'ALLOW')))
})
