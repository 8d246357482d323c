// Written by tools/gen-filters from the preset nested-sandbox of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset nested-sandbox. */
export const note: FilterNote = {
  summary: 'container-default, and what bubblewrap needs to make a sandbox inside the container',
  against:
    'The attacks that container-default is against, except those by namespaces: modules, tracing, the keys of the kernel, BPF, io_uring, and sockets of the families AF_ALG and AF_VSOCK. It is for containers in which a program makes sandboxes of its own.',
  leavesOpen: [
    'User namespaces: in one of its own a process has every capability, and reaches parts of the kernel that are otherwise for administrators, such as nftables, traffic control and file systems. Many exploits of the kernel begin so.',
    'mount, umount2 and pivot_root within such a namespace: file systems that allow it are mounted, parsers of the kernel included.',
    'What container-default leaves open.',
  ],
  breaks: [
    'Sandboxes that join namespaces (setns, bwrap --userns), that make them by clone3 alone, or that mount by fsopen and move_mount.',
    'What container-default breaks otherwise.',
  ],
  needs:
    'User namespaces, Linux 3.8, that the machine lets its users make: sysctls and AppArmor of some distributions forbid it. The runtime must leave /proc unmasked for "bwrap --proc".',
  sources: [
    'user_namespaces(7), pivot_root(2)',
    'calls of bubblewrap 0.12, read from strace on Linux 6.18',
    'https://github.com/openai/codex/issues/17547',
  ],
}
