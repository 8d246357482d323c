import { policy } from '@seccompile/policy'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** The lint rule `tracing-open`. */
export const tracingOpen: LintRule = dangerousCalls({
  name: 'tracing-open',
  means: 'A process without CAP_SYS_PTRACE can read and change other processes of its user.',
  remedy:
    'Refuse ptrace, process_vm_readv, process_vm_writev and pidfd_getfd, or allow them with CAP_SYS_PTRACE only.',
  sources: [
    'ptrace(2)',
    'process_vm_readv(2)',
    'pidfd_getfd(2)',
    'https://docs.docker.com/engine/security/seccomp/',
    'https://github.com/moby/moby/pull/18971',
    'https://github.com/moby/moby/pull/42083',
  ],
  calls: ['ptrace', 'process_vm_writev', 'process_vm_readv', 'pidfd_getfd'],
  they: 'other processes of the user are within reach',
  caps: ['CAP_SYS_PTRACE'],
  caught: { policy: policy({ default: 'deny' }).allow('process_vm_readv') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('process_vm_readv'),
    target: { caps: ['CAP_SYS_PTRACE'] },
  },
})
