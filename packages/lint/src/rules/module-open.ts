import { policy } from '@seccompile/policy'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** The lint rule `module-open`. */
export const moduleOpen: LintRule = dangerousCalls({
  name: 'module-open',
  means: 'A process may ask to load code into the kernel, and only its missing capability stops it.',
  remedy: 'Refuse init_module, finit_module and delete_module, or allow them with CAP_SYS_MODULE only.',
  sources: ['init_module(2)', 'https://docs.docker.com/engine/security/seccomp/'],
  calls: ['init_module', 'finit_module', 'delete_module'],
  they: 'modules are code of the kernel',
  caps: ['CAP_SYS_MODULE'],
  caught: { policy: policy({ default: 'deny' }).allow('finit_module') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('finit_module'),
    target: { caps: ['CAP_SYS_MODULE'] },
  },
})
