/* The preset `no-tty-injection`: a program cannot type into the terminal that it shares with the shell that started it. */
import { TIOCLINUX, TIOCSTI } from '@seccompile/constants/ioctl'
import type { PolicyBuilder } from '@seccompile/policy'
import { BREAKS_WITH_EVERY_LIST, denyList } from './deny-list.ts'
import type { Preset } from './preset.ts'

/**
 * The preset `no-tty-injection`: ioctl fails with EPERM for TIOCSTI and TIOCLINUX, at the 32 bits of `cmd` that the kernel
 * reads, and with the numbers that each ABI has for the two.
 */
export const noTtyInjection: PolicyBuilder = denyList('no-tty-injection').deny('ioctl', ({ cmd }) =>
  cmd.in(TIOCSTI, TIOCLINUX),
)

/** The preset `no-tty-injection`, with its note. */
export const noTtyInjectionPreset: Preset = {
  name: 'no-tty-injection',
  summary: 'no typing into the terminal: TIOCSTI and TIOCLINUX fail with EPERM',
  policy: noTtyInjection,
  note: {
    against:
      'A program in a sandbox that puts a command into the input of the terminal which it shares with a shell outside: ' +
      'TIOCSTI does so on every terminal, and TIOCLINUX on a virtual console selects text and pastes it.',
    leavesOpen: [
      'What the program writes to the terminal: some terminals answer an escape sequence with text in their input.',
      'The master of a pseudo-terminal: whoever holds it types on the terminal by write(). Terminal emulators, tmux and ' +
        'screen hold it, and processes of the same user type through them: by the socket of tmux ("tmux send-keys"), by X11, ' +
        'by pidfd_getfd or by ptrace.',
      'With CAP_SYS_TTY_CONFIG, KDSKBENT and KDSKBSENT, which give a key of a virtual console another meaning.',
      'Reading from the terminal what the person types there. A session of its own (setsid, bwrap --new-session) shuts the ' +
        'terminal altogether.',
    ],
    breaks: [
      'BRLTTY, which types for its user by TIOCSTI.',
      'gpm and setterm on a virtual console, which use TIOCLINUX.',
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs:
      'No kernel in particular. From Linux 6.2 on, dev.tty.legacy_tiocsti=0 refuses TIOCSTI to programs without ' +
      'CAP_SYS_ADMIN, and not TIOCLINUX.',
    sources: [
      'ioctl_tty(2), ioctl_console(2)',
      'drivers/tty/tty_io.c: tiocsti(); drivers/tty/vt/vt.c: tioclinux()',
      'CVE-2017-5226, CVE-2023-1523, CVE-2023-28100; CVE-2019-7303 and CVE-2019-10063 for the high bits of cmd',
    ],
  },
  keeps: [],
}
