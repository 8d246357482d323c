import { bits } from '@seccompile/constants'
import { BPF_COMMON_ATTRS, BPF_PROG_LOAD } from '@seccompile/constants/bpf'
import { policy } from '@seccompile/policy'
import type { KernelVersion } from '@seccompile/policy'
import { argument } from '@seccompile/rules'
import { isAtLeast } from '@seccompile/syscalls'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** BPF_PROG_LOAD as a number. */
const LOAD = 5n
/** The bits of a command: all but BPF_COMMON_ATTRS, a flag beside it. @see Linux 7.2 kernel/bpf/syscall.c: __sys_bpf() */
const COMMAND = 0xfffe_ffffn
/** The oldest kernel that is known to have the flag. */
const WITH_FLAG: KernelVersion = { major: 7, minor: 2 }

/** The lint rule `bpf-open`. */
export const bpfOpen: LintRule = dangerousCalls({
  name: 'bpf-open',
  means: 'A process without CAP_BPF can load programs into the kernel, where sysctl allows it.',
  remedy: 'Refuse bpf, or allow it with CAP_BPF or CAP_SYS_ADMIN only.',
  sources: ['bpf(2)', 'CVE-2021-3490', 'https://docs.docker.com/engine/security/seccomp/'],
  calls: ['bpf'],
  they: 'it loads programs into the kernel',
  caps: ['CAP_BPF', 'CAP_SYS_ADMIN'],
  args: ({ is, argumentOf }, { kernel }) => {
    if (!isAtLeast(kernel, WITH_FLAG)) return is('bpf', 'cmd', LOAD)
    const cmd = argumentOf('bpf', 'cmd')
    return cmd && argument(cmd.index, [{ lo: LOAD, hi: LOAD }], COMMAND)
  },
  caught: { policy: policy({ default: 'deny' }).allow('bpf') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('bpf', ({ cmd }) =>
      cmd.notIn(BPF_PROG_LOAD, bits(BPF_PROG_LOAD, BPF_COMMON_ATTRS)),
    ),
  },
})
