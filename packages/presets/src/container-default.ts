/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

/*
 * The default policy of a container, after Docker's default profile.
 *
 * A condition of a JSON profile compares a register of 64 bits, and the kernel reads 32 bits of each of these
 * arguments. The preset compares what the kernel reads. Tests of oci compare it with the profile under `widths:
 * 'kernel'`.
 */
import { AF_ALG, AF_VSOCK } from '@seccompile/constants/af'
import { PER_LINUX, PER_LINUX32, UNAME26 } from '@seccompile/constants/personality'
import { bits } from '@seccompile/constants'
import { errno } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import { CLONE_NAMESPACES } from './clone-namespaces.ts'
import { containerRules } from './container-rules.ts'
import type { Preset } from './preset.ts'

/** The argument of personality that reads the personality and changes nothing. @see personality(2) */
const ASKS = 0xffff_ffff

/**
 * The preset `container-default`: refuses what Docker's default profile (moby/profiles v0.2.3) refuses, for every target,
 * and compares the bits of an argument that the kernel reads.
 *
 * A container may not use sockets of AF_ALG, the cryptography of the kernel, or of AF_VSOCK, which reaches the host
 * of a virtual machine past the network namespace. Without CAP_SYS_ADMIN it may clone, but not make a namespace.
 * clone3 passes its flags in memory, which no filter can read, so it fails with ENOSYS, and C libraries fall back to
 * clone.
 */
export const containerDefault: PolicyBuilder = containerRules('container-default', (rules) =>
  rules
    .allow('socket', ({ family }) => family.notIn(AF_ALG, AF_VSOCK))
    .allow('personality', ({ personality }) =>
      personality.in(PER_LINUX, PER_LINUX32, UNAME26, bits(PER_LINUX32, UNAME26), ASKS),
    )
    .unless({ caps: ['CAP_SYS_ADMIN'] }, (unprivileged) =>
      unprivileged
        .allow('clone', ({ clone_flags }) => clone_flags.hasNone(...CLONE_NAMESPACES))
        .deny('clone3', errno('ENOSYS')),
    ),
)

/** The preset `container-default`, with its note. */
export const containerDefaultPreset: Preset = {
  name: 'container-default',
  summary:
    'for containers, after Docker’s default profile: what a container needs, and nothing that reaches out of it',
  policy: containerDefault,
  note: {
    against:
      'A program in a container that uses rarely needed parts of the kernel to leave the container: namespaces, mounts, ' +
      'modules, tracing, the keys of the kernel, BPF, io_uring, and sockets of the families AF_ALG and AF_VSOCK.',
    leavesOpen: [
      'All files, all networks and all processes that the container gives the program: the filter sees no path and no address.',
      'ioctl with any request: TIOCSTI writes into the terminal where the container has one of the host’s.',
      'Sockets of every family by socketcall, which 32-bit x86, MIPS, PowerPC and s390 have: the family is in memory, where no filter looks.',
    ],
    breaks: [
      'Sandboxes inside the container, which make namespaces: see nested-sandbox.',
      'Debuggers and profilers that need perf_event_open or BPF, and programs that need io_uring.',
    ],
    needs: 'Linux 4.8 for ptrace: before, a tracer could change the number of a call after the filter.',
    sources: [
      'moby/profiles v0.2.3, seccomp/default.json',
      'https://docs.docker.com/engine/security/seccomp/',
    ],
  },
  // Sockets are not among them: a container without a network, by no-network beside this preset, is of use.
  keeps: [{ call: 'execve' }, { call: 'read' }],
}
