import { FILE } from '../options/files.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** `seccompile disasm`. */
export const command: Command = defineCommand({
  name: 'disasm',
  summary: 'show a filter as a listing',
  description: 'show a program as a listing',
  args: { file: FILE },
  options: {
    ...TARGET,
    asm: flag('in the syntax of bpf_asm, with labels'),
    raw: RAW,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    { does: 'a listing with names', line: 'seccompile disasm filter.bpf' },
    { does: 'a text that "asm" and bpf_asm read', line: 'seccompile disasm filter.bpf --asm > filter.txt' },
  ],
  run: asking(async (question) => (await import('../bodies/disasm.ts')).disasm(question)),
})
