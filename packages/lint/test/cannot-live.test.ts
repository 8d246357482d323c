import { policy } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const said = (...given: Parameters<typeof messagesOf> extends [string, ...infer Rest] ? Rest : never) =>
  messagesOf('cannot-live', ...given)
const ALL = ['exit', 'exit_group', 'rt_sigreturn', 'restart_syscall'] as const

it('says what programs cannot do', () => {
  expect(said(policy({ default: 'kill' }).allow('execve', 'exit', 'rt_sigreturn'))).toEqual([
    'exit_group and restart_syscall are refused: programs cannot end, or go on sleeping after a signal stopped them',
  ])
})

it('asks for execve only where a launcher attaches the filter', () => {
  const list = policy({ default: 'deny' }).allow(...ALL)
  expect(said(list)).toEqual(['execve is refused: programs cannot be started under the filter'])
  expect(said(list, { launched: false })).toEqual([])
})

it('takes a refusal of execve by a list of what may not run as meant, and none of exit_group', () => {
  expect(said(policy({ default: 'allow' }).deny('execve'))).toEqual([])
  expect(said(policy({ default: 'allow' }).deny('exit_group'))).toEqual([
    'exit_group is refused: programs cannot end',
  ])
})

it('says nothing of a call that runs for some arguments', () => {
  expect(said(policy({ default: 'allow' }).deny('exit_group', ({ error_code }) => error_code.eq(1)))).toEqual(
    [],
  )
})

it('leaves out what the warning says', () => {
  expect(said(policy({ default: 'deny' }).allow('read'), { warned: true })).toEqual([
    expect.stringContaining('on x86_64 the policy refuses "exit_group", "exit"'),
  ])
})
