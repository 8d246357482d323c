import { CALL_NAMES } from '../options/argument-words.ts'
import { POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { wholeNumber } from '../options/numbers.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FREE } from '../syntax/completion.ts'
import { allAsTyped, repeated, valued } from '../syntax/option.ts'

/** `seccompile bench`. */
export const command: Command = defineCommand({
  name: 'bench',
  summary: 'time filters on the kernel’s clock',
  description:
    "time filters on the kernel's clock: the attach, and getppid or other calls, whose effect is prevented",
  args: { filter: anyArguments(`${SIDE.about} (default: preset:container-default)`, POLICY_OR_FILE) },
  options: {
    ...TARGET,
    call: repeated({
      placeholder: 'name',
      brief: 'a call by name or number',
      otherwise: 'getppid',
      parse: allAsTyped,
      complete: CALL_NAMES,
    }),
    rounds: valued({
      placeholder: 'n',
      brief: 'how often to measure each filter',
      otherwise: '200',
      parse: wholeNumber(1, 10_000),
      complete: FREE,
    }),
    cpu: valued({
      placeholder: 'n',
      brief: 'the processor to measure on',
      otherwise: 'the last',
      parse: wholeNumber(0, 1023),
      complete: FREE,
    }),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    { does: 'two filters against none', line: 'seccompile bench filter.bpf smaller.bpf --call getppid' },
  ],
  run: async (io, request) => (await import('../bodies/bench.ts')).timeFilters(io, request),
})
