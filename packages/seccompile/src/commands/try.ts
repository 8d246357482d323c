import { outputOption, SIDE } from '../options/files.ts'
import { KEEP_FD } from '../options/keep-fds.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, PROGRAMS } from '../syntax/completion.ts'
import { flag, negated } from '../syntax/option.ts'

/** `seccompile try`. */
export const command: Command = defineCommand({
  name: 'try',
  summary: 'say which calls of a command a filter would refuse',
  description:
    'run a command without refusing any call, and say which calls the filter would refuse; exit 1 where there is one, else the status of the command, which may be 1 too: "wouldRefuse" of --json tells the two apart',
  usefulWithoutOutput: 'effect',
  args: {
    filter: SIDE,
    command: someArguments('the command and its words, after "--"', PROGRAMS, FILES),
  },
  options: {
    ...TARGET,
    keepFd: KEEP_FD,
    output: outputOption('the report', 'standard error'),
    follow: flag('name each call also when it is made'),
    wait: negated('end when the command ends, and leave the processes that it started'),
    json: flag('the report for machines'),
    ...WARNINGS,
  },
  examples: [
    { does: 'would these tests run under the policy?', line: 'seccompile try policy.json -- npm test' },
  ],
  run: async (io, options) => (await import('../bodies/try.ts')).tryUnder(io, options),
})
