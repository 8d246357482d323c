import { SIDE } from '../options/files.ts'
import { QUESTION } from '../options/question.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** `seccompile explain`. */
export const command: Command = defineCommand({
  name: 'explain',
  summary: 'list what a filter does, by system call',
  args: { file: SIDE },
  options: { names: flag('list every call by name, not by group'), ...QUESTION, ...WARNINGS },
  examples: [
    { does: 'what a preset refuses', line: 'seccompile explain preset:no-network' },
    { does: 'every call by its name', line: 'seccompile explain preset:container-default --names' },
    { does: 'the first calls of one ABI', line: 'seccompile explain filter.bpf --within x86_64:0-20' },
  ],
  run: asking(async (question) => (await import('../bodies/explain.ts')).explain(question)),
})
