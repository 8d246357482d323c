import { OUTPUT, SIDE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION } from '../options/notation.ts'
import { TARGET } from '../options/target.ts'
import { WITHIN } from '../options/within.ts'
import { WARNINGS } from '../options/warnings.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile intersect`. */
export const command: Command = defineCommand({
  name: 'intersect',
  summary: 'make a filter that is as strict as two together',
  description: 'make a filter that is as strict as two together; for two errnos, <b> wins',
  args: { a: SIDE, b: SIDE },
  options: {
    ...TARGET,
    within: {
      ...WITHIN,
      about: 'make the filter for the numbers of an ABI, or a range of them, and kill all other calls',
    },
    output: OUTPUT,
    ...NOTATION,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'a profile without network',
      line: 'seccompile intersect profile.json preset:no-network -o filter.bpf',
    },
  ],
  run: async (io, request) => (await import('../bodies/intersect.ts')).intersect(io, request),
})
