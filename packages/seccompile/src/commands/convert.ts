import { outputOption, SIDE } from '../options/files.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { NOTATION, TEXT_NAME } from '../options/notation.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { choice, flag } from '../syntax/option.ts'

/** `seccompile convert`. */
export const command: Command = defineCommand({
  name: 'convert',
  summary: 'write a filter or profile in another notation, with a proof',
  description: 'write a filter in another notation, and prove that both mean the same',
  args: { file: SIDE },
  options: {
    ...TARGET,
    from: choice({
      placeholder: 'notation',
      brief: 'notation to read',
      choices: [{ word: 'asm', means: 'the syntax of bpf_asm, or a listing' }],
      otherwise: 'asm for a file that ends in .asm, else by the text',
    }),
    output: outputOption('it'),
    ...NOTATION,
    ...TEXT_NAME,
    safe: flag(
      'write a profile of Docker or OCI again, with other rules for the calls that have the warning unsafe-shape; all else stays',
    ),
    raw: RAW,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'a text of bpf_asm, or a listing, as a raw filter',
      line: 'seccompile convert filter.txt --from asm -o filter.bpf',
    },
    { does: 'a raw filter as a profile of Docker', line: 'seccompile convert filter.bpf -o written.json' },
    {
      does: 'a profile whose rules libseccomp compiles as they are written',
      line: 'seccompile convert profile.json --safe -o safe.json',
    },
  ],
  run: async (io, conversion) => (await import('../bodies/convert.ts')).convert(io, conversion),
})
