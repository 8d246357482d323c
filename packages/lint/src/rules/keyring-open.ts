import { policy } from '@seccompile/policy'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** The lint rule `keyring-open`. */
export const keyringOpen: LintRule = dangerousCalls({
  name: 'keyring-open',
  means: 'A process can use the keys of the kernel, which most namespaces share.',
  remedy: 'Refuse keyctl, add_key and request_key.',
  sources: ['keyrings(7)', 'CVE-2016-0728', 'https://docs.docker.com/engine/security/seccomp/'],
  calls: ['keyctl', 'add_key', 'request_key'],
  they: 'keys belong to users, not to containers',
  caps: [],
  caught: { policy: policy({ default: 'deny' }).allow('keyctl') },
  nearMiss: { policy: policy({ default: 'allow' }).deny('add_key') },
})
