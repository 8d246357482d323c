import { modeStrict } from '@seccompile/presets'
import { calls } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { on, TOKENS } from './verdict-of.ts'

it('mode-strict allows read, write, exit and the return from a handler, whatever the arguments', () => {
  const allowed = (token: (typeof TOKENS)[number]) => {
    const { abi, ofNumber } = on(modeStrict, token)
    const runs = (nr: number) =>
      ofNumber(nr) === 'ALLOW' && ofNumber(nr, Array<bigint>(6).fill(~0n)) === 'ALLOW'
    return calls(abi).flatMap(({ name, nr }) => (runs(nr) ? [name] : [])).toSorted().join(' ') // prettier-ignore
  }
  const tokens = TOKENS.filter((token) => token !== 'x32')
  const lists = Object.fromEntries(tokens.map((token) => [token, allowed(token)]))
  const common = tokens.filter((token) => lists[token] === 'exit read rt_sigreturn write')
  expect(lists).toEqual({
    ...Object.fromEntries(common.map((token) => [token, lists[token]])),
    x86_64: 'exit read rt_sigreturn uprobe uretprobe write',
    x86: 'exit read sigreturn write',
    s390: 'exit read sigreturn write',
    s390x: 'exit read sigreturn write',
    ppc: 'exit read rt_sigreturn sigreturn write',
  })
})

it('mode-strict is not for x32', () => {
  expect(() => on(modeStrict, 'x32')).toThrow(
    'policy "mode-strict" is not for x32: SECCOMP_MODE_STRICT kills its programs for every call',
  )
})

it('mode-strict ends the thread for any other call, and for calls of x32', () => {
  const { of, ofNumber, abi } = on(modeStrict, 'x86_64')
  for (const name of ['exit_group', 'execve', 'mmap', 'brk', 'clock_gettime', 'restart_syscall'] as const)
    expect(of(name)).toBe('KILL_THREAD')
  expect(ofNumber(0x4000_0000)).toBe('KILL_THREAD')
  expect(ofNumber(abi.newest + 1)).toBe('KILL_THREAD')
  expect(ofNumber(0xffff_ffff)).toBe('KILL_THREAD')
})

it('mode-strict is refused for x32, with the reason', () => {
  expect(() => on(modeStrict, 'x32')).toThrow(
    'policy "mode-strict" is not for x32: SECCOMP_MODE_STRICT kills its programs for every call; name other ABIs',
  )
})
