import type { Answer } from '@seccompile/answer'
import { variantsOf } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { nameOf, numberOf, otherDoorOf, syscallNames } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { parseAbis } from '../options/abi.ts'
import { callJson, callOnAbis, callText, parseInteger, parseNumber } from '@seccompile/describe'

/** The question of `call`. */
export interface CallLookup {
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
