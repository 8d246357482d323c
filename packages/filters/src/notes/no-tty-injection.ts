// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset no-tty-injection. */
export const note: FilterNote = {
  summary: 'no typing into the terminal: TIOCSTI and TIOCLINUX fail with EPERM',
  against:
    'A program in a sandbox that puts a command into the input of the terminal which it shares with a shell outside: TIOCSTI does so on every terminal, and TIOCLINUX on a virtual console selects text and pastes it.',
  leavesOpen: [
    'What the program writes to the terminal: some terminals answer an escape sequence with text in their input.',
    'The master of a pseudo-terminal: whoever holds it types on the terminal by write(). Terminal emulators, tmux and screen hold it, and processes of the same user type through them: by the socket of tmux ("tmux send-keys"), by X11, by pidfd_getfd or by ptrace.',
    'With CAP_SYS_TTY_CONFIG, KDSKBENT and KDSKBSENT, which give a key of a virtual console another meaning.',
    'Reading from the terminal what the person types there. A session of its own (setsid, bwrap --new-session) shuts the terminal altogether.',
  ],
  breaks: [
    'BRLTTY, which types for its user by TIOCSTI.',
    'gpm and setterm on a virtual console, which use TIOCLINUX.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs:
    'No kernel in particular. From Linux 6.2 on, dev.tty.legacy_tiocsti=0 refuses TIOCSTI to programs without CAP_SYS_ADMIN, and not TIOCLINUX.',
  sources: [
    'ioctl_tty(2), ioctl_console(2)',
    'drivers/tty/tty_io.c: tiocsti(); drivers/tty/vt/vt.c: tioclinux()',
    'CVE-2017-5226, CVE-2023-1523, CVE-2023-28100; CVE-2019-7303 and CVE-2019-10063 for the high bits of cmd',
  ],
}
