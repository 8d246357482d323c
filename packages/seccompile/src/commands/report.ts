import { outputOption, POLICY_OR_FILE, SIDE, useOption } from '../options/files.ts'
import { baselineOption } from '../options/lint.ts'
import { TARGET } from '../options/target.ts'
import { filePath } from '../options/texts.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { choice, valued } from '../syntax/option.ts'

/** `seccompile report`. */
export const command: Command = defineCommand({
  name: 'report',
  summary: 'write what a reviewer needs to know, in one file',
  description: 'write what a reviewer needs to know of a filter, in one file: HTML or Markdown',
  args: { file: SIDE },
  options: {
    ...TARGET,
    base: valued({
      placeholder: 'file',
      brief: 'the filter before a change: the report says what became weaker or stricter',
      parse: filePath,
      complete: POLICY_OR_FILE,
    }),
    baseline: baselineOption('accepted findings, each with a reason'),
    use: useOption('lint rules'),
    output: outputOption('the report'),
    format: choice({
      placeholder: 'form',
      brief: 'form of the report',
      choices: ['html', 'markdown'],
      otherwise: 'by the ending of the file, .html or .md',
    }),
  },
  examples: [
    { does: 'a page about a profile', line: 'seccompile report profile.json -o report.html' },
    {
      does: 'with the difference to the profile before',
      line: 'seccompile report new.json --base old.json -o report.md',
    },
  ],
  run: async (io, question) => (await import('../bodies/report.ts')).report(io, question),
})
