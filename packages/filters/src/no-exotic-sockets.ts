// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no sockets but those of AF_UNIX, AF_INET, AF_INET6 and NETLINK_ROUTE; no io_uring. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-exotic-sockets',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 66,
  sha256: '0cce67a576625a42f79f0957ecdb04ee50cc6e53564a8731658f6d96ed5a5b2a',
  digest: '7cebe6cefa3ed44bd939829655e22c9628297df5b15d95c4766452e4a247630a',
  packed:
    'IAAABBUAEb6AgIAMIAAAADUDADY1ADkpNQAqKhUpNzU1ADapAzUAINgDNQAEqYOAgAQ1AQDYg4CABDUyM6yDgIAENR8ApISAgAQ1MDGAhICABDUvALaAgIAENQEAqYCAgAQ1LS6AgICABDUAHqqAgIAEFR0rtYCAgAQVAAmDgICABCAAAAA1BQDnAhUAJ2YgAAAQNQAlATUAJgIVJSMINQUAqQM1IRPpAhUABreBgIAMIAAAADUAHsYBNQACqQM1AB2sAzUJG9gDNRoMyAEVAByogICABCAAAAA1ABeZAjUABakDNQEA2AM1FBWsAzUBAIeAPDUSE4GAPBUREv////8PNRAAoQI1AAGaAhUADqACIAAAEBUMAAEVAAIKIAAAIBULCYACFQACECAAACAVBggAFQAHAiAAACAVBQCAAiAAABhUAAAPFQIACgYAAICA/P8HBgAApoAUBgAA4YAUBgAAgICAgAg=',
})

const FILTERS = {
  aarch64: () => import('./programs/no-exotic-sockets/aarch64.ts'),
  arm: () => import('./programs/no-exotic-sockets/arm.ts'),
  loongarch64: () => import('./programs/no-exotic-sockets/loongarch64.ts'),
  ppc64le: () => import('./programs/no-exotic-sockets/ppc64le.ts'),
  riscv64: () => import('./programs/no-exotic-sockets/riscv64.ts'),
  s390x: () => import('./programs/no-exotic-sockets/s390x.ts'),
  x86_64: () => import('./programs/no-exotic-sockets/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('no-exotic-sockets', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/no-exotic-sockets.ts')).note
}
