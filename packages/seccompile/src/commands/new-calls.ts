import { POLICY } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { parseNewKernel } from '../options/kernels.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FREE } from '../syntax/completion.ts'
import { required } from '../syntax/option.ts'

/** `seccompile new-calls`. */
export const command: Command = defineCommand({
  name: 'new-calls',
  summary: 'say what a policy does with the calls of a new kernel',
  description:
    'list the calls that came after one kernel, up to another: their verdicts under a policy, whether a rule or the default gives them, and what lint says of them, now and if they were allowed (exit 1 where there are any)',
  args: { policy: POLICY },
  options: {
    ...TARGET,
    kernel: required({
      placeholder: 'x.y..x.y',
      brief:
        'the kernel whose calls are known, and the new kernel; includes.minKernel is compared with the new one',
      parse: parseNewKernel,
      complete: FREE,
    }),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the calls that Linux 7.2 has and 6.12 has not',
      line: 'seccompile new-calls profile.json --kernel 6.12..7.2',
    },
    {
      does: 'the same on arm64, for machines',
      line: 'seccompile new-calls profile.json --kernel 6.12..7.2 --abi aarch64 --json',
    },
  ],
  run: asking(async (question) => (await import('../bodies/new-calls.ts')).newCalls(question)),
})
