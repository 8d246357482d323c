// Written by tools/gen-filters from the preset nested-sandbox of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64 and aarch64 together: container-default, and what bubblewrap needs to make a sandbox inside the container. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'nested-sandbox',
  abis: ['x86_64', 'aarch64'],
  endianness: 'little',
  insns: 116,
  sha256: '7e7e57b8e76b8c75fb32408273fd568594f745f85f9ed823671b85874d95f8d0',
  digest: '45e9ad434c1111dff019be9d8b34d17eefb1b79a5aae9a9a89fab11c95c5be60',
  packed:
    'IAAABBUvAL6AgIAMFQBwt4GAgAwgAAAANREAogE1BgBZNQEAKhVqaBI1ZwA9NQEAOhVnZSoVZGY7NQABdRVkYo4BNQAEaDUBAHA1X2FrNQBgcRVfXXQ1XABdFSsAXBVcWlk1BADZATUCAKsBNQBZowEVWFaqARUaVcYBNQAEmwI1AAK8AzUASssDNVNF0wM1SVCmAjUDAOsBNU4A4gE1AE/cATVOTOABNQUAiQI1AAGEAhVLSYYCNQEA8gEVR0nwATVIRvQBNQACkgI1AESYAhVDRZkCNQABjQI1Q0GQAhVAAIoCFT9BiwIgAAAANRcAugE1BQBnFQA7KSAAABA1ADkmFTgAJzU3OSk1AQCGARU3NWc1BwCZATUzAIwBNQABiQEVMzGLARUAMocBIAAAEEUALvf/9/8PFS0v/////w81AwCjATUrAJ0BFSoAmgEVKSubATUBAKcBNScppQEVJiiqATUJAIECNQEA4wEVJSPUATUBAOwBFSMh4wE1AQD2ATUfIfABNQEA+wEVHR/3ARUeHIACNQEAqgIVHBqXAjUKANACNRgAxAI1AAO4AjUBAMACNRUXugIVFBbCAjUAAbECFRQStAI1AQCtAhUQEqsCFREPsAI1AAXDAzUADcsDNQEA0wM1Cw3OAzUADICAgIAEFQsM/////w81AAG8AxUJB8IDNQMAtAMVBQCoAxUEALIDFQQFswM1AAK2AxUBALcDFQACuQMGAACAgPz/BwYAAKaAFAYAAIGAFAYAAAA=',
})

const FILTERS = {
  aarch64: () => import('./programs/nested-sandbox/aarch64.ts'),
  arm: () => import('./programs/nested-sandbox/arm.ts'),
  loongarch64: () => import('./programs/nested-sandbox/loongarch64.ts'),
  ppc64le: () => import('./programs/nested-sandbox/ppc64le.ts'),
  riscv64: () => import('./programs/nested-sandbox/riscv64.ts'),
  s390x: () => import('./programs/nested-sandbox/s390x.ts'),
  x86_64: () => import('./programs/nested-sandbox/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('nested-sandbox', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/nested-sandbox.ts')).note
}
