// Written by tools/gen-filters from the preset pure-compute of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64 and aarch64 together: a program that computes: it reads files, makes threads, and writes to the descriptors that it was given. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'pure-compute',
  abis: ['x86_64', 'aarch64'],
  endianness: 'little',
  insns: 215,
  sha256: '24bfdef52424cb04bf844f0af816b0f81bba0aec0969331996ad8037302c135c',
  digest: '9f2bb6a2559a49ef1e61eebce269a1da9b0eb0a7c7cd0f85e70d06edb23a0691',
  packed:
    'IAAABBVTAL6AgIAMFQDTt4GAgAwgAAAANSYAigE1ABNONQgAaDUAAV0VzMphNQEAVBXKyFE1AQBYFcjGVBXFAFoVxMZbNQADezXCAIIBNQDBfxXAwoABNQEAcDW+wGs1AQB0Fb68cBW7AHgVurx5NQMAGjW4ABM1SwAONba4CDUABD01ALRENQEASBWytEU1s7FLNQAEMDUArzMVbwA4Fa0AORWsrjs1AAErNayqLRU+AB0VqKogNQAU4gE1CQCgAjUApesBNQADmQI1AQCdAhWkopoCFaGjngI1AQCGAjWfoYQCFZ4AkwIVnZ+WAjUDALoDNQCbpAI1iQC3AxWZiqUCNQCNyQM1AJDSAxWWANQDFZUA1wM1AJbXAxWVlP////8PNQAGrAE1AJG0ATUBANkBNY+R1QE1AAHdATWPjeABFRqO3AE1BgCdATUAAZkBFYuJmgEViACLARWHAI0BFYYAlAEVhYeWATUEAKcBFYMAngEVggCgARWBAKMBFYCCpQE1AFGoATWAfqoBIAAAADUzAJkBNRgAPjUDABAVAHkCIAAAGEV5d8MENQAIHTUBACg1dHYgNXMAOxUAdDggAAAQVAAAgICM8Ac1AHGAgAQ1cG6AgAg1bQATNQABERVrbREgAAAYNQAC0KgBNQBo0qgBFWdpqqixgQgVZgCBqAEVZQCTqAEVZACbqAEVY2WhqAE1DABwNQAFYDUAYGU1AAFrFWBebRVdAGYVXF5oNQIATDVaAEgVWVs/NQEAUjVXWU4VVlhZNQAEiAE1AAGRARVVU5QBNQBSjQEVUVOPATUAA3w1AE+BARVOAIIBFU1PgwE1AAF4NU1LehVKAHMVSUt2NSQAmQI1AAzdATUBAOsBFUdF4wE1AAONAjUAQ5ACFUIAkQIVQUOSAhVAAPcBFQACgQIgAAAgRT89wwQVPACGAhU7PYsCNQAHxQE1AgDOATUAOsgBFTk3ywE1AAHYARU3NdwBFTQA0wEVMzXVATUyAL8BNQABugE1MjC8ARUBAJ0BFS4wngEgAAAQNQMAETUrAA8VKgADFSkrCDUCACYVJwAVFSYoFzUAJSgVJCbBmtmaBTUPAMkCNQQApgI1IQChAjUAIJ0CFR8AngIVHiCfAjUDALsCFRwApwIVGwCuAhUaHLUCNQACxAI1ABjGAhUXGccCFRYAuwIVFQC+AhUUFsICNQcAugM1ABLNAjUAAbcDFRIQuAMVDwDOAhUOALQDNQAPswM1Dg22AzUDAMkDNQoAxQMVCQDBAxUICsMDNQIA0gM1BgDQAxUFB84DFQQA1AMVAwDXAzUABNcDNQACgICAgAQVAgP/////DwYAAICA/P8HBgAApoAUBgAAgYAUBgAAgICAgAg=',
})

const FILTERS = {
  aarch64: () => import('./programs/pure-compute/aarch64.ts'),
  arm: () => import('./programs/pure-compute/arm.ts'),
  loongarch64: () => import('./programs/pure-compute/loongarch64.ts'),
  ppc64le: () => import('./programs/pure-compute/ppc64le.ts'),
  riscv64: () => import('./programs/pure-compute/riscv64.ts'),
  s390x: () => import('./programs/pure-compute/s390x.ts'),
  x86_64: () => import('./programs/pure-compute/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('pure-compute', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/pure-compute.ts')).note
}
