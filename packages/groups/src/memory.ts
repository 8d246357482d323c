/* Memory of a process. */
import type { Group } from './group.ts'

/**
 * Calls that map, protect and lock memory. Conditions on `prot` keep memory from being writable and executable at once;
 * `mmap` of x86 and s390 gets its arguments in memory, where no filter reads them.
 */
// prettier-ignore
export const memory: Group<'memory'> = {
  name: 'memory',
  summary: 'mapping, protecting, locking and advising on memory of the process',
  calls: [
    'brk', 'mmap', 'mmap2', 'munmap', 'mremap', 'remap_file_pages', 'mprotect', 'pkey_mprotect', 'pkey_alloc',
    'pkey_free', 'madvise', 'mincore', 'msync', 'mlock', 'mlock2', 'mlockall', 'munlock', 'munlockall', 'mseal',
    'map_shadow_stack', 'membarrier', 'cacheflush', 'riscv_flush_icache', 'getpagesize',
  ],
}

/** Calls that choose the nodes of the machine for memory. */
// prettier-ignore
export const memoryPlacement: Group<'memory-placement'> = {
  name: 'memory-placement',
  summary: 'the nodes of a NUMA machine that memory lies on',
  calls: [
    'mbind', 'get_mempolicy', 'set_mempolicy', 'set_mempolicy_home_node', 'migrate_pages', 'move_pages',
  ],
}

/**
 * `userfaultfd` alone: a process handles its page faults itself, and can hold the kernel at an access to its memory.
 * Exploits of races in the kernel use this.
 * @see userfaultfd(2)
 */
export const pageFaults: Group<'page-faults'> = {
  name: 'page-faults',
  summary: 'userfaultfd: page faults that the process handles itself',
  calls: ['userfaultfd'],
}
