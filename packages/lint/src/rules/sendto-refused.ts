/*
 * Sockets that are no network. Programs make pipes of socketpair() and write to them by send(). A filter against the
 * network that refuses sendto and sendmsg whole breaks these pipes, while write() to the same socket runs.
 */
import { policy } from '@seccompile/policy'
import { listText } from '../list-text.ts'
import type { LintRule } from '../lint-rule.ts'
import { isRefusedWhole } from '../refused-whole.ts'

/** The lint rule `sendto-refused`. */
export const sendtoRefused: LintRule = {
  name: 'sendto-refused',
  severity: 'low',
  means: 'Programs can make a pair of sockets and write to it, and cannot send to it.',
  remedy:
    'Refuse socket or connect in place of sendto and sendmsg, or allow sendto where its address is 0, which names no peer.',
  sources: ['https://github.com/openai/codex/issues/33793', 'socketpair(2)', 'send(2)'],
  *check(on) {
    const lost = ['sendto', 'sendmsg'].filter((name) => isRefusedWhole(on, name))
    const call = lost.map((name) => on.refused(name)).at(0)
    const pair = on.runs('socketpair')
    if (call === undefined || pair === undefined || on.runs('write') === undefined) return
    const what = `${listText(lost)} ${lost.length === 1 ? 'is' : 'are'} refused, whatever the arguments, and socketpair and write run`
    yield { what, call, other: pair }
  },
  caught: { policy: policy({ default: 'allow' }).deny('sendto', 'sendmsg', 'connect') },
  nearMiss: {
    policy: policy({ default: 'allow' })
      .deny('connect')
      .deny('sendto', ({ addr }) => addr.ne(0)),
  },
}
