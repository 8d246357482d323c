import { SIDE } from '../options/files.ts'
import { QUESTION, TRACE } from '../options/question.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** `seccompile prove`. */
export const command: Command = defineCommand({
  name: 'prove',
  summary: 'prove that two filters mean the same, or show a call',
  description: 'prove that two filters mean the same, or show a call that tells them apart (exit 1)',
  usefulWithoutOutput: 'status',
  args: { a: SIDE, b: SIDE },
  options: {
    subset: flag(
      'prove that <a> is at least as strict as <b> for every call, and not that both mean the same',
    ),
    trace: TRACE,
    ...QUESTION,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'that a filter still means what the profile means',
      line: 'seccompile prove profile.json filter.bpf',
    },
    {
      does: 'that a new profile opens nothing',
      line: 'seccompile prove new.json old.json --subset',
    },
  ],
  run: asking(async ({ subset: isSubset, ...question }) => {
    if (!isSubset) return (await import('../bodies/prove.ts')).prove(question)
    const { a: file, b: of, ...others } = question
    return (await import('../bodies/subset.ts')).subset({ ...others, file, of, all: false })
  }),
})
