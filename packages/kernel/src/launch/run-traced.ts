/* A command that a tracer starts, such as strace -D: it becomes the command, and traces it from another process. */
import { callback, optional, record } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { readOptions, stopSignal } from '../system/option-readers.ts'
import { findCommand } from '../system/find-command.ts'
import { requireLinux } from '../system/require-linux.ts'
import { commandBytes, commandTexts } from './command-bytes.ts'
import type { CommandWord } from './command-bytes.ts'
import { checkFolder, commandPath } from './command-path.ts'
import type { CommandEnd } from './ended.ts'
import { START_FIELDS } from './start-options.ts'
import type { RunOptions } from './start-options.ts'
import { descriptors, startWith } from './start-with.ts'
import { endProcess, ending, tell, tellEnd } from './started.ts'

/** The options of a command that a tracer starts; they are those of `run`. */
export type TracedOptions = Pick<
  RunOptions,
  'env' | 'cwd' | 'stdio' | 'keepFds' | 'onStart' | 'onEnd' | 'signal'
>

const tracedReader: Reader<TracedOptions> = record<TracedOptions>({
  ...START_FIELDS,
  onStart: optional(callback()),
  onEnd: optional(callback()),
  signal: optional(stopSignal),
})

/**
 * Runs a command behind the words of a tracer, which becomes the command.
 * @throws KernelError where the command cannot be started: `E_NO_COMMAND`, `E_NOT_EXECUTABLE`, `E_ARGUMENT`
 */
export async function runTraced(
  [tracer, ...words]: readonly [string, ...string[]],
  command: readonly [CommandWord, ...CommandWord[]],
  given: TracedOptions,
): Promise<CommandEnd> {
  requireLinux('trace a command')
  const { env, cwd, stdio, keepFds = [], onStart, onEnd, signal } = readOptions(tracedReader, given)
  const bytes = commandBytes(command, env)
  checkFolder(cwd)
  const texts = commandTexts(bytes, tracer, 'record without --by, which passes bytes unchanged')
  commandPath(bytes.args[0] ?? Buffer.alloc(0), { env, cwd })
  // The tracer is a program of this process, wherever the command looks for programs.
  const found = findCommand(Buffer.from(tracer), process.env['PATH'])
  const child = startWith(
    found.kind === 'found' ? Buffer.from(found.path).toString() : tracer,
    [...words, ...texts],
    { ...(cwd === undefined ? {} : { cwd }), ...(env === undefined ? {} : { env: { ...env } }) },
    descriptors(stdio ?? ['inherit', 'inherit', 'inherit'], keepFds),
  )
  const ended = ending(child)
  ended.catch(() => {}) // awaited below
  const end = (): void => endProcess(child, child.pid ?? 0)
  if (child.pid !== undefined) tell(() => onStart?.(child.pid!), end) // it has a number, as it was started
  if (signal?.aborted === true) end()
  signal?.addEventListener('abort', end)
  const [how] = await Promise.all([ended, tellEnd(child, onEnd)]).finally(() =>
    signal?.removeEventListener('abort', end),
  )
  return how
}
