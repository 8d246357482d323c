/* The place of a report on a command that ran. */
import type { Io } from '../io/io.ts'
import { fileAfterCommand, writeAfterCommand } from './after-command.ts'

/** Where a report is printed, and what to call when all of it is. */
export interface ReportPlace {
  readonly io: Io
  readonly close: () => Promise<void>
}

/**
 * Standard error, or the file or standard output that `--output` names, which get the whole report when it is closed.
 * @throws CliError as {@link fileAfterCommand}
 */
export function reportPlace(
  io: Io,
  options: { readonly output?: string | undefined },
  inputs: readonly string[],
): ReportPlace {
  if (options.output === undefined) return { io, close: () => Promise.resolve() }
  const file = fileAfterCommand(options, inputs)
  const parts: string[] = []
  const plain = { ...io.env, FORCE_COLOR: '' }
  return {
    io: { ...io, err: (part) => void parts.push(part), errIsTerminal: false, env: plain },
    close: async () => {
      const text = parts.join('')
      if (file === undefined) io.out(text)
      else await writeAfterCommand(io, file, { what: 'report', text, shown: text })
    },
  }
}
