/* TIOCSTI and TIOCLINUX put bytes into the input of a terminal, as if the person had typed them. */
import { TIOCLINUX, TIOCSTI } from '@seccompile/constants/ioctl'
import { valueOn } from '@seccompile/constants'
import { policy } from '@seccompile/policy'
import { shownText } from '../shown-text.ts'
import type { LintRule } from '../lint-rule.ts'

/** The lint rule `tty-injection`. */
export const ttyInjection: LintRule = {
  name: 'tty-injection',
  severity: 'high',
  means:
    'A program can put bytes into the input of its terminal, and the shell outside runs them as a command.',
  remedy: 'Refuse ioctl with TIOCSTI and TIOCLINUX, as the preset no-tty-injection does.',
  sources: ['CVE-2017-5226', 'CVE-2023-1523', 'CVE-2023-28100', 'ioctl_tty(2)', 'ioctl_console(2)'],
  *check({ abi, is, runs }) {
    for (const request of [TIOCSTI, TIOCLINUX]) {
      const value = valueOn(request, abi.token)
      const call = value === undefined ? undefined : runs('ioctl', is('ioctl', 'cmd', BigInt(value)))
      if (call !== undefined) yield { what: `${shownText(abi, call)} runs`, call }
    }
  },
  caught: { policy: policy({ default: 'deny' }).allow('ioctl') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('ioctl', ({ cmd }) => cmd.notIn(TIOCSTI, TIOCLINUX)),
  },
}
