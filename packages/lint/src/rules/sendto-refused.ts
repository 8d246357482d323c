/*
 * Sockets without a network. Programs make pipes by socketpair() and write to them by send(), which is sendto without
 * an address. A filter against the network that refuses sendto whole breaks these pipes, while write() to the same
 * socket runs. A filter cannot see the address of sendmsg, so a refusal of sendmsg alone is intended.
 */
import { policy } from '@seccompile/policy'
import type { LintRule } from '../examine/lint-rule.ts'
import { isRefusedWhole } from '../examine/refused-whole.ts'

/** The lint rule `sendto-refused`. */
export const sendtoRefused: LintRule = {
  name: 'sendto-refused',
  severity: 'low',
  means: 'Programs can make a pair of sockets and write to it, and cannot send to it.',
  remedy: 'Allow sendto where addr is 0, which names no peer.',
  sources: [
    'https://github.com/openai/codex/issues/33793',
    'https://github.com/openai/codex/issues/24933',
    'socketpair(2)',
    'send(2)',
  ],
  *check(on) {
    const call = isRefusedWhole(on, 'sendto') ? on.refused('sendto') : undefined
    const pair = on.runs('socketpair')
    if (call === undefined || pair === undefined || on.runs('write') === undefined) return
    const lost = isRefusedWhole(on, 'sendmsg') ? 'sendto and sendmsg are' : 'sendto is'
    yield { what: `${lost} refused, whatever the arguments, and socketpair and write run`, call, other: pair }
  },
  caught: { policy: policy({ default: 'allow' }).deny('sendto', 'sendmsg', 'connect') },
  nearMiss: {
    policy: policy({ default: 'allow' })
      .deny('connect')
      .deny('sendto', ({ addr }) => addr.ne(0)),
  },
}
