import { SIDE } from '../options/files.ts'
import { KEEP_FD } from '../options/keep-fds.ts'
import { ALL_LAUNCHERS, takesPolicy } from '../options/launchers.ts'
import { NOTATION } from '../options/notation.ts'
import { TARGET } from '../options/target.ts'
import { filePath } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { chosenArgument, someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, PROGRAMS } from '../syntax/completion.ts'
import { flag, valued } from '../syntax/option.ts'

/** `seccompile launch`. */
export const command: Command = defineCommand({
  name: 'launch',
  summary: 'start a command under a filter with another launcher',
  description:
    'print the shell line that starts a command under a filter with the launcher of another project',
  args: {
    launcher: chosenArgument(ALL_LAUNCHERS),
    policy: SIDE,
    command: someArguments(
      'the command and its words, after "--"; options before the command are options of bwrap or setpriv',
      PROGRAMS,
      FILES,
    ),
  },
  options: {
    ...TARGET,
    output: valued({
      short: 'o',
      placeholder: 'file',
      brief: 'where to write the filter, or for crun the config.json that holds it',
      parse: filePath,
      complete: FILES,
    }),
    exec: flag('start the command now, and leave no file'),
    keepFd: KEEP_FD,
    denyInexpressible: NOTATION.denyInexpressible,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the line for bwrap, and the filter that it names',
      line: 'seccompile launch bwrap profile.json -o filter.bpf -- --ro-bind / / node server.js',
    },
  ],
  run: async (io, { launcher, ...request }) =>
    takesPolicy(launcher)
      ? (await import('../bodies/launch-policy.ts')).launchPolicy(io, launcher, request)
      : (await import('../bodies/launch.ts')).launchFilter(io, launcher, request),
})
