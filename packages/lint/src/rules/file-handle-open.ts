import { policy } from '@seccompile/policy'
import { dangerousCalls } from '../calls/dangerous-calls.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** The lint rule `file-handle-open`. */
export const fileHandleOpen: LintRule = dangerousCalls({
  name: 'file-handle-open',
  means: 'A process can open files by a handle, without a path, and so outside its root directory.',
  remedy: 'Refuse open_by_handle_at, or allow it with CAP_DAC_READ_SEARCH only.',
  sources: ['open_by_handle_at(2)', 'https://docs.docker.com/engine/security/seccomp/'],
  calls: ['open_by_handle_at'],
  they: 'it opens files of a whole file system by handles that a program can guess',
  caps: ['CAP_DAC_READ_SEARCH'],
  caught: { policy: policy({ default: 'deny' }).allow('open_by_handle_at') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('open_by_handle_at'),
    target: { caps: ['CAP_DAC_READ_SEARCH'] },
  },
})
