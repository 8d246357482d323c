// Written by tools/gen-filters from the preset container-default of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64 and aarch64 together: for containers, after Docker’s default profile: what a container needs, and nothing that reaches out of it. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'container-default',
  abis: ['x86_64', 'aarch64'],
  endianness: 'little',
  insns: 120,
  sha256: 'e50a35ffd8fca911af6877d3fd2e74895506e1f5ad82ca65d4aab41d18019b57',
  digest: 'b1e07487ef031aa151283a1c88c9c42621a376c6c8d2ed9f3fd0fff62e671b4c',
  packed:
    'IAAABBUAL76AgIAMIAAAADUFAIYBNQABORVwbmc1AG0pNQBGKhVcazg1FgCYAjUAC+MBNQADgQI1AGeQAjUAaJECFWdllwI1AQDsARVlY+MBNQEA9gE1YWPwATUBAPsBFV9h9wEVYF6AAjUAAboBFV5c1AE1AAOZATUBAJ0BFVlbmgE1WlijATVXAIwBNQABiQEVV1WLARUmVocBNQoAxAI1AFKqAjUAA7gCNQEAwAI1T1G6AhVOUMICNQABsQIVTky0AjUBAK0CFUpMqwIVS0mwAjUABLwDNQAoywM1ACnTAzUAR4CAgIAEFUZH/////w81KEPQAhUARbeBgIAMIAAAADUVAKEBNQYAWTUBACcVPz0SNTwAPTUBADo1OjwrFTk7OzUAAXUVOTeOATUABGg1AQBwNTQ2azUANXEVNDJ0NQABXRUyMGEVAQBcFTAuWSAAABBFACz3//f/DxUrLf////8PNQgA2QE1AgCrATUAKqMBFSknqgEVACbGASAAABA1ACQmFSMAJzUiJCk1AA2bAjUABLwDNQEAywMVIB7CAzUfANMDNRwezgM1ABumAjUDALQDFRkAqAMVGACyAxUYGbMDNQAWtgMVFQC3AxUUFrkDNQYA6wE1EgDiATUAAd0BNRIQ4AEVABHcASAAABBFDw2AgIjwBzUFAIkCNQABhAIVDAqGAjUBAPIBFQgK8AE1CQf0ATUAApICNQAFmAIVBAaZAjUAAY0CNQQCkAIVAQCKAhUAAosCBgAAgID8/wcGAACmgBQGAACBgBQGAAAA',
})

const FILTERS = {
  aarch64: () => import('./programs/container-default/aarch64.ts'),
  arm: () => import('./programs/container-default/arm.ts'),
  loongarch64: () => import('./programs/container-default/loongarch64.ts'),
  ppc64le: () => import('./programs/container-default/ppc64le.ts'),
  riscv64: () => import('./programs/container-default/riscv64.ts'),
  s390x: () => import('./programs/container-default/s390x.ts'),
  x86_64: () => import('./programs/container-default/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('container-default', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/container-default.ts')).note
}
