/*
 * A verdict whose action the kernel does not know. The kernel kills for such a verdict: the thread before Linux 4.14,
 * the process since. A policy can contain such an action only if the action is newer than the kernel of the machine;
 * a raw filter can contain any. KILL_PROCESS does not count: a kernel before 4.14 takes it for KILL_THREAD.
 * @see kernel/seccomp.c: __seccomp_filter(), the default of its switch
 */
import { actionOf, verdictName } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import { policy } from '@seccompile/policy'
import { isAtLeast, otherAbisOf } from '@seccompile/syscalls'
import type { KernelVersion } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { LintRule } from '../examine/lint-rule.ts'
import { shownText } from '../examine/shown-text.ts'

/** The kernels that introduced an action. @see seccomp(2) */
const SINCE: Partial<Readonly<Record<ActionName, KernelVersion>>> = {
  LOG: { major: 4, minor: 14 },
  USER_NOTIF: { major: 5, minor: 0 },
}

function isUnknown(verdict: Verdict, kernel: KernelVersion): boolean {
  const action = actionOf(verdict)
  const since = action && SINCE[action]
  return action === undefined || (since !== undefined && !isAtLeast(kernel, since))
}

/** The lint rule `unknown-action`. */
export const unknownAction: LintRule = {
  name: 'unknown-action',
  severity: 'medium',
  means: 'A call gets an action that the kernel does not know, and the kernel kills for it.',
  remedy: 'Return an action that the kernel knows, or say the kernel of the machine by --kernel.',
  sources: ['seccomp(2)', 'kernel/seccomp.c: __seccomp_filter()'],
  *check({ abi }, { inquiry, kernel, on, verdict }) {
    // A filter also gives a verdict to calls of the other ABIs of the machine: its verdict for a bad arch.
    const others = otherAbisOf(abi.token)
      .map(signedAbiTable)
      .filter(({ auditArch }) => on.every((each) => each.abi.auditArch !== auditArch))
    for (const each of [abi, ...others]) {
      const found = inquiry.call((got) => isUnknown(got, kernel), { arch: each.auditArch })
      if (found === undefined) continue
      const call = { abi: each.token, data: found.data }
      const of = each === abi ? '' : ` of ${each.token}`
      const what = `${shownText(each, call)}${of} gets ${verdictName(verdict(call))}, an action that the kernel does not know: it kills`
      yield { what, call }
    }
  },
  caught: {
    policy: policy({ default: 'allow' }).log('mount'),
    target: { kernel: { major: 4, minor: 13 } },
  },
  nearMiss: {
    policy: policy({ default: 'allow' }).log('mount'),
    target: { kernel: { major: 4, minor: 14 } },
  },
}
