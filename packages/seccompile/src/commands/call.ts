import type { Answer } from '@seccompile/answer'
import { callJson, callOnAbis, callText, parseInteger, parseNumber } from '@seccompile/describe'
import { variantsOf } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { nameOf, numberOf, otherDoorOf, syscallNames } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { asking } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { oneAbi, parseAbis } from '../options/abi.ts'
import { CALL_NAMES } from '../options/argument-words.ts'
import { JSON_OUT } from '../options/forms.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** The question of `call`. */
interface CallLookup {
  /** A name, or a number. */
  readonly call: string
  readonly abi?: AbiTable | undefined
}

/** The ABI of a number, if no ABI is named. */
const MAIN = 'x86_64'

/** The name of the call `text`, a name or a number of `abi`. @throws CliError where there is no such call */
function nameOfCall(text: string, abi: AbiTable | undefined): string {
  if (parseInteger(text) !== undefined) {
    const table = abi ?? parseAbis(MAIN)[0]
    const name = nameOf(table, parseNumber(text, table))
    if (name !== undefined) return name
    throw new CliError(`${table.token} has no call ${text}; --abi names another ABI`)
  }
  const known: readonly string[] = syscallNames
  if (known.includes(text)) return text
  throw new CliError(`unknown system call ${quote(text)}${didYouMean(text, known)}`)
}

/** The error that `abi` lacks the call `name`; it names calls of the ABI that do the same. */
function lackingError(name: string, abi: AbiTable): CliError {
  const others = variantsOf(name)
    .flat()
    .filter((other) => numberOf(abi, other) !== undefined)
  const door = otherDoorOf(abi, name)
  const doors = door === undefined ? [] : [`${door.multiplexer}(${door.call})`]
  const found = [...new Set(others), ...doors]
  const hint = found.length === 0 ? '' : `; it has ${found.join(', ')}`
  return new CliError(`--abi: ${abi.token} has no call ${quote(name)}${hint}`)
}

/**
 * The facts about a system call.
 * @throws CliError where there is no such call, or the ABI does not have it
 */
export function call({ call: text, abi }: CallLookup): Answer {
  const name = nameOfCall(text, abi)
  const all = callOnAbis(name)
  const shown = abi === undefined ? all[0] : all.find((each) => each.abi.token === abi.token)
  if (shown === undefined) throw lackingError(name, abi ?? parseAbis(MAIN)[0])
  return {
    status: 'done',
    text: () => callText(name, shown, all),
    facts: () => callJson(name, shown, all),
  }
}

/** `seccompile call`. */
export const command: Command = defineCommand({
  description: 'say what a system call is: its numbers, its arguments, its variants',
  args: { call: argument('a name, or a number on the ABI of --abi', CALL_NAMES) },
  options: {
    abi: oneAbi('the ABI whose arguments are shown', 'x86_64, or the first that has it'),
    json: JSON_OUT,
  },
  examples: [
    { does: 'a call by name', line: 'seccompile call socket' },
    { does: 'a number of an ABI', line: 'seccompile call 98 --abi aarch64' },
  ],
  run: asking(call),
})
