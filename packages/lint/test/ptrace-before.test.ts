import { PTRACE_SETREGS, PTRACE_TRACEME } from '@seccompile/constants/ptrace'
import { policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

describe('ptrace-before-4.8', () => {
  const list = policy({ default: 'deny' })
  const on47 = (given: Policy): readonly string[] =>
    messagesOf('ptrace-before-4.8', given, { kernel: { major: 4, minor: 7 }, caps: ['CAP_SYS_PTRACE'] })

  it('looks at requests that write registers', () => {
    expect(on47(list.allow('ptrace', ({ request }) => request.eq(PTRACE_TRACEME)))).toEqual([])
    expect(on47(list.allow('ptrace', ({ request }) => request.eq(PTRACE_SETREGS)))).toEqual([
      'ptrace(PTRACE_SETREGS, …) runs on Linux 4.7, where the filter does not run again after a tracer has changed a call',
    ])
  })

  it('finds it in a list of what may not run, unless the list is empty', () => {
    expect(on47(policy({ default: 'allow' }).deny('reboot'))).toHaveLength(1)
    expect(on47(policy({ default: 'allow' }))).toEqual([])
  })

  it('finds nothing on Linux 4.8, whose filters run last', () => {
    const given = list.allow('ptrace')
    expect(on47(given)).toHaveLength(1)
    expect(messagesOf('ptrace-before-4.8', given, { kernel: { major: 4, minor: 8 } })).toEqual([])
  })
})
