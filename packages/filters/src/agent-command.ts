// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64, x86, x32, aarch64 and arm together: for a command of an agent: no rare sockets, io_uring, new namespaces, tracing or typing into the terminal. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['x86_64', 'x86', 'x32', 'aarch64', 'arm'],
  endianness: 'little',
  insns: 149,
  sha256: 'a0193ad963d995130d3defced525ee3a7e089489bba18b7f0898cb7593278b71',
  digest: '3e0c35acd72924c3da4c2bf782d5472b024fc8144a7c41714f19194b2ff993a7',
  packed:
    'IAAABBUAM76AgIAMIAAAADUJAJACNYsAZjUAATkVi4llNQEAKRVfhxA1AQA1FXeFKRV2ADUVVoM4NQYAqQM1AQCqAhVrgJACNX8AuQI1AQC0AhV/faoCFXx+tQI1AF65AzUAetgDNQkAkIKAgAQ1eADmgICABDUAAbmAgIAEFXd25YCAgAQ1AgCpgICABDUAdYCAgIAEFXRzkICAgAQVZACpgICABBVjALWAgIAEFUNwuICAgAQ1AAi5g4CABDUAbtiDgIAENQADioSAgAQ1AGybhICABDUAbZ2EgIAENUxqpISAgAQVQQCChICABDVqAImEgIAENWdogISAgAQ1AAW5goCABDUAZamDgIAENQABtoOAgAQVY2W3g4CABDUAY6yDgIAEFWJhs4OAgAQ1AQCqgoCABBVKX5CCgIAENQABtoKAgAQVX164goCABBVeAKqCgIAEFV1btIKAgAQVABSDgICABCAAAAA1CQC2AjVXAHk1AC02NQEAZhUsVDY1JQBnIAAAEDUAUQE1AFMCFVJPCDUAAukCNQBNqQM1EC+5AzUBANACFTVKtgI1AgDeAjVKANoCFUlH0AI1OEbnAhUAEreBgIAMIAAAADUFAMYBNQEAYRUZQR01QAB2NQAqYhVAPnU1AAORAjUAAbkDNR072AM1HTqpAzUABdwBNQEA8QEVCjfcATUBAIwCFTc18QEVNDaNAjUzJcgBFQA2qICAgAQgAAAANQwAmQI1LwB5NQADNxUALXggAAAQRS0rgICI8Ac1ACoaNQEANhUqKBogAAAYNQAmkqgBNQAnk6gBFSYknKgBNQAL+wI1ACKpAzUABLkDNQAg2AM1AQCHgDw1Hh+BgDwVHR7/////DzUBALMDNRscrAM1AQC2AxUaGbMDFRgatwM1AAbRAjUDAOwCFQAV0QIgAAAQRRUTgIHI8Ac1FAD3AhUTEewCNRAAoQI1AAGaAhUADqACIAAAEBUMAAEVAAIKIAAAIBUMCYACFQACECAAACAVBgkAFQAIAiAAACAVBgCAAiAAABhUAAAPFQMACgYAAICA/P8HBgAApoAUBgAAgYAUBgAA4YAUBgAAgICAgAg=',
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
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('agent-command', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/agent-command.ts')).note
}
