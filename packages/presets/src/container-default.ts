/*
 * The default policy of a container.
 *
 * The facts are those of Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), written with
 * the builder and grouped by purpose. Tests of oci compare the two.
 */
import { arg, errno, policy } from '@seccompile/policy'
import type { PolicyBuilder, SubArchitectures } from '@seccompile/policy'
import type { Preset } from './preset.ts'
import {
  ASYNCHRONOUS_IO,
  ATTRIBUTES,
  DESCRIPTORS,
  DIRECTORIES,
  EXTENDED_ATTRIBUTES,
  IDENTITY,
  INTERPROCESS,
  MEMORY,
  OPENING,
  POLLING,
  PROCESSES,
  READING_AND_WRITING,
  SANDBOXING,
  SCHEDULING,
  SIGNALS,
  SOCKETS,
  THREADS,
  TIME,
  WATCHING,
} from './container-families.ts'

/**
 * CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET: the flags of clone that make a namespace.
 * @see include/uapi/linux/sched.h
 */
const CLONE_NAMESPACES = 0x7e02_0000

/**
 * Address families of sockets that a container may not use: 38 is AF_ALG, the kernel's cryptography, and 40 AF_VSOCK,
 * which reaches the host of a virtual machine past the network namespace.
 * @see include/linux/socket.h
 */
const REFUSED_FAMILIES = [38, 40] as const

/**
 * Execution domains: PER_LINUX 0 and PER_LINUX32 8, each with UNAME26 0x20000 or without, and 0xffffffff, which asks
 * and changes nothing.
 * @see include/uapi/linux/personality.h
 */
const PERSONALITIES = [0, 8, 0x20000, 0x20008, 0xffff_ffff] as const

const ARCH_MAP: readonly SubArchitectures[] = [
  { main: 'x86_64', sub: ['x86', 'x32'] },
  { main: 'aarch64', sub: ['arm'] },
  { main: 'mips64', sub: ['mips', 'mips64n32'] },
  { main: 'mips64n32', sub: ['mips', 'mips64'] },
  { main: 'mipsel64', sub: ['mipsel', 'mipsel64n32'] },
  { main: 'mipsel64n32', sub: ['mipsel', 'mipsel64'] },
  { main: 's390x', sub: ['s390'] },
  { main: 'riscv64', sub: [] },
  { main: 'loongarch64', sub: [] },
]

/**
 * The preset `container-default`: means the same as Docker's default profile (moby/profiles v0.2.3) for every target.
 *
 * Every call that is not listed fails with EPERM. Calls that change something outside the container are allowed
 * with the capability that the kernel requires for them; namespaces need CAP_SYS_ADMIN.
 */
