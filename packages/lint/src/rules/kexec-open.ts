import { policy } from '@seccompile/policy'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** The lint rule `kexec-open`. */
export const kexecOpen: LintRule = dangerousCalls({
  name: 'kexec-open',
  means: 'A process may ask for another kernel, and only its missing capability stops it.',
  remedy: 'Refuse kexec_load and kexec_file_load, or allow them with CAP_SYS_BOOT only.',
  sources: ['kexec_load(2)', 'https://docs.docker.com/engine/security/seccomp/'],
  calls: ['kexec_load', 'kexec_file_load'],
  they: 'another kernel can be loaded',
  caps: ['CAP_SYS_BOOT'],
  caught: { policy: policy({ default: 'deny' }).allow('kexec_load') },
  nearMiss: { policy: policy({ default: 'deny' }).allow('kexec_load'), target: { caps: ['CAP_SYS_BOOT'] } },
})
