/*
 * With userfaultfd a program stops the kernel at a read of the program's memory, for as long as it likes, and so wins
 * races. UFFD_USER_MODE_ONLY, since Linux 5.11, excludes faults of the kernel.
 */
import { UFFD_USER_MODE_ONLY } from '@seccompile/constants/uffd'
import { policy } from '@seccompile/policy'
import { argument } from '@seccompile/rules'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** UFFD_USER_MODE_ONLY as a number. */
const USER_MODE_ONLY = 1n

/** The lint rule `userfaultfd-open`. */
export const userfaultfdOpen: LintRule = dangerousCalls({
  name: 'userfaultfd-open',
  means: 'A process can stop the kernel while it reads memory of the process, where sysctl allows it.',
  remedy: 'Refuse userfaultfd, or allow it with UFFD_USER_MODE_ONLY only.',
  sources: ['userfaultfd(2)', 'https://docs.docker.com/engine/security/seccomp/'],
  calls: ['userfaultfd'],
  they: 'it handles faults of the kernel too',
  caps: ['CAP_SYS_PTRACE'],
  args: ({ argumentOf }) => {
    const flags = argumentOf('userfaultfd', 'flags')
    return flags && argument(flags.index, [{ lo: 0n, hi: 0n }], USER_MODE_ONLY)
  },
  caught: { policy: policy({ default: 'deny' }).allow('userfaultfd') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('userfaultfd', ({ flags }) =>
      flags.hasAny(UFFD_USER_MODE_ONLY),
    ),
  },
})
