import { FILES } from '../syntax/completion.ts'
import { POLICY } from '../options/files.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import { filePath } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag, required } from '../syntax/option.ts'

/** `seccompile heal`. */
export const command: Command = defineCommand({
  name: 'heal',
  summary: 'the smallest edit of a policy that lets seen calls run',
  description:
    'the smallest edit of a policy that lets seen calls run, as a unified diff on standard output; nothing is written. Exit 0 where all seen calls run with the edit, or without one; exit 1 where some do not',
  args: { policy: POLICY },
  options: {
    from: required({
      placeholder: 'file',
      brief:
        'the seen calls: a recording, what strace, perf or the log of the kernel shows, or what "run --report --json" printed; - for standard input',
      parse: filePath,
      complete: FILES,
    }),
    force: flag('also open what "lint" finds to be of severity high'),
    ...TARGET,
    json: JSON_OUT,
    raw: RAW,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the edit that lets recorded calls run',
      line: 'seccompile heal profile.json --from calls.ndjson',
    },
    {
      does: 'as a file for patch -p0',
      line: 'seccompile heal profile.json --from calls.ndjson > mend.diff',
    },
  ],
  run: async (io, question) => (await import('../bodies/heal.ts')).heal(io, question),
})
