// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no typing into the terminal: TIOCSTI and TIOCLINUX fail with EPERM. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tty-injection',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 35,
  sha256: 'e1ab77d3ae0855f562be1bd5102044d60a2b8b7b3970a1c92a99117fd158308e',
  digest: 'dafa0cbfefb3d1268d4339fec558282869680072687462b2d66265cd81fad314',
  packed:
    'IAAABBUAC76AgIAMIAAAADUBANgDFRYaEDUDANiDgIAENRgAkYCAgAQ1ABiAgICABBUXFpCAgIAENQABg4SAgAQ1DhSkhICABDUPAIKEgIAENRITgISAgAQVAAKDgICABCAAAAAVCwM2FQADt4GAgAwgAAAAFQgAHTUFC9gDFQANqICAgAQgAAAANQAD2AM1AQCHgDw1BgeBgDwVBQb/////DxUABDYgAAAYNQACkqgBNQADk6gBFQIAnKgBBgAAgID8/wcGAACmgBQGAACBgBQGAACAgICACA==',
})

const FILTERS = {
  aarch64: () => import('./programs/no-tty-injection/aarch64.ts'),
  arm: () => import('./programs/no-tty-injection/arm.ts'),
  loongarch64: () => import('./programs/no-tty-injection/loongarch64.ts'),
  ppc64le: () => import('./programs/no-tty-injection/ppc64le.ts'),
  riscv64: () => import('./programs/no-tty-injection/riscv64.ts'),
  s390x: () => import('./programs/no-tty-injection/s390x.ts'),
  x86_64: () => import('./programs/no-tty-injection/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('no-tty-injection', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/no-tty-injection.ts')).note
}
