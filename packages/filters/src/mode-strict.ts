// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64 and aarch64 together: what SECCOMP_MODE_STRICT allows: read, write, exit and the return from a signal handler. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'mode-strict',
  abis: ['x86_64', 'aarch64'],
  endianness: 'little',
  insns: 16,
  sha256: '78b69fd31357614901440506047cd01b8b5a7ddcc51f3d89404ce55b6810637a',
  digest: '302f2d53b9390e598e679b102eccdcc8a5a2996c8bb1e2005af7fb759cf9bf4c',
  packed:
    'IAAABBUGAL6AgIAMFQAMt4GAgAwgAAAANQEAQTUICT8VBwBdFQYHiwEgAAAANQABzwI1BAPRAjUAAgIVAQAPFQABPAYAAICA/P8HBgAAAA==',
})

const FILTERS = {
  aarch64: () => import('./programs/mode-strict/aarch64.ts'),
  arm: () => import('./programs/mode-strict/arm.ts'),
  loongarch64: () => import('./programs/mode-strict/loongarch64.ts'),
  ppc64le: () => import('./programs/mode-strict/ppc64le.ts'),
  riscv64: () => import('./programs/mode-strict/riscv64.ts'),
  s390x: () => import('./programs/mode-strict/s390x.ts'),
  x86_64: () => import('./programs/mode-strict/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('mode-strict', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/mode-strict.ts')).note
}
