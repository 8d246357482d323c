import { OUTPUT, POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { KEP } from '../options/kep.ts'
import { NOTATION } from '../options/notation.ts'
import { TARGET } from '../options/target.ts'
import { WITHIN } from '../options/within.ts'
import { WARNINGS } from '../options/warnings.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile intersect`. */
export const command: Command = defineCommand({
  name: 'intersect',
  summary: 'make a filter that is as strict as several together',
  description:
    'make a filter that is as strict as several together; of several errnos, that of the last filter wins',
  args: {
    a: SIDE,
    b: SIDE,
    more: anyArguments('further ones, each as <a>', POLICY_OR_FILE),
  },
  options: {
    ...TARGET,
    within: {
      ...WITHIN,
      about: 'make the filter for the numbers of an ABI, or a range of them, and kill all other calls',
    },
    ...KEP,
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
    {
      does: 'the profile that a Kubernetes node makes from its baseline and a profile of a registry',
      line: 'seccompile intersect old.json new.json --kep6061 -o merged.json',
    },
  ],
  run: async (io, { kep6061, emptyArchitectures, ...request }) =>
    kep6061 || emptyArchitectures !== undefined
      ? (await import('../bodies/merge.ts')).intersectAsProposed(io, {
          ...request,
          kep6061,
          emptyArchitectures,
        })
      : (await import('../bodies/intersect.ts')).intersect(io, request),
})
