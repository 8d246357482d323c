import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from '@seccompile/cbpf'
import { dump as filtersOf } from '@seccompile/kernel'
import { machineEndianness } from '@seccompile/kernel/exec'
import { printableLine } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { makeFolder } from '../io/folder.ts'
import type { Io } from '../io/io.ts'
import { writeOutputs } from '../io/output.ts'
import { JSON_OUT } from '../options/forms.ts'
import { folderPath } from '../options/texts.ts'
import { sayError, sayJson, sayWarning } from '../show/say.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FOLDERS, FREE } from '../syntax/completion.ts'
import { valued } from '../syntax/option.ts'

/** The process whose filters are read. */
interface DumpQuestion {
  readonly pid: string
  /** The folder for the filters. If left out, the filters are only listed. */
  readonly output?: string | undefined
  readonly json: boolean
}

/** `seccompile dump`: the filters of a live process, as files. */
async function dump(io: Io, { pid, output: folder, json }: DumpQuestion): Promise<ExitCode> {
  if (!/^[1-9]\d{0,9}$/.test(pid)) throw new CliError(`expected the id of a process; got "${pid}"`)
  const programs = await filtersOf(Number(pid))
  const files = programs.map((program, i) => ({
    path: join(folder ?? '', `${i + 1}.bpf`),
    bytes: encode(program, machineEndianness()),
  }))
  if (folder !== undefined && files.length > 0) {
    makeFolder(folder)
    await writeOutputs(files)
    const next = join(folder, `${files.length + 1}.bpf`)
    if (existsSync(next))
      sayWarning(io, `${next} is not a filter of this process: it is left over from another dump`)
  }
  const paths = folder === undefined ? [] : files.map(({ path }) => path)
  if (json)
    sayJson(io, {
      pid: Number(pid),
      filters: programs.map(({ length }, i) => ({
        insns: length,
        ...(folder === undefined ? {} : { file: paths[i] }),
      })),
    })
  else
    for (const [i, { length }] of programs.entries())
      io.out(
        `${folder === undefined ? `filter ${i + 1}` : printableLine(paths[i]!)}: ${length} instructions\n`,
      )
  if (programs.length > 0) return EXIT.ok
  sayError(io, `process ${pid} has no filter`)
  return EXIT.no
}

/** `seccompile dump`. */
export const command: Command = defineCommand({
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
  run: dump,
})
