/* Calls that keep their name, and whose condition means something else on another ABI. */
import { valueOn } from '@seccompile/constants'
import { TCGETS2, TIOCSTI } from '@seccompile/constants/ioctl'
import { O_DIRECTORY } from '@seccompile/constants/o'
import { parseProfile } from '@seccompile/oci'
import { policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { AARCH64, ported } from './ported.ts'

/** A profile of one rule. */
function profile(rule: object, defaultAction = 'SCMP_ACT_ERRNO'): Policy {
  const text = JSON.stringify({ defaultAction, syscalls: [{ action: 'SCMP_ACT_ALLOW', ...rule }] })
  return parseProfile(text, { file: 'profile.json' }).policy
}

const changedOn = (given: Policy, to: AbiToken, from: AbiToken = 'x86_64') =>
  ported(given, { ...AARCH64, from, to: [to], libcs: ['glibc'] }).changed

/** Docker's rule for clone: no new namespace. */
const CLONE = profile({
  names: ['clone'],
  args: [{ index: 0, value: 2114060288, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }],
})
const NO_TIOCSTI = profile(
  { names: ['ioctl'], action: 'SCMP_ACT_ERRNO', args: [{ index: 1, value: 0x5412, op: 'SCMP_CMP_EQ' }] },
  'SCMP_ACT_ALLOW',
)
const NO_DIRECTORY = profile({
  names: ['openat'],
  args: [{ index: 2, value: 0x1_0000, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }],
})
const LOW_LEVELS = profile(
  { names: ['setsockopt'], action: 'SCMP_ACT_ERRNO', args: [{ index: 1, value: 2, op: 'SCMP_CMP_GT' }] },
  'SCMP_ACT_ALLOW',
)
const NO_FIXED_MAPS = profile({ names: ['mmap'], args: [{ index: 3, value: 0x22, op: 'SCMP_CMP_EQ' }] })

describe('a rule by index', () => {
  it('of Docker tests the stack of clone on s390x, and lets CLONE_NEWUSER run', () => {
    expect(changedOn(CLONE, 's390x')).toEqual([
      {
        abi: 's390x',
        call: 'clone',
        effect: 'opens',
        reason: 'the rules test newsp there, and clone_flags on x86_64',
        when: ['clone_flags & 0x7e020000 == 0'],
      },
    ])
    expect(changedOn(CLONE, 'aarch64')).toEqual([])
    expect(changedOn(CLONE, 'm68k')).toMatchObject([{ call: 'clone', effect: 'opens' }])
  })

  it('refuses TIOCSTI by a number that is nothing on mips64', () => {
    expect(changedOn(NO_TIOCSTI, 'mips64')).toEqual([
      {
        abi: 'mips64',
        call: 'ioctl',
        effect: 'opens',
        reason: 'the rules test numbers of cmd that are other constants there',
        when: ['args[1] != 0x5472'],
      },
    ])
    expect(changedOn(NO_TIOCSTI, 'aarch64')).toEqual([])
  })

  it('tests O_DIRECTORY by a number that is O_DIRECT on aarch64', () => {
    expect(changedOn(NO_DIRECTORY, 'aarch64')).toMatchObject([
      { call: 'openat', effect: 'opens', when: ['flags & 0x4000 == O_RDONLY'] },
    ])
    expect(changedOn(NO_DIRECTORY, 's390x')).toEqual([])
  })

  it('tests SOL_SOCKET by a number that is the one of IPPROTO_ICMP on s390x', () => {
    expect(changedOn(LOW_LEVELS, 's390x', 'mips64')).toMatchObject([
      { call: 'setsockopt', effect: 'unknown' },
    ])
    expect(changedOn(LOW_LEVELS, 's390x')).toEqual([])
  })

  it('compares flags of which each has another number there', () => {
    expect(changedOn(NO_FIXED_MAPS, 'mips64')).toMatchObject([
      { call: 'mmap', effect: 'opens', when: ['flags == MAP_PRIVATE|MAP_ANONYMOUS'] },
    ])
  })

  it('tests an argument that lies in memory there: what the same is cannot be told', () => {
    expect(changedOn(NO_FIXED_MAPS, 's390x')).toEqual([
      {
        abi: 's390x',
        call: 'mmap',
        effect: 'unknown',
        reason: 'the rules for x86_64 test flags, and what the same test is there cannot be told',
        when: [],
      },
    ])
  })

  it('means the same of the values that 32 bits have', () => {
    const families = profile({ names: ['socket'], args: [{ index: 0, value: 40, op: 'SCMP_CMP_NE' }] })
    expect(changedOn(families, 'arm')).toEqual([])
    expect(changedOn(families, 'x86_64', 'arm')).toEqual([])
    const lengths = profile({ names: ['read'], args: [{ index: 2, value: 4096, op: 'SCMP_CMP_LE' }] })
    expect(changedOn(lengths, 'x86_64', 'arm')).toEqual([])
    expect(changedOn(lengths, 'arm')).toEqual([])
  })

  it('changes nothing by a number that is nothing there', () => {
    const terminals = profile({
      names: ['ioctl'],
      args: [{ index: 1, value: 0x802c_542a, op: 'SCMP_CMP_EQ' }],
    })
    expect(valueOn(TCGETS2, 'x86_64')).toBe(0x802c_542a)
    expect(changedOn(terminals, 'ppc64le')).toEqual([])
    expect(changedOn(terminals, 'mips64')).toMatchObject([{ effect: 'opens' }])
  })

  it('for one architecture closes the call on others', () => {
    const own = profile({ names: ['read'], includes: { arches: ['amd64'] } })
    expect(changedOn(own, 'aarch64')).toEqual([
      { abi: 'aarch64', call: 'read', effect: 'closes', reason: 'rules name architectures', when: [] },
    ])
    const processor = profile({ names: ['modify_ldt'], includes: { arches: ['amd64'] } })
    expect(changedOn(processor, 'ppc')).toEqual([])
  })
})

describe('a rule by name', () => {
  const list = policy({ default: 'deny' })

  it.each(['aarch64', 'mips64', 'ppc64le', 's390x', 'arm'] as const)('means the same on %s', (to) => {
    const named = list
      .allow('openat', ({ flags }) => flags.hasNone(O_DIRECTORY))
      .allow('ioctl', ({ cmd }) => cmd.ne(TIOCSTI))
    expect(changedOn(named, to)).toEqual([])
  })
})
