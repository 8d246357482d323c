/*
 * TIOCSTI and TIOCLINUX put bytes into the input of a terminal, as if the person had typed them.
 *
 * A deny-list concerns terminals only if it refuses one of the two. Such a list has a gap if the other request runs,
 * which is CVE-2023-28100, or if a request with other high bits runs, which is CVE-2019-10063. A list that refuses
 * neither concerns something else, such as the network.
 */
import { TIOCLINUX, TIOCSTI } from '@seccompile/constants/ioctl'
import { valueOn } from '@seccompile/constants'
import { policy } from '@seccompile/policy'
import { shownText } from '../examine/shown-text.ts'
import type { LintRule } from '../examine/lint-rule.ts'

/** The lint rule `tty-injection`. */
export const ttyInjection: LintRule = {
  name: 'tty-injection',
  severity: 'high',
  means:
    'A program can put bytes into the input of its terminal, and the shell outside runs them as a command.',
  remedy: 'Refuse ioctl with TIOCSTI and TIOCLINUX, as the preset no-tty-injection does.',
  sources: [
    'CVE-2017-5226',
    'CVE-2019-10063',
    'CVE-2023-1523',
    'CVE-2023-28100',
    'ioctl_tty(2)',
    'ioctl_console(2)',
  ],
  *check({ abi, is, isAllowList, refused, runs }) {
    const requests = [TIOCSTI, TIOCLINUX].flatMap((request) => {
      const value = valueOn(request, abi.token)
      return value === undefined ? [] : [is('ioctl', 'cmd', BigInt(value))]
    })
    const isMeant = isAllowList || requests.some((request) => refused('ioctl', request) !== undefined)
    if (!isMeant) return
    for (const request of requests) {
      const call = runs('ioctl', request)
      if (call !== undefined) yield { what: `${shownText(abi, call)} runs`, call }
    }
  },
  caught: { policy: policy({ default: 'deny' }).allow('ioctl') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('ioctl', ({ cmd }) => cmd.notIn(TIOCSTI, TIOCLINUX)),
  },
}
