import { noTracing } from '@seccompile/presets'
import { expect, it } from 'vitest'
import { on, TOKENS } from './verdict-of.ts'

it('gives EPERM to calls that reach into another process, whatever their arguments, on every ABI', () => {
  for (const token of TOKENS) {
    const { of } = on(noTracing, token)
    const verdicts = [
      of('ptrace'),
      of('ptrace', { request: 16, pid: 1 }),
      of('process_vm_readv', { pid: 1 }),
      of('process_vm_writev', { pid: 1 }),
      of('process_madvise', { pidfd: 3 }),
      of('pidfd_getfd', { pidfd: 3 }),
      of('kcmp', { pid1: 1 }),
      of('perf_event_open', { pid: 0xffff_ffff }),
    ]
    expect([token, ...verdicts]).toEqual([token, ...Array<string>(8).fill('EPERM')])
  }
})

it('lets calls run that only name another process', () => {
  for (const token of TOKENS) {
    const { of } = on(noTracing, token)
    const verdicts = [of('pidfd_open', { pid: 1 }), of('kill', { pid: 1 }), of('madvise'), of('prctl')]
    expect([token, ...verdicts]).toEqual([token, 'ALLOW', 'ALLOW', 'ALLOW', 'ALLOW'])
  }
})
