/*
 * A command as a value: its words, options, completion and examples, and what it does.
 *
 * Help, manual pages, completion and the table of commands are derived from it. What a command does is in a file of its own,
 * which `run` imports: a command line loads the code of one command.
 */
import type { Io } from '../io/io.ts'
import type { CommandArgument } from './argument.ts'
import type { Option, Values } from './option.ts'

/** A line of a shell, and what it does. */
export interface Example {
  readonly does: string
  readonly line: string
}

type Arguments = Readonly<Record<string, CommandArgument<unknown>>>
type Options = Readonly<Record<string, Option<unknown>>>

/** What help, completion and the command line know of a command. */
export interface Command {
  readonly name: string
  /** What the command does, on one line of the list of commands. */
  readonly summary: string
  /** What the command does; the summary where it is left out. */
  readonly description?: string
  readonly args: Arguments
  readonly options: Options
  /** One to three. */
  readonly examples: readonly Example[]
  /** Whether the command is of use where its output is lost: for its exit status, or for its effect. */
  readonly isUsefulWithoutOutput?: true
  /** Runs the command with the values of arguments and options by their keys, and yields the exit status. */
  readonly run: (io: Io, values: Readonly<Record<string, unknown>>) => Promise<number>
}

/** `parts` as a command; the values that `run` gets have the types of its arguments and options. */
export function defineCommand<Args extends Arguments, Opts extends Options>(
  parts: Omit<Command, 'args' | 'options' | 'run'> & {
    readonly args: Args
    readonly options: Opts
    readonly run: (io: Io, values: Values<Args> & Values<Opts>) => Promise<number>
  },
): Command {
  return parts as unknown as Command // `valuesOf` reads each value with the argument or option of its key
}
