import { FILE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** `seccompile verify`. */
export const command: Command = defineCommand({
  name: 'verify',
  summary: 'say whether the kernel would accept a filter',
  description: 'say whether the kernel would accept a program (exit 1 where not)',
  usefulWithoutOutput: 'status',
  args: { file: FILE },
  options: {
    ...TARGET,
    lowered: flag('check the narrower rules for programs that seccompile emits'),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [{ does: 'which instruction breaks which rule, if any', line: 'seccompile verify filter.bpf' }],
  run: asking(async (question) => (await import('../bodies/verify.ts')).verify(question)),
})
