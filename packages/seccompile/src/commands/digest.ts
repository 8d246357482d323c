import { POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import { WITHIN } from '../options/within.ts'
import { WARNINGS } from '../options/warnings.ts'
import { someArguments } from '../syntax/argument.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile digest`. */
export const command: Command = defineCommand({
  name: 'digest',
  summary: 'print a fingerprint of what a filter means',
  description:
    'print a fingerprint of the meaning of a filter: filters with the same meaning have the same fingerprint',
  args: { files: someArguments(SIDE.about, POLICY_OR_FILE) },
  options: { ...TARGET, within: WITHIN, json: JSON_OUT, ...WARNINGS },
  examples: [
    { does: 'the same fingerprint for the same meaning', line: 'seccompile digest filter.bpf smaller.bpf' },
  ],
  run: asking(async (question) => (await import('../bodies/digest.ts')).digest(question)),
})
