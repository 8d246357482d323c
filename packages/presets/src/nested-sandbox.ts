/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

/*
 * The default policy of a container, and the calls that bubblewrap needs to make a sandbox inside the container.
 *
 * `bwrap --unshare-all` makes namespaces by `clone` and `unshare`, mounts the files of the sandbox, and changes the
 * root. The user namespace gives it the capabilities for that, within the namespace. A container with CAP_SYS_ADMIN
 * may already do all of this except pivot_root.
 */
import { PolicyBuilder, policyOf } from '@seccompile/policy'
import { containerDefault } from './container-default.ts'
import type { Preset } from './preset.ts'

/**
 * The preset `nested-sandbox`: container-default with clone whatever its flags, unshare, mount, umount, umount2, pivot_root
 * and sethostname, whatever the capabilities of the container.
 */
export const nestedSandbox: PolicyBuilder = new PolicyBuilder({
  ...policyOf(containerDefault),
  name: 'nested-sandbox',
})
  .allow('pivot_root')
  .unless({ caps: ['CAP_SYS_ADMIN'] }, (rules) =>
    rules.allow('clone', 'unshare', 'mount', 'umount', 'umount2', 'sethostname'),
  )

/** The preset `nested-sandbox`, with its note. */
export const nestedSandboxPreset: Preset = {
  name: 'nested-sandbox',
  summary: 'container-default, and what bubblewrap needs to make a sandbox inside the container',
  policy: nestedSandbox,
  note: {
    against:
      'The attacks that container-default is against, except those by namespaces: modules, tracing, the keys of the kernel, BPF, io_uring, and ' +
      'sockets of the families AF_ALG and AF_VSOCK. It is for containers in which a program makes sandboxes of its own.',
    leavesOpen: [
      'User namespaces: in one of its own a process has every capability, and reaches parts of the kernel that are otherwise ' +
        'for administrators, such as nftables, traffic control and file systems. Many exploits of the kernel begin so.',
      'mount, umount2 and pivot_root within such a namespace: file systems that allow it are mounted, parsers of the kernel included.',
      'What container-default leaves open.',
    ],
    breaks: [
      'Sandboxes that join namespaces (setns, bwrap --userns), that make them by clone3 alone, or that mount by fsopen and move_mount.',
      'What container-default breaks otherwise.',
    ],
    needs:
      'User namespaces, Linux 3.8, that the machine lets its users make: sysctls and AppArmor of some distributions forbid it. ' +
      'The runtime must leave /proc unmasked for "bwrap --proc".',
    sources: [
      'user_namespaces(7), pivot_root(2)',
      'calls of bubblewrap 0.12, read from strace on Linux 6.18',
      'https://github.com/openai/codex/issues/17547',
    ],
  },
  keeps: [
    { call: 'execve' },
    { call: 'clone', args: { clone_flags: 0x7e02_0011 } },
    { call: 'mount' },
    { call: 'umount2' },
    { call: 'pivot_root' },
  ],
}
