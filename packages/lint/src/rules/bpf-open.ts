import { BPF_PROG_LOAD } from '@seccompile/constants/bpf'
import { policy } from '@seccompile/policy'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** BPF_PROG_LOAD as a number. */
const LOAD = 5n

/** The lint rule `bpf-open`. */
export const bpfOpen: LintRule = dangerousCalls({
  name: 'bpf-open',
  means: 'A process without CAP_BPF can load programs into the kernel, where sysctl allows it.',
  remedy: 'Refuse bpf, or allow it with CAP_BPF or CAP_SYS_ADMIN only.',
  sources: ['bpf(2)', 'CVE-2021-3490', 'https://docs.docker.com/engine/security/seccomp/'],
  calls: ['bpf'],
  they: 'it loads programs into the kernel',
  caps: ['CAP_BPF', 'CAP_SYS_ADMIN'],
  args: ({ is }) => is('bpf', 'cmd', LOAD),
  caught: { policy: policy({ default: 'deny' }).allow('bpf') },
  nearMiss: { policy: policy({ default: 'deny' }).allow('bpf', ({ cmd }) => cmd.ne(BPF_PROG_LOAD)) },
})
