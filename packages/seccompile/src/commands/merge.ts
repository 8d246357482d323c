import { outputOption, POLICY_OR_FILE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { KEP } from '../options/kep.ts'
import { NOTATION } from '../options/notation.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile merge`. */
export const command: Command = defineCommand({
  name: 'merge',
  summary: 'make one profile that is as strict as several together',
  description: 'make one profile that is at least as strict as each of several',
  args: {
    policy: someArguments(
      'policies, the most trusted one first; with --kep6061, two or three OCI profiles',
      POLICY_OR_FILE,
    ),
  },
  options: {
    ...TARGET,
    ...KEP,
    output: outputOption('the profile'),
    denyInexpressible: NOTATION.denyInexpressible,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the profile that a Kubernetes node makes from its baseline and a profile of a registry',
      line: 'seccompile merge old.json new.json --kep6061 -o merged.json',
    },
  ],
  run: async (io, request) => (await import('../bodies/merge.ts')).merge(io, request),
})
