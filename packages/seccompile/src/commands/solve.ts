import { argumentWords, CALL_NAMES } from '../options/argument-words.ts'
import { SIDE } from '../options/files.ts'
import { formOption } from '../options/forms.ts'
import { QUESTION } from '../options/question.ts'
import { VERDICT } from '../options/verdict.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { allAsTyped, asTyped, flag, repeated, valued } from '../syntax/option.ts'

/** `seccompile solve`. */
export const command: Command = defineCommand({
  name: 'solve',
  summary: 'find a call that gets a verdict, or all of them',
  description: 'find a call that gets a verdict, or all of them (exit 1 where there is none)',
  usefulWithoutOutput: 'status',
  args: { file: SIDE },
  options: {
    verdict: VERDICT,
    syscall: valued({
      placeholder: 'name',
      brief: 'name, number, or a pattern of names such as "open*" or "*at", on the first ABI of --abi',
      otherwise: 'any',
      parse: asTyped,
      complete: CALL_NAMES,
    }),
    arg: repeated({
      placeholder: 'which=value',
      brief:
        'the value of an argument: by index all 64 bits, 0=AF_UNIX; by name what the kernel reads, family=AF_UNIX; with a mask, "0&0xffffffff=AF_UNIX"',
      parse: allAsTyped,
      complete: argumentWords('test'),
    }),
    all: flag('list all calls that get the verdict, on every ABI, as a table'),
    ...QUESTION,
    format: formOption(['text', 'markdown'], 'text'),
    ...WARNINGS,
  },
  examples: [
    {
      does: 'every way to open a file',
      line: 'seccompile solve filter.bpf --verdict ALLOW --syscall "open*" --all',
    },
    {
      does: 'whether a socket of this family may exist',
      line: 'seccompile solve profile.json --verdict ALLOW --syscall socket --arg family=AF_UNIX',
    },
  ],
  run: asking(async (question) => (await import('../bodies/solve.ts')).solve(question)),
})
