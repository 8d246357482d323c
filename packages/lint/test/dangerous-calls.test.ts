import { BPF_PROG_LOAD } from '@seccompile/constants/bpf'
import { errno, policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

describe('lint rules about dangerous calls', () => {
  const list = policy({ default: 'deny' })

  it('tell a list of what may run from one of what may not, whatever newer calls get', () => {
    const unknown = errno('ENOSYS')
    expect(messagesOf('bpf-open', policy({ default: 'deny', unknown }).allow('bpf'))).toEqual([
      'bpf(BPF_PROG_LOAD, …) runs: it loads programs into the kernel',
    ])
    expect(messagesOf('bpf-open', policy({ default: 'allow', unknown }).deny('reboot'))).toEqual([])
  })

  it('see BPF_PROG_LOAD beside BPF_COMMON_ATTRS, which Linux 7.2 takes and an older kernel does not', () => {
    const given = list.allow('bpf', ({ cmd }) => cmd.ne(BPF_PROG_LOAD))
    expect(messagesOf('bpf-open', given)).toEqual(['bpf(0x10005, …) runs: it loads programs into the kernel'])
    expect(messagesOf('bpf-open', given, { kernel: { major: 6, minor: 12 } })).toEqual([])
    const masked = list.allow('bpf', ({ cmd }) => cmd.masked(0xfffe_ffff).ne(BPF_PROG_LOAD))
    expect(messagesOf('bpf-open', masked)).toEqual([])
  })

  it('leave alone the calls of a capability that the process has', () => {
    const target = { caps: ['CAP_SYS_ADMIN'] } as const
    expect(messagesOf('bpf-open', list.allow('bpf'), target)).toEqual([])
    expect(messagesOf('module-open', list.allow('init_module'), target)).toHaveLength(1)
  })

  it('name all calls that run', () => {
    expect(messagesOf('keyring-open', list.allow('keyctl', 'request_key'))).toEqual([
      'keyctl(…) and request_key(…) run: keys belong to users, not to containers',
    ])
  })

  it('leave alone a call that the kernel lacks', () => {
    const given = list.allow('pidfd_getfd')
    expect(messagesOf('tracing-open', given, { kernel: { major: 5, minor: 5 } })).toEqual([])
    expect(messagesOf('tracing-open', given, { kernel: { major: 5, minor: 6 } })).toHaveLength(1)
  })
})
