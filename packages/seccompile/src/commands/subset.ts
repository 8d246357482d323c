import { POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { formOption } from '../options/forms.ts'
import { QUESTION, TRACE } from '../options/question.ts'
import { filePath } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag, required } from '../syntax/option.ts'

/** `seccompile subset`. */
export const command: Command = defineCommand({
  name: 'subset',
  summary: 'say whether a filter is at least as strict as another',
  description:
    'say whether a filter is at least as strict as another for every call (exit 1 where it is not)',
  usefulWithoutOutput: 'status',
  args: { file: SIDE },
  options: {
    of: required({
      placeholder: 'file',
      brief: 'the other filter',
      parse: filePath,
      complete: POLICY_OR_FILE,
    }),
    all: flag('list all calls that get a weaker verdict, and not one of them'),
    trace: TRACE,
    ...QUESTION,
    format: formOption(['text', 'markdown'], 'text'),
    ...WARNINGS,
  },
  examples: [
    { does: 'whether a new profile opens nothing', line: 'seccompile subset new.json --of old.json' },
    { does: 'all that it opens', line: 'seccompile subset new.json --of old.json --all' },
  ],
  run: asking(async (question) => (await import('../bodies/subset.ts')).subset(question)),
})
