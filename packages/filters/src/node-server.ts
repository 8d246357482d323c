// Written by tools/gen-filters from the preset node-server of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for x86_64 and aarch64 together: a server on Node: files, TCP, UDP and unix sockets, worker threads and signals, and no child processes. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'node-server',
  abis: ['x86_64', 'aarch64'],
  endianness: 'little',
  insns: 194,
  sha256: 'a20afe8a7218279e45710f187e4036c211a8ae9cc12cd13a99f4aec602b90251',
  digest: '155f26241474cef357f3be5c2479cd98805f14c39f63a20267f07cb39d1cb353',
  packed:
    'IAAABBUARL6AgIAMIAAAADUPAIEBNQADSDUAuGU1twBoFba4ZjUBAB0VWrQQNQAGKjUAsjU1AAE7NbKwQDUBADgVnK41FWavODWdACk1q60gNRAA7AE1AAe6ATUAqM4BNQAB3QEVqKbjATUAAdgBFaak3AEVowDTARWipNUBNQMAmQE1oACIATWhAIUBFaCegQEVfwCdARWcAJ4BFZsAoAEVmpyiATULAKkCNZgAmAI1AASEAjUAlpACNQEAkwIVlpSQAhWTlZUCNQIAgAI1kQD7ARWQkvcBFY8AgQIVjpCCAjUKAM0CNYwAxAI1AAO6AjUAir0CFYkAvgIViIrCAjUCALICFYYAqwIVhYeuAjUAhLQCFYOFtQI1BADJAzWBAMMDNU0AtgM1fwC0AxV+Ss4CNQBP0wM1AFDWAxV7ANcDNQB81wM1AHqAgICABBV6e/////8PFQB6t4GAgAwgAAAANScAigE1AAxLNXMAdjUEAF01AQBZNXByThVvAFoVbnBbNQEAaBVubGE1AQBwNWpsazVrAHQVamhwNQAFKzVmAD01AGUzNQEAOhVlYzMVYmQ7NQEAEjVgYgU1AQAdFWBeEjUAASI1XlwnNQABHhVcWiEgAAAYNQAE0qgBFVcAkJICFVYAs5ICFVUAiaiSgAQVVFaqqLGBCDUBAIWoATVSVIGoATVRANCoARVQAJOoARVPAJuoARVOUKGoATUAJdkBNRMAmwI1CADrATVKAOIBNQAB3QE1SkjgARUASdwBIAAAEFQAAICAjPAHNQBGgIAENUVDgIAINQADkgI1AEGVAhVAAJYCFT9BmQI1AAKGAhU9AIsCFTw+jQI1OwCEAhU6APIBFTk78wE1CADDAzUAN6QCNQMAtgM1NQC0AxU0AKUCFTQ1swMVMgC3AxUxALkDFTAywQM1AC/JAzUBANMDNS0vzgM1AQDWAxUtK9MDFSoA1wM1ACvXAxUqKf////8PNQMAoQE1JgCPATUAJ4sBFSYkjgE1IwDIATUOAKwBNQEApwE1ICKjATUAAagBNSAeqgEgAAAQNQMAETUbAA8VGgADFRkbCDUCACYVFwAVFRYYFzUAFSgVFBbBmtmaBTUAE7QBNQACxwEgAAAQFRASARUAEcYBIAAAEBUAAhAgAAAgFQsNABUCAAo1AAsBNQoAAyAAABhFAAgPVAAADzUGAAMgAAAgNQACARUBAAYVAAIRBgAAgID8/wcGAACmgBQGAACBgBQGAACAgICACA==',
})

const FILTERS = {
  aarch64: () => import('./programs/node-server/aarch64.ts'),
  arm: () => import('./programs/node-server/arm.ts'),
  loongarch64: () => import('./programs/node-server/loongarch64.ts'),
  ppc64le: () => import('./programs/node-server/ppc64le.ts'),
  riscv64: () => import('./programs/node-server/riscv64.ts'),
  s390x: () => import('./programs/node-server/s390x.ts'),
  x86_64: () => import('./programs/node-server/x86_64.ts'),
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for `arch`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('node-server', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/node-server.ts')).note
}
