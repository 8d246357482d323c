// Written by tools/gen-filters from the preset pure-compute of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset pure-compute for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'pure-compute',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 120,
  sha256: '154860e5e541c8decd547708ccf4fc142c75c3094cac450cbee9f3275b001258',
  digest: 'abb0bae33242054efd4d572805a47271fe20ee7c03d4d3c442b23b6ec0ce67a4',
  packed:
    'IAAABBUAcoKCgIAMIAAAADUvAIIBNQARTjUIAGg1AAFdFW5vYTUBAFQVbG1RNQEAWBVqa1QVagBaFWloWzUCAHQ1AGZrFWVmcDUCAHsVZAB4FWNieTUAYn8VYWCAATUEABo1XwATNQEADjVdXAgVXFsRNQAEPTUAWkQ1AQBIFVhXRTVWV0s1AAYwNQBVMxUAAjggAAAgRVFSwwQVUQA5FVBPOzUAASs1TU4tFQEAHRVMSyAgAAAYNQAC0KgBNQBJ0qgBFUhHqqixgQgVRwCBqAEVRgCTqAEVRQCbqAEVREOhqAE1AB3iATUJAKACNQBB6wE1AAOZAjUBAJ0CFT0+mgIVPTyeAjUBAIYCNTs6hAIVOgCTAhU5OJYCNQcAugM1ADekAjUAAbcDFTQ1uAMVNAClAhUzALQDNQAxswM1MC+2AzUDAMkDNS8AxQMVLgDBAxUtLMMDNQIA0gM1KwDQAxUqKc4DFSkA1AMVKADXAzUAJtcDFSUk/////w81AAqsATUAJLQBNQEA2QE1IiHVATUAAd0BNR8g4AEVAB7cASAAABBUAACAgIzwBzUAG4CABDUaG4CACDUAGooBNQYAnQE1AAGZARUWF5oBFRYAiwEVFQCNARUUAJQBFRMSlgE1AwCnARURAJ4BFRAAoAEVDw6lATUAAagBNQwNqgEgAAAQNQMAETUKAA8VCQADFQgHCDUCACYVBgAVFQUEFzUABCgVAwLBmtmaBQYAAICAgIAIBgAApoAUBgAAgYAUBgAAgID8/wc=',
})
