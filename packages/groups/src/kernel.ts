/* The kernel and the whole machine: calls that only an administrator or a debugger needs. */
import type { Group } from './group.ts'

/** Calls that load code into the kernel as modules. */
export const modules: Group<'modules'> = {
  name: 'modules',
  summary: 'loading and removing modules of the kernel',
  calls: ['init_module', 'finit_module', 'delete_module', 'create_module', 'query_module', 'get_kernel_syms'],
}

/** `bpf` alone: programs that run in the kernel, and their maps. */
export const bpf: Group<'bpf'> = {
  name: 'bpf',
  summary: 'bpf: programs that run inside the kernel',
  calls: ['bpf'],
}

/**
 * Calls of the keyrings, which are not separated by containers.
 * @see keyrings(7)
 */
export const keys: Group<'keys'> = {
  name: 'keys',
  summary: 'the keyrings of the kernel',
  calls: ['add_key', 'request_key', 'keyctl'],
}

/**
 * Calls that look into other processes, change them and measure them. Where a probe is set, the kernel itself makes
 * programs call `uprobe` and `uretprobe`. So a filter that refuses these breaks programs that are traced.
 */
// prettier-ignore
export const tracing: Group<'tracing'> = {
  name: 'tracing',
  summary: 'looking into other processes, changing their memory, and measuring them',
  calls: [
    'ptrace', 'process_vm_readv', 'process_vm_writev', 'process_madvise', 'pidfd_getfd', 'kcmp',
    'perf_event_open', 'uprobe', 'uretprobe', 'lookup_dcookie', 's390_runtime_instr',
  ],
}

/** Calls that turn swapping on and off. */
export const swap: Group<'swap'> = {
  name: 'swap',
  summary: 'turning swapping on and off',
  calls: ['swapon', 'swapoff'],
}

/** Calls that start the machine anew, or another kernel. */
export const reboot: Group<'reboot'> = {
  name: 'reboot',
  summary: 'starting the machine anew, or another kernel',
  calls: ['reboot', 'kexec_load', 'kexec_file_load'],
}

/** Other calls of an administrator: names of the machine, quotas, accounting, the log of the kernel. */
// prettier-ignore
export const administration: Group<'administration'> = {
  name: 'administration',
  summary: 'names of the machine, quotas, accounting, the log of the kernel, hanging up terminals',
  calls: ['sethostname', 'setdomainname', 'acct', 'quotactl', 'quotactl_fd', 'syslog', 'vhangup'],
}

/** Calls that reach ports and buses past the drivers. */
// prettier-ignore
export const rawIo: Group<'raw-io'> = {
  name: 'raw-io',
  summary: 'ports, buses and firmware of the machine, past the drivers',
  calls: [
    'iopl', 'ioperm', 'pciconfig_iobase', 'pciconfig_read', 'pciconfig_write',
    's390_pci_mmio_read', 's390_pci_mmio_write', 'rtas',
  ],
}

/** Calls that tell about the machine and the kernel. */
// prettier-ignore
export const systemInformation: Group<'system-information'> = {
  name: 'system-information',
  summary: 'what the machine and the kernel are, and random bytes',
  calls: [
    'uname', 'olduname', 'oldolduname', 'sysinfo', 'getcpu', 'getrandom', 'sysfs', 's390_sthyi', 'riscv_hwprobe',
  ],
}
