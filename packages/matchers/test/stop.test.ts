import '@seccompile/matchers/vitest'
import { AF_ALG } from '@seccompile/constants/af'
import { attackRecords, noCall } from '@seccompile/attacks'
import { policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { ofPolicy } from '../src/filter-of.ts'
import { holdsBy, stopsAttack } from '../src/stops-attack.ts'
import { messageOf } from './message-of.ts'

const open = policy({ abis: ['x86_64'], default: 'allow' })

/** The lines of the message of a failed expectation. */
const linesOf = (failing: () => unknown): readonly string[] => messageOf(failing).split('\n')

describe('toStop', () => {
  it('holds where the filter refuses what the attack needs', () => {
    expect(open.deny('fsopen', 'fspick')).toStop('CVE-2022-0185')
    expect(open.deny('io_uring_setup')).not.toStop('CVE-2022-0185')
    expect(policy({ abis: ['x86_64'], default: 'deny' })).toStop('CVE-2017-5226')
  })

  it('fails with the open calls, and with the calls to refuse', () => {
    expect(linesOf(() => expect(open).toStop('CVE-2022-0185'))).toEqual([
      'expected the filter to stop CVE-2022-0185, legacy_parse_param',
      '  a user namespace: x86_64 unshare(unshare_flags=CLONE_NEWUSER) gets ALLOW',
      '  a context of a file system: x86_64 fsopen() gets ALLOW',
      '  an option of a file system: x86_64 fsconfig() gets ALLOW',
      '  to stop it, refuse one of:',
      '    unshare where unshare_flags has any of CLONE_NEWUSER; clone where clone_flags has any of CLONE_NEWUSER; clone3; setns where flags == 0 or flags has any of CLONE_NEWUSER',
      '    fsopen; fspick',
      '    fsconfig where cmd in {FSCONFIG_SET_FLAG, FSCONFIG_SET_STRING}',
    ])
  })

  it('names the multiplexer and io_uring among the calls to refuse', () => {
    const mine = policy({ abis: ['x86_64', 'x86'], default: 'allow' }).deny('socket', ({ family }) =>
      family.eq(AF_ALG),
    )
    const id = 'cve-2026-31431' as 'CVE-2026-31431'
    expect(linesOf(() => expect(mine).toStop(id))).toEqual([
      'expected the filter to stop CVE-2026-31431, Copy Fail',
      '  a socket of AF_ALG: x86_64 io_uring_setup() gets ALLOW, and io_uring does what socket does',
      '  to stop it, refuse io_uring_setup; socketcall where call == 1',
    ])
    expect(mine.deny('io_uring_setup').deny('socketcall', ({ call }) => call.eq(1))).toStop(id)
  })

  it('names the ABIs where a call is open on some alone', () => {
    const mine = policy({ abis: ['x86_64', 'x86'], default: 'allow' }).on(['x86_64'], (rules) =>
      rules.deny('ioctl'),
    )
    expect(linesOf(() => expect(mine).toStop('CVE-2019-10063')).at(-1)).toBe(
      '  to stop it, refuse ioctl where cmd == TIOCSTI on x86; call 514 of x86_64',
    )
  })

  it('says for each machine what to refuse on it', () => {
    const mine = policy({ abis: ['x86_64', 'aarch64'], default: 'allow' })
    const lines = linesOf(() => expect(mine).toStop('CVE-2026-31431'))
    expect(lines.filter((line) => line.includes('to stop it'))).toEqual([
      '  to stop it on x86_64, refuse socket where family == AF_ALG; io_uring_setup',
      '  to stop it on aarch64, refuse socket where family == AF_ALG; io_uring_setup',
    ])
  })

  it('takes the capabilities of the process: those of the test, then those of the policy', () => {
    const mine = open.deny('unshare', 'clone', 'clone3', 'setns')
    expect(mine).toStop('CVE-2022-0185')
    expect(linesOf(() => expect(mine).toStop('CVE-2022-0185', { caps: ['CAP_SYS_ADMIN'] }))[1]).toBe(
      '  a user namespace: the process has CAP_SYS_ADMIN',
    )
    const root = policy({ abis: ['x86_64'], default: 'allow', caps: ['CAP_SYS_ADMIN'] }).deny(
      'unshare',
      'clone',
      'clone3',
      'setns',
    )
    expect(root).not.toStop('CVE-2022-0185')
    expect(root).toStop('CVE-2022-0185', { caps: [] })
  })

  it('takes the capabilities of the file that was read before those of its policy', () => {
    const root = policy({ abis: ['x86_64'], default: 'allow', caps: ['CAP_SYS_ADMIN'] }).deny(
      'unshare',
      'clone',
      'clone3',
      'setns',
    )
    const read = ofPolicy(root, 'mine', { caps: [] })
    expect(stopsAttack(read, 'CVE-2022-0185').holds).toBe('yes')
    expect(stopsAttack(read, 'CVE-2022-0185', { caps: ['CAP_SYS_ADMIN'] }).holds).toBe('no')
  })

  it('says what stops the attack where the test expects the opposite', () => {
    expect(messageOf(() => expect(open.deny('fsopen', 'fspick')).not.toStop('CVE-2022-0185'))).toBe(
      'expected the filter not to stop CVE-2022-0185, legacy_parse_param; stopped: a context of a file system alone',
    )
  })

  it('fails both ways where a listener decides', () => {
    const watched = open.notify('bpf')
    for (const failing of [
      () => expect(watched).toStop('CVE-2021-3490'),
      () => expect(watched).not.toStop('CVE-2021-3490'),
    ])
      expect(linesOf(failing).slice(-2)).toEqual([
        '  a program of eBPF: x86_64 bpf(cmd=BPF_PROG_LOAD) gets USER_NOTIF',
        '  to stop it, refuse bpf where cmd == BPF_PROG_LOAD',
      ])
  })

  it('holds where no call of the machine serves the attack', () => {
    const mine = policy({ abis: ['riscv64'], default: 'allow' })
    expect(mine).toStop('CVE-2021-22555')
    expect(() => expect(mine).not.toStop('CVE-2021-22555')).toThrow(
      'no matter of seccomp: riscv64 has no call',
    )
  })

  it('fails both ways for an attack that no call makes', () => {
    const [record] = attackRecords
    expect(holdsBy('no-matter', record!)).toBe('yes')
    expect(holdsBy('no-matter', { ...record!, needs: noCall('a fault of the processor') })).toBe('neither')
  })

  it('names an attack that is close where there is no record, and every one where none is close', () => {
    const asked =
      (id: string): (() => void) =>
      () => {
        expect(open).toStop(id as 'shocker')
      }
    expect(asked('CVE-2022-018')).toThrow(
      'toStop: no record of an attack is called "CVE-2022-018"; did you mean "CVE-2022-0185"?',
    )
    expect(asked('heartbleed')).toThrow('"heartbleed"; known are CVE-2013-2094, ')
    expect(() => expect(open).toStop('shocker', { caps: ['CAP_SYS_ADMNI' as 'CAP_BPF'] })).toThrow(
      'options.caps[0]: expected a capability; did you mean "CAP_SYS_ADMIN"?; got "CAP_SYS_ADMNI"',
    )
  })
})
