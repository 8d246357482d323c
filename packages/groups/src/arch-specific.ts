/* Calls that the processors of one family have. */
import type { Group } from './group.ts'

/**
 * Calls that only one family of processors has. C libraries and programs for these processors need some of them:
 * `arch_prctl` on x86, `set_tls` and `cacheflush` on arm, `swapcontext` on ppc. `syscall` of mips makes another call,
 * and the filter runs on that call.
 * @see arch/mips/kernel/scall32-o32.S: handle_sys, which saves the number that the filter gets
 */
// prettier-ignore
export const archSpecific: Group<'arch-specific'> = {
  name: 'arch-specific',
  summary: 'calls that one family of processors has: x86, arm, mips, ppc, riscv, s390, m68k',
  calls: [
    // x86
    'arch_prctl', 'modify_ldt', 'vm86', 'vm86old', 'set_thread_area', 'get_thread_area',
    // arm
    'breakpoint', 'cacheflush', 'set_tls', 'get_tls', 'usr26', 'usr32', 'arm_fadvise64_64', 'arm_sync_file_range',
    // mips
    'cachectl', 'sysmips', 'syscall',
    // ppc
    'multiplexer', 'spu_create', 'spu_run', 'subpage_prot', 'swapcontext', 'switch_endian', 'sys_debug_setcontext', 'rtas',
    // riscv
    'riscv_flush_icache', 'riscv_hwprobe',
    // s390
    's390_guarded_storage', 's390_pci_mmio_read', 's390_pci_mmio_write', 's390_runtime_instr', 's390_sthyi',
    // m68k
    'atomic_barrier', 'atomic_cmpxchg_32', 'getpagesize',
  ],
}
