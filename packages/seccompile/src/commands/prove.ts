import { SIDE } from '../options/files.ts'
import { QUESTION, TRACE } from '../options/question.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile prove`. */
export const command: Command = defineCommand({
  name: 'prove',
  summary: 'prove that two filters mean the same, or show a call',
  description: 'prove that two filters mean the same, or show a call that tells them apart (exit 1)',
  usefulWithoutOutput: 'status',
  args: { a: SIDE, b: SIDE },
  options: { trace: TRACE, ...QUESTION, ...WARNINGS },
  examples: [
    {
      does: 'that a filter still means what the profile means',
      line: 'seccompile prove profile.json filter.bpf',
    },
  ],
  run: asking(async (question) => (await import('../bodies/prove.ts')).prove(question)),
})