export const containerDefault: PolicyBuilder = policy({
  name: 'container-default',
  default: 'deny',
  archMap: ARCH_MAP,
})
  .allow(...OPENING, ...READING_AND_WRITING, ...DESCRIPTORS, ...DIRECTORIES)
  .allow(...ATTRIBUTES, ...EXTENDED_ATTRIBUTES, ...WATCHING, ...POLLING, ...ASYNCHRONOUS_IO)
  .allow(...MEMORY, ...PROCESSES, ...THREADS, ...SCHEDULING, ...SIGNALS, ...TIME)
  .allow(...IDENTITY, ...SOCKETS, ...INTERPROCESS, ...SANDBOXING)
  .allow('socket', arg(0).notIn(...REFUSED_FAMILIES))
  .allow('personality', arg(0).in(...PERSONALITIES))

  // Until 4.8 ptrace could change the number of a call after the filter had passed it.
  .when({ minKernel: { major: 4, minor: 8 } }, (rules) =>
    rules.allow('ptrace', 'process_vm_readv', 'process_vm_writev'),
  )

  // Calls that only some architectures have, or have under another name.
  .when({ arches: ['amd64', 'x32'] }, (rules) => rules.allow('arch_prctl'))
  .when({ arches: ['amd64', 'x32', 'x86'] }, (rules) => rules.allow('modify_ldt'))
  .when({ arches: ['arm', 'arm64'] }, (rules) =>
    rules
      .allow('arm_fadvise64_64', 'arm_sync_file_range', 'sync_file_range2')
      .allow('breakpoint', 'cacheflush', 'set_tls'),
  )
  .when({ arches: ['ppc64le'] }, (rules) => rules.allow('sync_file_range2', 'swapcontext'))
  .when({ arches: ['riscv64'] }, (rules) => rules.allow('riscv_flush_icache'))
  .when({ arches: ['s390', 's390x'] }, (rules) =>
    rules.allow('s390_pci_mmio_read', 's390_pci_mmio_write', 's390_runtime_instr'),
  )

  // Without CAP_SYS_ADMIN a process may clone, but not make a namespace. clone3 passes its flags in memory,
  // which no filter can read: ENOSYS makes C libraries fall back to clone. s390 has the first two arguments of
  // clone swapped.
  .unless({ caps: ['CAP_SYS_ADMIN'], arches: ['s390', 's390x'] }, (rules) =>
    rules.allow('clone', arg(0).maskedEq(CLONE_NAMESPACES, 0)),
  )
  .unless({ caps: ['CAP_SYS_ADMIN'] }, (rules) =>
    rules
      .when({ arches: ['s390', 's390x'] }, (s390) =>
        s390.allow('clone', arg(1).maskedEq(CLONE_NAMESPACES, 0)),
      )
      .deny('clone3', errno('ENOSYS')),
  )

  // Calls that a capability allows.
  .when({ caps: ['CAP_SYS_ADMIN'] }, (rules) =>
    rules
      .allow('clone', 'clone3', 'unshare', 'setns', 'sethostname', 'setdomainname')
      .allow('mount', 'mount_setattr', 'move_mount', 'open_tree', 'umount', 'umount2')
      .allow('fsopen', 'fsconfig', 'fsmount', 'fspick', 'quotactl', 'quotactl_fd', 'fanotify_init')
      .allow('lsm_get_self_attr', 'lsm_set_self_attr', 'lsm_list_modules')
      .allow('bpf', 'perf_event_open', 'syslog', 'lookup_dcookie'),
  )
  .when({ caps: ['CAP_BPF'] }, (rules) => rules.allow('bpf'))
  .when({ caps: ['CAP_DAC_READ_SEARCH'] }, (rules) => rules.allow('open_by_handle_at'))
  .when({ caps: ['CAP_PERFMON'] }, (rules) => rules.allow('perf_event_open'))
  .when({ caps: ['CAP_SYSLOG'] }, (rules) => rules.allow('syslog'))
  .when({ caps: ['CAP_SYS_BOOT'] }, (rules) => rules.allow('reboot'))
  .when({ caps: ['CAP_SYS_CHROOT'] }, (rules) => rules.allow('chroot'))
  .when({ caps: ['CAP_SYS_MODULE'] }, (rules) => rules.allow('init_module', 'finit_module', 'delete_module'))
  .when({ caps: ['CAP_SYS_NICE'] }, (rules) =>
    rules.allow('get_mempolicy', 'set_mempolicy', 'set_mempolicy_home_node', 'mbind'),
  )
  .when({ caps: ['CAP_SYS_PACCT'] }, (rules) => rules.allow('acct'))
  .when({ caps: ['CAP_SYS_PTRACE'] }, (rules) =>
    rules
      .allow('ptrace', 'process_vm_readv', 'process_vm_writev')
      .allow('kcmp', 'pidfd_getfd', 'process_madvise'),
  )
  .when({ caps: ['CAP_SYS_RAWIO'] }, (rules) => rules.allow('iopl', 'ioperm'))
  .when({ caps: ['CAP_SYS_TIME'] }, (rules) =>
    rules.allow('settimeofday', 'stime', 'clock_settime', 'clock_settime64'),
  )
  .when({ caps: ['CAP_SYS_TTY_CONFIG'] }, (rules) => rules.allow('vhangup'))

/** The preset `container-default`, with its note. */
export const containerDefaultPreset: Preset = {
  name: 'container-default',
  summary: 'what Docker’s default profile means: what a container needs, and nothing that reaches out of it',
  policy: containerDefault,
  note: {
    against:
      'A program in a container that uses rarely needed parts of the kernel to leave the container: namespaces, mounts, ' +
      'modules, tracing, the keys of the kernel, BPF, io_uring, and sockets of the families AF_ALG and AF_VSOCK.',
    leavesOpen: [
      'All files, all networks and all processes that the container gives the program: the filter sees no path and no address.',
      'ioctl with any request: TIOCSTI writes into the terminal where the container has one of the host’s.',
      'Sockets of the refused families by high bits: socket() reads 32 bits of the family, and the profile of Docker compares 64.',
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
  // No socket: a container without a network, by no-network beside this preset, is of use.
  keeps: [{ call: 'execve' }, { call: 'read' }],
}
