// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset agent-command for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['arm'],
  endianness: 'little',
  insns: 57,
  sha256: '0eb2b5ec76a30f423b1c9dd505fc40fb249991ef5c2ef79c572fa43ea0de15cc',
  digest: 'dc6d9d4297510374922c2d22cc505c7f19c65ed0396926d58aa5a687056a562c',
  packed:
    'IAAABBUAMqiAgIAEIAAAADUMAJkCNTMAeTUAAzcVADF4IAAAEEUtL4CAiPAHNQAuGjUBADYVKiwaIAAAGDUAKpKoATUAJ5OoARUmKJyoATUAC/sCNQAmqQM1AAS5AzUAJNgDNQEAh4A8NSIfgYA8FSEe/////w81AQCzAzUfHKwDNQEAtgMVGh2zAxUcGrcDNQAG0QI1AwDsAhUAGdECIAAAEEUVF4CByPAHNRQA9wIVExXsAjUUAKECNQABmgIVABKgAiAAABAVEAABFQACCiAAACAVDA2AAhUAAhAgAAAgFQoJABUACAIgAAAgFQYAgAIgAAAYVAAADxUDBAoGAACAgICACAYAAKaAFAYAAIGAFAYAAOGAFAYAAICA/P8H',
})
