import { NATIVE } from '../options/abi.ts'
import { OUTPUT, POLICY, useOption } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION } from '../options/notation.ts'
import { wholeNumber } from '../options/numbers.ts'
import { SEARCH } from '../options/objective.ts'
import { OWN_PIPELINE } from '../options/passes.ts'
import { PIPELINE_NAMES, pipelineOption } from '../options/pipeline.ts'
import { TARGET } from '../options/target.ts'
import { filePath } from '../options/texts.ts'
import { WATCH } from '../options/watch.ts'
import { VERBOSE, WARNINGS } from '../options/warnings.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, FREE } from '../syntax/completion.ts'
import { flag, negated, onPage, valued } from '../syntax/option.ts'

/** `seccompile compile`. */
export const command: Command = defineCommand({
  name: 'compile',
  summary: 'compile a policy to a raw filter',
  args: { policy: POLICY },
  options: {
    ...TARGET,
    native: NATIVE,
    pipeline: pipelineOption(PIPELINE_NAMES),
    ...SEARCH,
    bound: flag('say how far the filter is from the best possible one; this takes longer'),
    ...OWN_PIPELINE,
    output: OUTPUT,
    ...NOTATION,
    maxFilters: valued({
      placeholder: 'n',
      brief: 'divide a large policy among at most n filters, written to FILE.1, FILE.2, …',
      otherwise: 'as many as the kernel takes',
      parse: wholeNumber(1),
      complete: FREE,
    }),
    manifest: flag('write FILE.json too: what the filter was made from, for "seccompile check-manifest"'),
    strict: flag('refuse names that no ABI knows, and keys that are misspelt'),
    prove: negated('leave out the proof that the filter means what the policy means'),
    verbose: VERBOSE,
    json: JSON_OUT,
    ...onPage('own-passes', {
      use: useOption('passes'),
      ...WATCH,
      repro: valued({
        placeholder: 'file',
        brief: 'where to write the input of a pass that fails, or - for standard output',
        parse: filePath,
        complete: FILES,
      }),
    }),
    ...WARNINGS,
  },
  examples: [
    { does: 'a profile of Docker as a raw filter', line: 'seccompile compile profile.json -o filter.bpf' },
    {
      does: 'two presets as one filter, for all ABIs of the machine',
      line: 'seccompile compile preset:no-network+no-tracing --abi x86_64,x86,x32 -o filter.bpf',
    },
    {
      does: 'ENOSYS for calls that are newer than the profile',
      line: 'seccompile compile profile.json --known-up-to 6.1 -o filter.bpf',
    },
  ],
  run: async (io, request) => (await import('../bodies/compile.ts')).compile(io, request),
})
