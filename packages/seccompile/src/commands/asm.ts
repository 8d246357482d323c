import { abiList } from '../options/abi.ts'
import { OUTPUT } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION } from '../options/notation.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'

/** `seccompile asm`. */
export const command: Command = defineCommand({
  name: 'asm',
  summary: 'assemble a raw filter from text',
  description: 'assemble a raw filter from text in the syntax of bpf_asm, or from a listing',
  args: { file: argument('the text, or - for standard input', FILES) },
  options: {
    abi: abiList(
      'ABIs whose calls the text may name, the main one first; they determine the byte order',
      'x86_64, and the byte order of the architectures that the text tests for',
    ),
    output: OUTPUT,
    ...NOTATION,
    json: JSON_OUT,
  },
  examples: [
    {
      does: 'a filter from a text of bpf_asm, or from a listing',
      line: 'seccompile asm filter.txt -o filter.bpf',
    },
  ],
  run: async (io, assembly) => (await import('../bodies/asm.ts')).asm(io, assembly),
})
