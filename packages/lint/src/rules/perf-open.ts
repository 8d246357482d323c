import { policy } from '@seccompile/policy'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** The lint rule `perf-open`. */
export const perfOpen: LintRule = dangerousCalls({
  name: 'perf-open',
  means:
    'A process without CAP_PERFMON can use the performance events of the kernel, which have had many faults.',
  remedy: 'Refuse perf_event_open, or allow it with CAP_PERFMON or CAP_SYS_ADMIN only.',
  sources: ['perf_event_open(2)', 'CVE-2013-2094', 'https://docs.docker.com/engine/security/seccomp/'],
  calls: ['perf_event_open'],
  they: 'it watches programs and the kernel',
  caps: ['CAP_PERFMON', 'CAP_SYS_ADMIN'],
  caught: { policy: policy({ default: 'deny' }).allow('perf_event_open') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('perf_event_open'),
    target: { caps: ['CAP_PERFMON'] },
  },
})
