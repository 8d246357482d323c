/* The meaning of allow lists, as systemd 257 with libseccomp 2.6.0 attaches them: see systemd-filters.test.ts. */
import { seccompData, verdictName } from '@seccompile/abi'
import { policyTables, resolve } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { LIBSECCOMP_VERSION, parseSystemd, SYSTEMD_VERSION } from '@seccompile/systemd'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

function asker(text: string): (call: string | number, abi?: AbiToken, first?: bigint) => string {
  const { policy } = parseSystemd(text, { file: 'x.service' })
  const { rules } = resolve(policy, { abis: policyTables(policy) })
  return (call, abi = 'x86_64', first = 0n) => {
    const { numbers, auditArch } = abiTable(abi)
    const nr = typeof call === 'number' ? call : numbers.get(call)!
    return verdictName(meaning(rules, seccompData({ nr, arch: auditArch, args: [first] })))
  }
}

it('gives known calls that are not listed the errno of the unit, and every other number ENOSYS', () => {
  const ask = asker('SystemCallFilter=read\nSystemCallErrorNumber=EPERM')
  expect(['read', 'mount', 'bpf'].map((name) => ask(name))).toEqual(['ALLOW', 'ERRNO(1)', 'ERRNO(1)'])
  expect([600, 5000, 0xffff_ffff].map((nr) => ask(nr))).toEqual(['ERRNO(38)', 'ERRNO(38)', 'ERRNO(38)'])
})

it('gives ENOSYS to calls that only other ABIs have, and keeps them where they are listed', () => {
  const ask = asker('SystemCallFilter=mmap2 stat64\nSystemCallErrorNumber=EPERM')
  expect([ask('mmap2', 'x86'), ask('stat64', 'x86')]).toEqual(['ALLOW', 'ALLOW'])
  expect([ask('_llseek', 'x86'), ask('mount', 'x86'), ask('mount', 'x32')]).toEqual(['ERRNO(38)', 'ERRNO(1)', 'ERRNO(1)']) // prettier-ignore
})

it('gives ENOSYS to calls that libseccomp does not know, and to those of @obsolete alone', () => {
  const ask = asker('SystemCallFilter=open_tree_attr\nSystemCallErrorNumber=EPERM')
  expect([ask('open_tree_attr'), ask('file_setattr'), ask('uselib')]).toEqual(['ERRNO(38)', 'ERRNO(38)', 'ERRNO(38)']) // prettier-ignore
})

it('lets calls run that libseccomp does not know, where a list says what does not run', () => {
  const ask = asker('SystemCallFilter=~open_tree_attr bpf')
  expect([ask('open_tree_attr'), ask('bpf'), ask(5000)]).toEqual(['ALLOW', 'KILL_PROCESS', 'ALLOW'])
})

it('gives operations of multiplexers what the call gets, and others ENOSYS', () => {
  const ask = asker('SystemCallFilter=socket\nSystemCallErrorNumber=EPERM')
  expect([1n, 2n, 9n, 99n].map((first) => ask('socketcall', 'x86', first))).toEqual(['ALLOW', 'ERRNO(1)', 'ERRNO(38)', 'ERRNO(38)']) // prettier-ignore
})

it('keeps a call that a set has, where a word with an errno is left out', () => {
  const ask = asker('SystemCallFilter=@mount mount:EPERM\nSystemCallFilter=~swapon:EFOO\nSystemCallErrorNumber=13') // prettier-ignore
  expect([ask('mount'), ask('swapon')]).toEqual(['ALLOW', 'ERRNO(13)'])
  const open = asker('SystemCallFilter=~bpf:EPREM mount\nSystemCallFilter=mount:EPERM')
  expect([open('bpf'), open('mount')]).toEqual(['ALLOW', 'KILL_PROCESS'])
})

it('filters by a list of what runs from which all is taken off (issue 32)', () => {
  const ask = asker('SystemCallFilter=read\nSystemCallFilter=~@known\nSystemCallErrorNumber=EPERM')
  expect([ask('write'), ask('read'), ask(5000)]).toEqual(['ALLOW', 'ERRNO(1)', 'ERRNO(38)'])
})

it('attaches nothing for ~ without names', () => {
  expect(asker('SystemCallFilter=~')('mount')).toBe('ALLOW')
  expect(asker('SystemCallLog=~')('mount')).toBe('ALLOW')
  expect(asker('SystemCallLog=~bpf')('mount')).toBe('LOG')
})

it('reads errnos as C does, and their names without regard to case', () => {
  const ask = asker('SystemCallFilter=~bpf:010 mount:0x1 chroot:0b11 swapon:enosys')
  expect(['bpf', 'mount', 'chroot', 'swapon'].map((name) => ask(name))).toEqual(['ERRNO(8)', 'ERRNO(1)', 'ERRNO(3)', 'ERRNO(38)']) // prettier-ignore
})

// prettier-ignore
it.each([
  ['0o7', 'ERRNO(7)'], ['0o+7', 'ERRNO(7)'], ['0O+17', 'ERRNO(15)'], ['0b+1', 'ERRNO(1)'], ['0b0b1', 'ERRNO(1)'], ['+0b1', 'ERRNO(1)'],
  ['0b-0', 'ERRNO(0)'], ['\\ 1', 'ERRNO(1)'], ['\\ 0o7', 'ERRNO(7)'], ['0b\\\t1', 'ERRNO(1)'], ['\f1', 'ERRNO(1)'],
  ['+0o7', 'ALLOW'], ['-0o0', 'ALLOW'], ['0o0o7', 'ALLOW'], ['0b0b+1', 'ALLOW'], ['0x+1', 'ALLOW'], ['0x\\ 1', 'ALLOW'], ['1\\ ', 'ALLOW'],
  ['08', 'ALLOW'], ['0b', 'ALLOW'], ['0x', 'ALLOW'], ['\\ EPERM', 'ALLOW'], ['\\ kill', 'ALLOW'],
])('reads the errno %j as systemd does: %s (issue 32)', (word, verdict) => {
  expect(asker(`SystemCallFilter=~read:${word}`)('read')).toBe(verdict)
})

it('names the versions of its tables', () => {
  expect([SYSTEMD_VERSION, LIBSECCOMP_VERSION]).toEqual([257, '2.6.0'])
})
