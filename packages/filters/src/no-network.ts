// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no way to a network: no sockets but connected pairs, no io_uring. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-network',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 78,
  sha256: '727f5b0fbf4fe86c5c881f35801130c780d1efa483a6c3274b11a473aa824443',
  digest: 'af08b5374950b75f30e8de961b59c9e27f22c18c402e0fa7614588fba80d58c5',
  packed:
    'IAAABBUAFb6AgIAMIAAAADUFADY1AEUpNQIALRVDACsVQEQsNTlBNTUAQKkDNQAu2AM1AAWpg4CABDUBANiDgIAENTw9rIOAgAQ1AQCkhICABDU6O4CEgIAENTk6/////w81OAC2gICABDUBAKmAgIAENTY3gICAgAQVMwCsgICABBUsALWAgIAENTM1q4CAgAQVABCDgICABCAAAAA1CADnAhUAL2YgAAAQNQAtATUAAQkVLSsLNQEABBUpKwIVKigINQkAqQM1JgDyAjUAAesCFSIk8QIVGwDoAhUiJOkCFQALt4GAgAwgAAAANQAfxgE1AAKpAzUAHqwDNQ4c2AM1GwDPATUAAssBFRcAzgEVGhjLATUXAMgBFRgOxgEVABiogICABCAAAAA1ABOZAjUABakDNQEA2AM1EBGsAzUBAIeAPDUOD4GAPBUNDv////8PNQwAowI1AgCgAjUKAJwCFQkLmgI1BQChAiAAABAVAAgBIAAAGFQAAAsVAwUBFQIAoQIgAAA4FQACAAYAAICA/P8HBgAApoAUBgAAjYAUBgAAgICAgAg=',
})

const FILTERS = {
  aarch64: () => import('./programs/no-network/aarch64.ts'),
  arm: () => import('./programs/no-network/arm.ts'),
  loongarch64: () => import('./programs/no-network/loongarch64.ts'),
  ppc64le: () => import('./programs/no-network/ppc64le.ts'),
  riscv64: () => import('./programs/no-network/riscv64.ts'),
  s390x: () => import('./programs/no-network/s390x.ts'),
  x86_64: () => import('./programs/no-network/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('no-network', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/no-network.ts')).note
}
