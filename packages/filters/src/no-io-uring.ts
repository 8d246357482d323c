// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: no io_uring, whose operations no filter sees; libraries fall back on other calls. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-io-uring',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 28,
  sha256: '59f4b5065ef43f187cf80f678109da67456ab406975055bb3b447480a953a72f',
  digest: '68f86b2fb580a2821840b74ec2b6fb1daae18224e618996b0ec4db1acde3e0af',
  packed:
    'IAAABBUACb6AgIAMIAAAADUAFakDNQAQ2AM1AQCpg4CABDUSE4CAgIAENQEA2IOAgAQ1EBGsg4CABDUOAKSEgIAENQ4PgISAgAQVAQCDgICABBUABLeBgIAMIAAAADUACqkDNQAKrAM1BwjYAxUACaiAgIAEIAAAADUABakDNQEA2AM1AwSsAzUBAIeAPDUBAoGAPBUAAf////8PBgAAgID8/wcGAACmgBQGAACAgICACA==',
})

const FILTERS = {
  aarch64: () => import('./programs/no-io-uring/aarch64.ts'),
  arm: () => import('./programs/no-io-uring/arm.ts'),
  loongarch64: () => import('./programs/no-io-uring/loongarch64.ts'),
  ppc64le: () => import('./programs/no-io-uring/ppc64le.ts'),
  riscv64: () => import('./programs/no-io-uring/riscv64.ts'),
  s390x: () => import('./programs/no-io-uring/s390x.ts'),
  x86_64: () => import('./programs/no-io-uring/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('no-io-uring', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/no-io-uring.ts')).note
}
