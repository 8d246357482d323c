/*
 * The preset `agent-command`: four presets together, for a command that an agent runs.
 *
 * The command is a shell line that a language model wrote. It clones, installs, builds, tests, and opens pages in a browser without a
 * window. So programs keep files, processes, threads and networks. The four presets refuse what such work does not need, and what
 * leads into another process, into the terminal, to the host of a virtual machine, or into rarely used code of the kernel.
 * `no-exotic-sockets` refuses io_uring too.
 *
 * Unix sockets stay. Chromium makes one when it starts, also without a window, and ends if that fails: a filter sees no address, so
 * it cannot tell this socket from one of Docker.
 *
 * The preset is nothing but the composition: each call gets the strictest of the verdicts of its parts.
 */
import { PolicyBuilder } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { BREAKS_WITH_EVERY_LIST, HELPER_LOOKS_UP_NAMES } from './deny-list.ts'
import { noExoticSockets } from './no-exotic-sockets.ts'
import { noNewNamespaces } from './no-new-namespaces.ts'
import { noTracing } from './no-tracing.ts'
import { noTtyInjection } from './no-tty-injection.ts'
import type { Preset } from './preset.ts'

const together: Policy = noExoticSockets
  .intersect(noNewNamespaces)
  .intersect(noTracing)
  .intersect(noTtyInjection)

/**
 * The preset `agent-command`: `no-exotic-sockets`, `no-new-namespaces`, `no-tracing` and `no-tty-injection` together. They
 * refuse different calls, so each call that one of them refuses gets its errno.
 */
export const agentCommand: PolicyBuilder = new PolicyBuilder({
  ...together,
  name: 'agent-command',
})

/** The preset `agent-command`, with its note. */
export const agentCommandPreset: Preset = {
  name: 'agent-command',
  summary:
    'for a command of an agent: no rare sockets, io_uring, new namespaces, tracing or typing into the terminal',
  policy: agentCommand,
  note: {
    against:
      'A shell command that a language model wrote and that nobody has read. In its sandbox it could take over another process, type ' +
      'into the terminal, reach the host of the virtual machine, or attack the kernel through namespaces, io_uring and rare ' +
      'sockets. It is no-exotic-sockets+no-new-namespaces+no-tracing+no-tty-injection, and the notes of these presets hold for it.',
    leavesOpen: [
      'All files that the user may read or write: a filter sees no path. Bind only what the command needs (bwrap), or use Landlock.',
      'Every unix socket that the command can reach: Docker, ssh-agent, D-Bus. Bind none, and give it a network namespace of its own, ' +
        'to which abstract names belong. Where the command needs no unix socket, take agent-command+no-unix-sockets.',
      'All addresses by AF_INET and AF_INET6, services of the machine included. A network namespace of its own shuts them, and a ' +
        'proxy opens some; agent-command+no-network shuts them too.',
      '/proc/PID/mem, and signals, by which the command reaches other processes of its user: a PID namespace and a /proc of its own ' +
        '(bwrap --unshare-pid --proc /proc) hide these processes.',
      'Descriptors that the command inherits, whatever they are: sockets, rings, the master of a terminal.',
      'Keys in the keyrings of the kernel: keyctl reads those of the session, in new namespaces too. A policy that denies keyctl, ' +
        'add_key and request_key shuts them.',
      'Time, memory and disk: see setrlimit(2) and cgroups(7).',
      HELPER_LOOKS_UP_NAMES,
    ],
    breaks: [
      'Sandboxes inside the sandbox: bubblewrap, rootless containers, and that of Chromium, which then needs --no-sandbox.',
      'Debuggers and tracers: gdb, strace, perf, LeakSanitizer.',
      'Programs of rare sockets: tcpdump, ss, nft, and what speaks to the host of a virtual machine.',
      'Programs that have no other way than io_uring, and programs that call clone3 and do not fall back on ENOSYS.',
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs:
      'No kernel in particular. Tests run git, npm, asyncio of Python, Chromium without its sandbox, and make under it.',
    sources: [
      'the notes of its four presets',
      'https://github.com/anthropic-experimental/sandbox-runtime for io_uring',
      'https://github.com/openai/codex for ptrace, process_vm_readv, io_uring and families of sockets',
      'chrome/browser/process_singleton_posix.cc of Chromium for its unix socket',
    ],
  },
  keeps: [],
}
