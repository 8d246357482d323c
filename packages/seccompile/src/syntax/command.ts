/*
 * A command as a value: its words, options, completion, examples and body.
 *
 * Help, manual pages, completion and the table of commands are derived from it. The body of a command has a file of
 * its own, which `run` imports: a command line loads the code of one command.
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
  readonly name: string
  /** One line about the command, for the list of commands. */
  readonly summary: string
  /** The description of the command; the summary, if left out. */
  readonly description?: string
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
