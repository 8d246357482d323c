// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset agent-command. */
export const note: FilterNote = {
  summary:
    'for a command of an agent: no rare sockets, io_uring, new namespaces, tracing or typing into the terminal',
  against:
    'A shell command that a language model wrote and that nobody has read. In its sandbox it could take over another process, type into the terminal, reach the host of the virtual machine, or attack the kernel through namespaces, io_uring and rare sockets. It is no-exotic-sockets+no-new-namespaces+no-tracing+no-tty-injection, and the notes of these presets hold for it.',
  leavesOpen: [
    'All files that the user may read or write: a filter sees no path. Bind only what the command needs (bwrap), or use Landlock.',
    'Every unix socket that the command can reach: Docker, ssh-agent, D-Bus. Bind none, and give it a network namespace of its own, to which abstract names belong. Where the command needs no unix socket, take agent-command+no-unix-sockets.',
    'All addresses by AF_INET and AF_INET6, services of the machine included. A network namespace of its own shuts them, and a proxy opens some; agent-command+no-network shuts them too.',
    '/proc/PID/mem, and signals, by which the command reaches other processes of its user: a PID namespace and a /proc of its own (bwrap --unshare-pid --proc /proc) hide these processes.',
    'Descriptors that the command inherits, whatever they are: sockets, rings, the master of a terminal.',
    'Keys in the keyrings of the kernel: keyctl reads those of the session, in new namespaces too. A policy that denies keyctl, add_key and request_key shuts them.',
    'Time, memory and disk: see setrlimit(2) and cgroups(7).',
    'request_key: where keyutils is installed, the kernel starts a helper outside the filter, and for keys of the type dns_resolver the helper asks the network for a name that the program chooses. A policy that denies request_key shuts it.',
  ],
  breaks: [
    'Sandboxes inside the sandbox: bubblewrap, rootless containers, and that of Chromium, which then needs --no-sandbox.',
    'Debuggers and tracers: gdb, strace, perf, LeakSanitizer.',
    'Programs of rare sockets: tcpdump, ss, nft, and what speaks to the host of a virtual machine.',
    'Programs that have no other way than io_uring, and programs that call clone3 and do not fall back on ENOSYS.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs:
    'No kernel in particular. Tests run git, npm, asyncio of Python, Chromium without its sandbox, and make under it.',
  sources: [
    'the notes of its four presets',
    'https://github.com/anthropic-experimental/sandbox-runtime for io_uring',
    'https://github.com/openai/codex for ptrace, process_vm_readv, io_uring and families of sockets',
    'chrome/browser/process_singleton_posix.cc of Chromium for its unix socket',
  ],
}
