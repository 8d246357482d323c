/* The commands that are declared in the old way, as values: the bridge until all are files of `commands`. */
import { Command as Commander } from 'commander'
import type { Argument as CommanderArgument, Option as CommanderOption } from 'commander'
import { catalogueCommands } from './catalogue-commands.ts'
import { OLD_ARGUMENTS, OLD_OPTIONS } from './complete/old-values.ts'
import { filterCommands } from './filter-commands.ts'
import { OLD_HELP } from './help/catalogue.ts'
import type { Io } from './io.ts'
import { kernelCommands } from './kernel-commands.ts'
import { questionCommands } from './question-commands.ts'
import type { Argument } from './syntax/argument.ts'
import type { Command } from './syntax/command.ts'
import { FREE } from './syntax/completion.ts'
import type { Complete } from './syntax/completion.ts'
import type { Option } from './syntax/option.ts'

const USEFUL_WITHOUT: readonly string[] = ['verify', 'dump']

/** A command that commander is told of in the old way. */
export interface OldCommand extends Command {
  readonly add: (root: Commander, io: Io, done: (status: number) => void) => void
}

/** Adds the old command `name` to `root`. */
function addOldCommand(root: Commander, name: string, io: Io, done: (status: number) => void): void {
  const all = root.createCommand().copyInheritedSettings(root)
  for (const add of [...filterCommands, catalogueCommands, questionCommands, kernelCommands])
    // prettier-ignore
    add(all, io, done)
  const found = all.commands.find((each) => each.name() === name)
  if (found === undefined) throw new Error(`the help has a command that is none: ${name}`)
  root.addCommand(found)
}

function optionOf(
  { short, flags, description, required, mandatory }: CommanderOption,
  complete: Complete,
): Option<unknown> {
  const [, placeholder] = /<(.*)>$/.exec(flags) ?? []
  return {
    short: short?.slice(1),
    ...(required && placeholder !== undefined ? { placeholder } : {}),
    about: description,
    ...(description.includes('may be repeated') ? { isRepeated: true } : {}),
    ...(mandatory ? { isRequired: true } : {}),
    read: (typed) => typed,
    complete,
  }
}

function argumentOf(
  { description, required, variadic }: CommanderArgument,
  [complete = FREE, completeMore = complete]: readonly Complete[],
): Argument<unknown> {
  const count = variadic ? (required ? 'some' : 'any') : required ? 'one' : 'perhaps'
  return { about: description, count, read: (typed) => typed, complete, completeMore }
}

/** The old command `name` as a value, for help, manual pages and completion; commander runs it. */
export function oldCommand(name: string): Promise<OldCommand> {
  const root = new Commander()
  const silent = (): void => {}
  addOldCommand(root, name, { out: silent, outBytes: silent, err: silent, outIsTerminal: false, errIsTerminal: false, env: {} }, silent) // prettier-ignore
  const made = root.commands[0]!
  const { summary, examples } = OLD_HELP.find((each) => each.name === name)!
  const args = OLD_ARGUMENTS[name] ?? []
  const key = (option: CommanderOption): string => option.attributeName()
  return Promise.resolve({
    name,
    summary,
    description: made.description(),
    args: Object.fromEntries(
      made.registeredArguments.map((each, at) => [each.name(), argumentOf(each, args.slice(at))]),
    ),
    options: Object.fromEntries(
      made.options
        .filter(({ hidden }) => !hidden)
        .map((each) => [
          key(each),
          optionOf(each, OLD_OPTIONS[`${name} ${each.long}`] ?? OLD_OPTIONS[each.long ?? ''] ?? FREE),
        ]),
    ),
    examples,
    ...(USEFUL_WITHOUT.includes(name) ? { isUsefulWithoutOutput: true } : {}),
    add: (to, io, done) => {
      addOldCommand(to, name, io, done)
    },
    run: () => Promise.reject(new Error(`commander runs ${name}`)),
  })
}
