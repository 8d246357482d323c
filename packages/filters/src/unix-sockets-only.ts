// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no sockets but those of AF_UNIX, socketpairs included; no io_uring. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'unix-sockets-only',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 54,
  sha256: 'fb87262d0b75fd45d4ac4580aeb58c99b82fae97412e164f75e998b8b7f96dcb',
  digest: '1f9cb95956a1abe3886903f4246ca41b0b231914d2ac73a87cfc2974da310c0d',
  packed:
    'IAAABBUAEb6AgIAMIAAAADUDADY1AC0pNQAlKhUkKzU1ACqpAzUAJdgDNQAEqYOAgAQ1AQDYg4CABDUmKKyDgIAENSQApISAgAQ1JCaAhICABDUjALaAgIAENQEAqYCAgAQ1ISOAgICABDUAGaqAgIAEFRgftYCAgAQVAAmDgICABCAAAAA1BQDnAhUAG2YgAAAQNQAZATUAGQIVGBcINQYAqQM1FQ7pAhUABreBgIAMIAAAADUAEsYBNQEAqQM1EAnIATUAEawDNQ0O2AMVABCogICABCAAAAA1AAuZAjUFAKkDNQkAoQI1AAGaAhUAB6ACIAAAEBUFBgE1AQDYAzUDBawDNQEAh4A8NQEDgYA8FQAC/////w8GAACAgPz/BwYAAOGAFAYAAKaAFAYAAICAgIAI',
})

const FILTERS = {
  aarch64: () => import('./programs/unix-sockets-only/aarch64.ts'),
  arm: () => import('./programs/unix-sockets-only/arm.ts'),
  loongarch64: () => import('./programs/unix-sockets-only/loongarch64.ts'),
  ppc64le: () => import('./programs/unix-sockets-only/ppc64le.ts'),
  riscv64: () => import('./programs/unix-sockets-only/riscv64.ts'),
  s390x: () => import('./programs/unix-sockets-only/s390x.ts'),
  x86_64: () => import('./programs/unix-sockets-only/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('unix-sockets-only', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/unix-sockets-only.ts')).note
}
