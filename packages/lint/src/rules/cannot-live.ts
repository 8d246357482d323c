/*
 * Calls that a program needs to end, or to continue after a signal. The kernel and the C library make them, so people
 * forget them. A deny-list may refuse execve on purpose; refusing the other calls is a mistake.
 * @see signal(7): the trampoline of a handler calls rt_sigreturn; restart_syscall(2): the kernel has a program call
 * it
 */
import { policy } from '@seccompile/policy'
import { VITAL_CALLS } from '@seccompile/policy/toolkit'
import { listed } from '../examine/listed.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { isRefusedWhole } from '../examine/refused-whole.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** The lint rule `cannot-live`. */
export const cannotLive: LintRule = {
  ...warningFacts('cannot-live'),
  sources: [
    'https://github.com/moby/moby/issues/40205',
    'https://github.com/kguardian-dev/kguardian/issues/1497',
    'signal(7)',
    'restart_syscall(2)',
  ],
  *check(on, { launched }) {
    const isMeant = !launched || !on.isAllowList
    const missing = [...VITAL_CALLS.keys()].filter(
      (name) => !(name === 'execve' && isMeant) && isRefusedWhole(on, name),
    )
    const call = missing.map((name) => on.refused(name)).at(0)
    if (call === undefined) return
    const lost = missing.map((name) => VITAL_CALLS.get(name)!).join(', or ')
    const [are, them] = missing.length === 1 ? ['is', 'it'] : ['are', 'them']
    yield {
      what: `${listed(missing)} ${are} refused: programs cannot ${lost}`,
      call,
      instead: `allow ${them}`,
    }
  },
  caught: { policy: policy({ default: 'deny' }).allow('execve', 'exit', 'rt_sigreturn', 'restart_syscall') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow(
      'execve',
      'exit',
      'exit_group',
      'rt_sigreturn',
      'restart_syscall',
    ),
  },
}
