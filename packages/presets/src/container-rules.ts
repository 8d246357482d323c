/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

/*
 * The rules of Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), written with the builder and
 * grouped by purpose, without its tests of arguments.
 *
 * A JSON profile compares registers, and writes an errno as a number. Two policies share the rules of this file. The
 * preset `container-default` tests arguments and writes errnos by name; docker-profile.ts does both in the way of the
 * profile.
 */
import { policy } from '@seccompile/policy'
import type { PolicyBuilder, SubArchitectures } from '@seccompile/policy'
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
 * The policy `name`: the rules of the profile, and the rules that `tested` adds for `socket`, for `personality`, and,
 * without CAP_SYS_ADMIN, for `clone` and `clone3`.
 *
 * Every call that is not listed fails with EPERM. Calls that change something outside the container are allowed
 * with the capability that the kernel requires for them; namespaces need CAP_SYS_ADMIN.
 */
export function containerRules(name: string, tested: (rules: PolicyBuilder) => PolicyBuilder): PolicyBuilder {
  const mostly = policy({ name, default: 'deny', archMap: ARCH_MAP })
    .allow(...OPENING, ...READING_AND_WRITING, ...DESCRIPTORS, ...DIRECTORIES)
    .allow(...ATTRIBUTES, ...EXTENDED_ATTRIBUTES, ...WATCHING, ...POLLING, ...ASYNCHRONOUS_IO)
    .allow(...MEMORY, ...PROCESSES, ...THREADS, ...SCHEDULING, ...SIGNALS, ...TIME)
    .allow(...IDENTITY, ...SOCKETS, ...INTERPROCESS, ...SANDBOXING)

    // Before 4.8, ptrace could change the number of a call after the filter had passed it.
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
    .when({ caps: ['CAP_SYS_MODULE'] }, (rules) =>
      rules.allow('init_module', 'finit_module', 'delete_module'),
    )
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
  return tested(mostly)
}
