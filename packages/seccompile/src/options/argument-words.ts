/*
 * The completions of an argument of a call in `emulate`, `oracle` and `solve --arg`: `family=AF_UNIX`, `AF_UNIX` at
 * the place of the argument, `flags&O_ACCMODE=O_RDONLY`.
 *
 * The call determines its arguments, and an argument determines the families of its constants. If no family is known,
 * there are no candidates: the constants of all families together are of no use in a shell.
 */
import type { CallArgument } from '@seccompile/syscalls'
import { anyArguments } from '../syntax/argument.ts'
import type { CommandArgument } from '../syntax/argument.ts'
import { oneOf } from '../syntax/completion.ts'
import type { WordCandidate, Complete, TypedWords } from '../syntax/completion.ts'

/** The form of an argument: its place or its name after the call, or a test of `--arg`. */
type ArgumentForm = 'argument' | 'test'

/** The index of the call among the arguments of `emulate` and `oracle`. */
const CALL = 1

const isAssignment = (word: string): boolean => word.includes('=')

/** The arguments of the call on the line, in the order of the C function, on the first ABI that `--abi` names. */
async function argumentsOf(
  form: ArgumentForm,
  { args, values }: TypedWords,
): Promise<readonly CallArgument[]> {
  const name = form === 'argument' ? args[CALL] : values.get('--syscall')
  if (name === undefined) return []
  const [{ abis }, { argumentsInC, signedAbiTable }] = await Promise.all([
    import('@seccompile/syscalls'),
    import('@seccompile/signatures'),
  ])
  const typed = values.get('--abi')?.split(',')[0]
  const token = abis.find((abi) => abi.token === typed)?.token ?? 'x86_64'
  return argumentsInC(signedAbiTable(token), name) ?? []
}

/** The constants that `argument` takes. A constant has its value, if that is the same on all ABIs. */
async function constantsOf(argument: CallArgument | undefined): Promise<readonly WordCandidate[]> {
  const wanted = argument?.families ?? (argument?.family === undefined ? [] : [argument.family])
  if (wanted.length === 0) return []
  const { constantFamilies } = await import('@seccompile/constants/all')
  return constantFamilies
    .filter(({ family }) => wanted.includes(family))
    .flatMap(({ constants }) => constants)
    .map(({ constant, value }) => ({
      value: constant,
      ...(value === undefined ? {} : { about: value > 9 ? `0x${value.toString(16)}` : String(value) }),
    }))
}

/** The argument that `text` names, by name or by index: `family`, `0`, `args[0]`. */
function targetOf(text: string, all: readonly CallArgument[]): CallArgument | undefined {
  const [, index] = /^(?:args\[)?([0-5])\]?$/.exec(text) ?? []
  return all.find((each) => (index === undefined ? each.name === text : each.index === Number(index)))
}

/** The words `NAME=` for the arguments that are not given yet. */
function namesOf(all: readonly CallArgument[], given: readonly string[]): readonly WordCandidate[] {
  return all
    .filter(({ name }) => !given.some((word) => word.startsWith(`${name}=`)))
    .map(({ name, type }) => ({ value: `${name}=`, about: type }))
}

async function candidatesFor(
  word: string,
  form: ArgumentForm,
  typed: TypedWords,
): Promise<readonly WordCandidate[]> {
  const all = await argumentsOf(form, typed)
  const given = typed.args.slice(CALL + 1)
  const [, name = '', behind] = /^([^=&]*)([=&])/.exec(word) ?? []
  const isNamed = behind === '=' || (behind === '&' && form === 'test')
  const start = Math.max(...['=', '|', '&'].map((part) => word.lastIndexOf(part))) + 1
  const place = given.filter((each) => !isAssignment(each)).length
  const isPlaced = form === 'argument' && !isNamed
  const target = isNamed ? targetOf(name, all) : isPlaced ? all[place] : undefined
  const constants = (await constantsOf(target)).map((each) => ({
    ...each,
    value: `${word.slice(0, start)}${each.value}`,
  }))
  return [...(isNamed ? [] : namesOf(all, given)), ...constants]
}

/** Completes an argument of the call on the line, or a test of one. */
export function argumentWords(form: ArgumentForm): Complete {
  return async (word, typed) => ({ candidates: await candidatesFor(word, form, typed), found: 'none' })
}

/** Completes the name of a call. */
export const CALL_NAMES: Complete = oneOf(async () => (await import('@seccompile/syscalls')).syscallNames)

/** The arguments of the call in a question. */
export const CALL_ARGUMENTS: CommandArgument<readonly string[]> = anyArguments(
  'up to six arguments: numbers or constants (AF_UNIX, O_RDWR|O_CLOEXEC) in the order of the C function, NAME=VALUE, or args[INDEX]=VALUE for a register; the rest are 0',
  argumentWords('argument'),
)
