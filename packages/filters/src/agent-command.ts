// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: pnpm filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { Filter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: for a command of an agent: no rare sockets, io_uring, new namespaces, tracing or typing into the terminal. */
export const filter: Filter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 145,
  sha256: '1bbd7ac1aff8b76e3b8c12bcef7129769a74974cdac9ebc5e68c7dbc5053d3f7',
  digest: '04694a1e2f4530b88e00bc970324f17311a1dba0918faaaf2ca78cde54362fe9',
  packed:
    'IAAABBUAL76AgIAMIAAAADUJAJACNYcAZjUAATkVh4VlNQEAKRVbgxA1AQA1FXOBKRVyADUVUn84NQYAqQM1AQCqAhVnfJACNXsAuQI1AQC0AhV7eaoCFXh6tQI1AFq5AzUAdtgDNQYAkIKAgAQ1dAC5gICABDUBAKmAgIAENXJzgICAgAQVYwCpgICABBViALWAgIAEFUJvuICAgAQ1CwC5g4CABDUABbmCgIAENQBsqYOAgAQ1AAG2g4CABBVqbLeDgIAENQBqrIOAgAQVaWizg4CABDUBAKqCgIAEFVFmkIKAgAQVZwCqgoCABBVmALSCgIAEFWVjuIKAgAQ1AGLYg4CABDUAA4qEgIAENQBgm4SAgAQ1AGGdhICABDVAXqSEgIAEFTUAgoSAgAQ1XgCJhICABDVbXICEgIAEFQAUg4CAgAQgAAAANQkAtgI1VwB5NQAtNjUBAGYVLFQ2NSUAZyAAABA1AFEBNQBTAhVSTwg1AALpAjUATakDNRAvuQM1AQDQAhU1SrYCNQIA3gI1SgDaAhVJR9ACNThG5wIVABK3gYCADCAAAAA1BQDGATUBAGEVGUEdNUAAdjUAKmIVQD51NQADkQI1AAG5AzUdO9gDNR06qQM1AAXcATUBAPEBFQo33AE1AQCMAhU3NfEBFTQ2jQI1MyXIARUANqiAgIAEIAAAADUMAJkCNS8AeTUAAzcVAC14IAAAEEUtK4CAiPAHNQAqGjUBADYVKigaIAAAGDUAJpKoATUAJ5OoARUmJJyoATUAC/sCNQAiqQM1AAS5AzUAINgDNQEAh4A8NR4fgYA8FR0e/////w81AQCzAzUbHKwDNQEAtgMVGhmzAxUYGrcDNQAG0QI1AwDsAhUAFdECIAAAEEUVE4CByPAHNRQA9wIVExHsAjUQAKECNQABmgIVAA6gAiAAABAVDAABFQACCiAAACAVDAmAAhUAAhAgAAAgFQYJABUACAIgAAAgFQYAgAIgAAAYVAAADxUDAAoGAACAgPz/BwYAAKaAFAYAAIGAFAYAAOGAFAYAAICAgIAI',
})

const FILTERS = {
  aarch64: () => import('./programs/agent-command/aarch64.ts'),
  arm: () => import('./programs/agent-command/arm.ts'),
  loongarch64: () => import('./programs/agent-command/loongarch64.ts'),
  ppc64le: () => import('./programs/agent-command/ppc64le.ts'),
  riscv64: () => import('./programs/agent-command/riscv64.ts'),
  s390x: () => import('./programs/agent-command/s390x.ts'),
  x86_64: () => import('./programs/agent-command/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<Filter> {
  return chosenFilter('agent-command', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/agent-command.ts')).note
}
