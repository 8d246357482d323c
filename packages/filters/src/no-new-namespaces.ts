// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no new namespaces and no other ones; unshare and clone without namespaces run. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-new-namespaces',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 59,
  sha256: 'c16dd70d3650d89848661c473228119aa73ceb080397c4846caf41cf1885864c',
  digest: 'ea8c28c0cbefbeff327bc41e2e4383de63130e9bd1f244c2536cb85e2b18a8dc',
  packed:
    'IAAABBUAE76AgIAMIAAAADUBAJACFSUyODUDALMDNTAAtQI1ACeRAhUvLrQCNQAp2AM1AwCQgoCABDUrALmAgIAENR0AuICAgAQ1KSuAgICABDUAAtiDgIAENSYApISAgAQ1JiiAhICABDUAAbWCgIAEFSYks4OAgAQ1ABuRgoCABBUjIrSCgIAEFQAGg4CAgAQgAAAANQARtgI1CACzAzUdANsCNQAUtwIVHBvaAhUACbeBgIAMIAAAADUBANwBFQ8XYTUAArMDNQAXtAM1ExTYAzUTAI0CNQAF3QEVEhGMAhUAE6iAgIAEIAAAADUDANECFQANeCAAABBFDAuAgIjwBzUFALMDNQkA+AI1AgDSAiAAABBFBwaAgcjwBxUGBfcCNQEA2AMVBQOzAzUBAIeAPDUBA4GAPBUAAv////8PBgAAgID8/wcGAACBgBQGAACmgBQGAACAgICACA==',
})

const FILTERS = {
  aarch64: () => import('./programs/no-new-namespaces/aarch64.ts'),
  arm: () => import('./programs/no-new-namespaces/arm.ts'),
  loongarch64: () => import('./programs/no-new-namespaces/loongarch64.ts'),
  ppc64le: () => import('./programs/no-new-namespaces/ppc64le.ts'),
  riscv64: () => import('./programs/no-new-namespaces/riscv64.ts'),
  s390x: () => import('./programs/no-new-namespaces/s390x.ts'),
  x86_64: () => import('./programs/no-new-namespaces/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('no-new-namespaces', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/no-new-namespaces.ts')).note
}
