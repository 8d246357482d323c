import { LAUNCHERS } from '@seccompile/kernel/launch-words'
import { outputOption, SIDE } from '../options/files.ts'
import { KEEP_FD } from '../options/keep-fds.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, PROGRAMS } from '../syntax/completion.ts'
import { choice, flag, negated } from '../syntax/option.ts'

/** `seccompile run`. */
export const command: Command = defineCommand({
  name: 'run',
  summary: 'run a command under a filter',
  description: 'run a command under a filter; this process becomes the command',
  usefulWithoutOutput: 'effect',
  args: {
    filter: SIDE,
    command: someArguments('the command and its words, after "--"', PROGRAMS, FILES),
  },
  options: {
    ...TARGET,
    log: flag('log every verdict but ALLOW (SECCOMP_FILTER_FLAG_LOG)'),
    specAllow: flag('leave speculative store bypass as it is (SECCOMP_FILTER_FLAG_SPEC_ALLOW)'),
    launcher: choice({
      placeholder: 'name',
      brief: 'what attaches the filter',
      choices: LAUNCHERS,
      otherwise: 'the first that works',
    }),
    keepFd: KEEP_FD,
    report: flag('stay, and report on standard error how the command ended and which calls were refused'),
    try: flag(
      'refuse nothing, and report which calls the filter would refuse; exit 1 where there is one, else the status of the command, which may be 1 too: "wouldRefuse" of --json tells the two apart',
    ),
    output: outputOption('the report of --report or --try', 'standard error'),
    follow: flag('name each call of the report also when it is made'),
    wait: negated('report when the command ends, and leave the processes that it started'),
    json: flag('the report for machines'),
    ...WARNINGS,
  },
  examples: [
    { does: 'a command without network', line: 'seccompile run preset:no-network -- npm test' },
    {
      does: 'and say which calls were refused',
      line: 'seccompile run filter.bpf --report -- node server.js',
    },
    { does: 'would these tests run under the policy?', line: 'seccompile run policy.json --try -- npm test' },
  ],
  run: async (io, { try: isTrial, ...options }) =>
    isTrial
      ? (await import('../bodies/try.ts')).tryByRun(io, options)
      : (await import('../bodies/run.ts')).runUnder(io, options),
})
