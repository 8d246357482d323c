import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from '@seccompile/cbpf'
import { dump } from '@seccompile/kernel'
import { machineEndianness } from '@seccompile/kernel/exec'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayError, sayJson, sayWarning } from '../show/say.ts'
import { makeFolder } from '../io/folder.ts'
import { writeOutputs } from '../io/output.ts'

/** The options of `dump`, as typed. */
export interface DumpCommandOptions {
  readonly output?: string
  readonly json?: boolean
}

/** `seccompile dump`: the filters of a live process, as files. */
export async function dumpCommand(io: Io, typed: string, options: DumpCommandOptions): Promise<ExitCode> {
  if (!/^[1-9]\d{0,9}$/.test(typed)) throw new CliError(`expected the id of a process; got "${typed}"`)
  const programs = await dump(Number(typed))
  const folder = options.output
  const files = programs.map((program, i) => ({
    path: join(folder ?? '', `${i + 1}.bpf`),
    bytes: encode(program, machineEndianness()),
  }))
  if (folder !== undefined && files.length > 0) {
    makeFolder(folder)
    await writeOutputs(files)
    const next = join(folder, `${files.length + 1}.bpf`)
    if (existsSync(next)) sayWarning(io, `${next} is not a filter of this process: another dump left it`)
  }
  const paths = folder === undefined ? [] : files.map(({ path }) => path)
  if (options.json === true)
    sayJson(io, {
      pid: Number(typed),
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
  sayError(io, `process ${typed} has no filter`)
  return EXIT.no
}
