import type { Widening } from '@seccompile/needs'
import { oneAbi } from '../options/abi.ts'
import { POLICY_OR_FILE, outputOption } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION, TEXT_NAME } from '../options/notation.ts'
import { wholeNumber } from '../options/numbers.ts'
import { filePath } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, FREE, listOf } from '../syntax/completion.ts'
import { choice, flag, itemsOf, parseChoice, repeated, valued } from '../syntax/option.ts'

/** The kinds of calls that `--widen` adds; the order is that of the policy. */
const WIDENINGS = ['libc', 'kernel', 'siblings'] as const satisfies readonly Widening[]

const parseWidenings = (texts: readonly string[], name: string): readonly Widening[] => {
  const named = itemsOf(texts).map((word) => parseChoice(word, name, WIDENINGS))
  return WIDENINGS.filter((each) => named.includes(each))
}

/** `seccompile policy`. */
export const command: Command = defineCommand({
  name: 'policy',
  summary: 'make a policy from recordings, and say what they leave unknown',
  description:
    'make a policy from recordings: it allows the calls that were seen, with the arguments that select what they do, and those that no program lives without; it ends with what is not known',
  args: {
    recordings: someArguments(
      'recordings, as "record -o" writes them, what strace, perf, tracefs or the log of the kernel shows, or - for standard input',
      FILES,
    ),
  },
  options: {
    output: outputOption('the policy'),
    abi: oneAbi('the ABI of the machine on which a trace was made', 'x86_64'),
    base: valued({
      placeholder: 'policy',
      brief: 'an allow-list whose calls are allowed as well, a file or preset:NAME',
      parse: filePath,
      complete: POLICY_OR_FILE,
    }),
    rest: choice({
      placeholder: 'action',
      brief: 'what happens to all other calls',
      choices: [
        {
          word: 'ENOSYS',
          means: 'they fail as on a kernel without them, and C libraries then make an older call',
        },
        {
          word: 'EPERM',
          means:
            'they fail; newer calls of C libraries and unknown calls fail with ENOSYS; the default for a SeccompProfile of Kubernetes',
        },
        {
          word: 'kill',
          means: 'the process is killed; newer calls of C libraries and unknown calls fail with ENOSYS',
        },
        { word: 'log', means: 'they run and are logged' },
      ],
      otherwise: 'ENOSYS',
    }),
    conditions: choice({
      placeholder: 'source',
      brief: 'where conditions on arguments come from',
      choices: [
        { word: 'table', means: 'the table of arguments that select what a call does' },
        { word: 'none', means: 'calls are allowed with any arguments' },
      ],
      otherwise: 'table',
    }),
    maxValues: valued({
      placeholder: 'count',
      brief:
        'the most values of an argument that become a condition; a call that was seen with more takes any',
      otherwise: '8',
      parse: wholeNumber(1, 1024),
      complete: FREE,
    }),
    widen: repeated({
      placeholder: 'kinds',
      brief:
        'add what would be called in place of what was seen, separated by commas: libc (by another C library), kernel (where the kernel is older, or newer), siblings (calls with the same effect)',
      parse: parseWidenings,
      complete: listOf(WIDENINGS),
    }),
    ledger: flag(
      'print which scenario, C library, ABI and kernel each call comes from, in place of the policy',
    ),
    to: {
      ...NOTATION.to,
      about: NOTATION.to.about.replace(
        /\(default: .*\)$/,
        '(default: a policy in TypeScript, or by the ending of the file, such as .json)',
      ),
    },
    denyInexpressible: NOTATION.denyInexpressible,
    ...TEXT_NAME,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'a policy of what a server did in three scenarios',
      line: 'seccompile policy start.ndjson load.ndjson stop.ndjson -o server.policy.ts',
    },
    {
      does: 'as a profile of Docker, with the calls of other C libraries',
      line: 'seccompile policy start.ndjson load.ndjson --widen libc -o server.json',
    },
  ],
  run: async (io, options) => (await import('../bodies/policy.ts')).policyOf(io, options),
})
