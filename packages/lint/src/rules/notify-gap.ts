/*
 * A filter that sends write to a listener. runc sends the descriptor of the listener by a write under the filter. No
 * listener would answer that write, so runc refuses such a profile.
 */
import { policy } from '@seccompile/policy'
import { isNotify } from '../examine/is-notify.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { shownText } from '../examine/shown-text.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** The lint rule `notify-gap`. */
export const notifyGap: LintRule = {
  ...warningFacts('notify-gap'),
  sources: ['runc libcontainer/seccomp/seccomp_linux.go: InitSeccomp()', 'seccomp_unotify(2)'],
  *check({ abi, call }) {
    const shown = call('write', isNotify)
    if (shown === undefined) return
    yield {
      what: `${shownText(abi, shown)} waits for the listener, and runc calls write before a listener can answer`,
      call: shown,
    }
  },
  caught: { policy: policy({ default: 'allow' }).notify('write', 'mount') },
  nearMiss: { policy: policy({ default: 'allow' }).notify('mount') },
}
