// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: pnpm filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { Filter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no ptrace, no memory or descriptors of other processes, no perf events. */
export const filter: Filter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 59,
  sha256: '2bc18bfd445484c08a0d177d729ec3df04d7d1ed6146c5564fe0d6c94f806479',
  digest: '8cfc8cd66e93e54fede2d5910f72c23913129a19d863ed19c3eaceb2258bc1cb',
  packed:
    'IAAABBUAFr6AgIAMIAAAADUBAKoCFTMyZTUDALYDNTAAuQI1MAC2AhUvLqoCNQAo2AM1AQCqgoCABDUrLYCAgIAENQMAtoOAgAQ1KQC5goCABDUAKauCgIAEFSgnuIKAgAQ1AgDYg4CABDUlALmDgIAEFSQlt4OAgAQ1AgCbhICABBUjAImEgIAENSEjgISAgAQ1ACGdhICABDUeH6SEgIAEFQAGg4CAgAQgAAAANQAR0AI1CwC2AzUaAN4CNRoA2wIVGRjQAhUACbeBgIAMIAAAADUBAPEBFRUUdTUDALYDNRIAkQI1EgCOAhUREPEBNQALuQM1DQ7YAxUAEKiAgIAEIAAAADUBAOwCFQsKGjUDALYDNQgA+wI1CAD4AhUHBuwCNQIA2AM1BAC5AxUDBLcDNQEAh4A8NQEDgYA8FQAC/////w8GAACAgPz/BwYAAIGAFAYAAKaAFAYAAICAgIAI',
})

const FILTERS = {
  aarch64: () => import('./programs/no-tracing/aarch64.ts'),
  arm: () => import('./programs/no-tracing/arm.ts'),
  loongarch64: () => import('./programs/no-tracing/loongarch64.ts'),
  ppc64le: () => import('./programs/no-tracing/ppc64le.ts'),
  riscv64: () => import('./programs/no-tracing/riscv64.ts'),
  s390x: () => import('./programs/no-tracing/s390x.ts'),
  x86_64: () => import('./programs/no-tracing/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<Filter> {
  return chosenFilter('no-tracing', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/no-tracing.ts')).note
}
