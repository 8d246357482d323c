// Written by tools/gen-filters from the preset nested-sandbox of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset nested-sandbox for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'nested-sandbox',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 117,
  sha256: '8a8f8cf5954bd1de4e41933ffb671ed91f00a61a603548464a93ae4e22b3b4fd',
  digest: 'd8465c96b8022452665cd9344114c36a461db55807fb97607a5220a3d33e5b92',
  packed:
    'IAAABBUAb5WAgIAMIAAAADUANeABNRYAxwI1CQCYAjUEAP4BNQAB7AEVamv1ATUAaeMBFWhp6wE1AQCMAjVnZoYCNQBlkAI1ZGWWAjUBALYCFWJjrQI1AQC/AhVgYbYCNQEAwwIVXl+/AhUBAMYCFVxdwwIgAAAQNQBbJjVaACkVWVgnNQ0AiAM1AFfaAjUFAOkCNVUA4wI1AQDeAhVSU9oCFVIA3wIVUVDgAjUAAf8CNU5PhQM1AAH6AhVMTf4CFUwA6gIVS0rtAjUAA8MDNQBJywM1RwDTAzVHRs4DNQBGkwM1AAO8AzUARL8DFUMAwAMVQkHBAzUDALQDFUAAqAMVPwCyAxU8PbMDNQA9tgMVPAC3AxU7OrkDNRsAYjUKADA1ADgRNQABJBU1Niw1AQAZNTQzEzUCAB0VMgAaFTEwGzUAMB8VLy4hNQAESjUBAFQVKyxPNSsAWhUqKVU1AAQ8NQEAQxUmJz4VJgBGFSUkRzUAAjY1ACM4FSIhOTUBADMVHyAwFR8eNDUACKYBNQIAuwE1HACpARUbGqcBNRoAzQE1AQDAATUYF70BFRcAygEVFhXLATUAAYoBFRMUlQE1BABtNRIAaDUBAGUVDxBiFQ8OZjUCAHk1DQB0FQwLcjUCAH81CgB8FQkIejUBAIYBNQcGhAEVAAWIASAAABBFAAT3//f/DxUDAv////8PBgAAAAYAAKaAFAYAAIGAFAYAAICA/P8H',
})
