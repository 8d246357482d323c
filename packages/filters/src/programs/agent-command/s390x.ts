// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset agent-command for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['s390x'],
  endianness: 'big',
  insns: 59,
  sha256: '11895ea8e38a73ad0340b5e31c894b29a76e22982d8ae6c82ed5d4b0cbbb6348',
  digest: 'da4a35070e3dd973e743c6491b5bdc02266f1111a6d93d22b51de676cbcb22f6',
  packed:
    'IAAABBUANJaAgIAIIAAAADURAK8CNTUAeTUBADYVMTMaNQUAZhUAMTYgAAAcNQAvkqgBNQAsk6gBFSstnKgBNQADZxUAK3ggAAAcRScpgICI8AcgAAAUNQAnATUAJQIVJCUINQAJ6QI1ACOpAzUAArkDNQAh2AMVIB3/////DzUBALMDNR4brAM1AQC2AxUZHLMDFRsZtwM1AwDLAhUAGa8CIAAAFEUVF4CByPAHNQMA2AI1AQDTAhUSFMsCFRMR1gI1ABLnAiAAABQVEAABFQACCiAAACQVDA2AAhUAAhAgAAAkFQoJABUACAIgAAAkFQYAgAIgAAAcVAAADxUDBAoGAACAgICACAYAAKaAFAYAAIGAFAYAAOGAFAYAAICA/P8H',
})
