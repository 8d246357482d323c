/*
 * A command as a value: its words, options, completion, examples and body.
 *
 * Help, manual pages and completion are derived from it. A command is one file, which is loaded when its name is typed; its name
 * and its line in the list of commands stand in the table, so that the list loads no command.
 */
import type { Io } from '../io/io.ts'
import type { CommandArgument } from './argument.ts'
import type { Option, Values } from './option.ts'

/** A shell line, and its effect. */
export interface Example {
  readonly does: string
  readonly line: string
}

type Arguments = Readonly<Record<string, CommandArgument<unknown>>>
type Options = Readonly<Record<string, Option<unknown>>>

/** The facts about a command for help, completion and the command line. */
export interface Command {
  /** The description of the command; its line in the list, if left out. */
  readonly description?: string
  /**
   * How many of the warnings about a policy are printed where no option says: a command that makes something prints lines, a command
   * that asks a summary. Left out by a command whose answer holds them, or that reads no policy.
   */
  readonly warnings?: 'lines' | 'summary'
  readonly args: Arguments
  readonly options: Options
  /** One to three examples. */
  readonly examples: readonly Example[]
  /**
   * What the command is good for without its output: its effect, or the answer as an exit status. A text that was
   * asked for, by `--json` or `--format`, is then lost.
   */
  readonly usefulWithoutOutput?: 'effect' | 'status'
  /** Runs the command with the values of arguments and options by their keys, and yields the exit status. */
  readonly run: (io: Io, values: Readonly<Record<string, unknown>>) => number | Promise<number>
}

/** `parts` as a command; the values that `run` gets have the types of its arguments and options. */
export function defineCommand<Args extends Arguments, Opts extends Options>(
  parts: Omit<Command, 'args' | 'options' | 'run'> & {
    readonly args: Args
    readonly options: Opts
    readonly run: (io: Io, values: Values<Args> & Values<Opts>) => number | Promise<number>
  },
): Command {
  return parts as unknown as Command // `valuesOf` reads each value with the argument or option of its key
}
