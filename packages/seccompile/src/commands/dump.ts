import { JSON_OUT } from '../options/forms.ts'
import { folderPath } from '../options/texts.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FOLDERS, FREE } from '../syntax/completion.ts'
import { valued } from '../syntax/option.ts'

/** `seccompile dump`. */
export const command: Command = defineCommand({
  name: 'dump',
  summary: 'read the filters of a live process',
  description: 'read the filters of a live process, oldest first (needs root; exit 1 where it has no filter)',
  usefulWithoutOutput: 'status',
  args: { pid: argument('the id of the process, or of a thread', FREE) },
  options: {
    output: valued({
      short: 'o',
      placeholder: 'folder',
      brief: 'write them there, as 1.bpf, 2.bpf, …',
      otherwise: 'only list them',
      parse: folderPath,
      complete: FOLDERS,
    }),
    json: JSON_OUT,
  },
  examples: [{ does: 'the filters of process 1234, as files', line: 'seccompile dump 1234 -o filters' }],
  run: async (io, question) => (await import('../bodies/dump.ts')).dump(io, question),
})
