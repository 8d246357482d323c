// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no unix sockets but connected pairs, so no service of the machine; no io_uring. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-unix-sockets',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 61,
  sha256: '0dc0d11f89b30653894678fcceeb263365f947e92d8818be4144599876e4e4f8',
  digest: 'f38ff7c191299852fa32aa863a8ca231a3dd22337c17331d8c1f6befe12bc802',
  packed:
    'IAAABBUAEb6AgIAMIAAAADUDADY1ADQpNQArKhUtMjU1ADGpAzUAItgDNQAEqYOAgAQ1AQDYg4CABDUtLqyDgIAENSEApISAgAQ1KyyAhICABDUqALaAgIAENQEAqYCAgAQ1KCmAgICABDUAH6qAgIAEFSEmtYCAgAQVAAqDgICABCAAAAA1BQDnAhUAImYgAAAQNQAgATUAIQIVIB4INQYAqQM1HADpAhUTFucCFQAHt4GAgAwgAAAANQAYxgE1AAKpAzUAF6wDNQoV2AM1FADIARULDsYBFQAVqICAgAQgAAAANQAQmQI1AAWpAzUBANgDNQ0OrAM1AQCHgDw1CwyBgDwVCgv/////DzUJAKECNQIAmgIgAAAQFQgGARUABaACIAAAEBUAAwEgAAAYVAAACxUAAgEGAACAgPz/BwYAAKaAFAYAAI2AFAYAAICAgIAI',
})

const FILTERS = {
  aarch64: () => import('./programs/no-unix-sockets/aarch64.ts'),
  arm: () => import('./programs/no-unix-sockets/arm.ts'),
  loongarch64: () => import('./programs/no-unix-sockets/loongarch64.ts'),
  ppc64le: () => import('./programs/no-unix-sockets/ppc64le.ts'),
  riscv64: () => import('./programs/no-unix-sockets/riscv64.ts'),
  s390x: () => import('./programs/no-unix-sockets/s390x.ts'),
  x86_64: () => import('./programs/no-unix-sockets/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('no-unix-sockets', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/no-unix-sockets.ts')).note
}
