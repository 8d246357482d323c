// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no ptrace, no memory or descriptors of other processes, no perf events. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 62,
  sha256: 'e8a8c5790f1eb3b006a31da2acce1b3cd8264c0b1af928e18fdf7cf85f1b2390',
  digest: 'f3d4bebf8f70a04b79f3b2c3e1e3144feeb2a958d37da22dfb0b6251dcb3d27e',
  packed:
    'IAAABBUAGb6AgIAMIAAAADUBAKoCFTY1ZTUDALYDNTMAuQI1MwC2AhUyMaoCNQAr2AM1AwCqgoCABDUuAOaAgIAENQAvgICAgAQVLizlgICABDUEALaDgIAENSoAuYKAgAQ1AQC2goCABBUpKKqCgIAEFSgpuIKAgAQ1AgDYg4CABDUlALmDgIAEFSQlt4OAgAQ1AgCbhICABBUjAImEgIAENSEjgISAgAQ1ACGdhICABDUeH6SEgIAEFQAGg4CAgAQgAAAANQAR0AI1CwC2AzUaAN4CNRoA2wIVGRjQAhUACbeBgIAMIAAAADUBAPEBFRUUdTUDALYDNRIAkQI1EgCOAhUREPEBNQALuQM1DQ7YAxUAEKiAgIAEIAAAADUBAOwCFQsKGjUDALYDNQgA+wI1CAD4AhUHBuwCNQIA2AM1BAC5AxUDBLcDNQEAh4A8NQEDgYA8FQAC/////w8GAACAgPz/BwYAAIGAFAYAAKaAFAYAAICAgIAI',
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
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('no-tracing', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/no-tracing.ts')).note
}
