import { SIDE, useOption } from '../options/files.ts'
import { formOption, JSON_OUT } from '../options/forms.ts'
import { baselineOption, FAIL_ON, ruleNamesOption } from '../options/lint.ts'
import { TARGET } from '../options/target.ts'
import { someArguments } from '../syntax/argument.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { choice } from '../syntax/option.ts'

/** `seccompile lint`. */
export const command: Command = defineCommand({
  name: 'lint',
  summary: 'find what is dangerous or will break',
  description:
    'find what is dangerous or will break in filters, with a call that shows it (exit 1 where --fail-on says so)',
  usefulWithoutOutput: 'status',
  args: { file: someArguments(SIDE.about, SIDE.complete) },
  options: {
    ...TARGET,
    only: ruleNamesOption('use only these lint rules and warnings, separated by commas'),
    skip: ruleNamesOption('leave out these lint rules and warnings'),
    failOn: choice({
      placeholder: 'severity',
      brief: 'exit with status 1 if a finding has at least this severity',
      choices: FAIL_ON,
      otherwise: 'high',
    }),
    baseline: baselineOption('accepted findings, each with a reason; they do not count'),
    use: useOption('lint rules'),
    format: formOption(['text', 'sarif', 'markdown'], 'text'),
    json: JSON_OUT,
  },
  examples: [
    { does: 'the findings of a profile', line: 'seccompile lint profile.json' },
    {
      does: 'for a code host, and exit 1 from medium on',
      line: 'seccompile lint filter.bpf --fail-on medium --format sarif > findings.sarif',
    },
  ],
  run: asking(async (question) => (await import('../bodies/lint.ts')).lint(question)),
})
