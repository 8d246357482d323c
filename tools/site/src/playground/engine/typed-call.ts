/*
 * A call as a person types it: `socket AF_UNIX SOCK_STREAM`, `socket(family=AF_UNIX)`, `x86 socketcall(1)`.
 *
 * Commas and parentheses are spaces. An ABI may stand in front. The words are those of `seccompile emulate`, so a call of a
 * finding can be copied into the field.
 */
import { seccompData, verdictName } from '@seccompile/abi'
import { valueOn } from '@seccompile/constants'
import { constantFamilies } from '@seccompile/constants/all'
import { constAllow, trace } from '@seccompile/interpreter'
import { signatureOf } from '@seccompile/signatures'
import { abiByName, nameOf } from '@seccompile/syscalls'
import type { AbiTable, CallArgument } from '@seccompile/syscalls'
import { parseNumber } from 'seccompile/options/call'
import { parseArguments } from 'seccompile/options/call-arguments'
import { callNames } from 'seccompile/show/call-names'
import type { CallAnswer, CompletionAnswer } from '../messages.ts'
import { tablesOf } from './abi-tables.ts'
import type { FilterSubject } from './filter-subject.ts'
import { faultNote } from './notes.ts'
import { TextError } from './read-text.ts'

/** Most texts that are proposed. */
const MOST_TEXTS = 40
/** Most characters of a call. */
const MAX_CALL = 500

interface TypedCall {
  readonly abi: AbiTable
  readonly call: string
  readonly args: readonly string[]
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/[(),…]/g, ' ')
    .replaceAll(/\s*([|=])\s*/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '')

async function typedCall(text: string, { abis }: FilterSubject): Promise<TypedCall> {
  if (text.length > MAX_CALL) throw new TextError(`a call has at most ${MAX_CALL} characters here`)
  const words = wordsOf(text.replace(/^\s*(\w+):/, '$1 '))
  const [main] = abis
  const [first = ''] = words
  const named = words.length > 1 && !main.numbers.has(first) ? abiByName(first) : undefined
  const [abi = main] = named === undefined ? [] : await tablesOf([named.token])
  const rest = named === undefined ? words : words.slice(1)
  const [call = '', ...args] = rest[0] === 'call' && rest.length > 1 ? rest.slice(1) : rest
  return { abi, call, args }
}

/** The verdict of the filter on the call in `text`, and the instructions that run. */
export async function callAnswer(id: number, text: string, subject: FilterSubject): Promise<CallAnswer> {
  try {
    const { abi, call, args } = await typedCall(text, subject)
    const nr = parseNumber(call, abi)
    const name = nameOf(abi, nr)
    const data = seccompData({ nr, arch: abi.auditArch, args: await parseArguments(args, { abi, name }) })
    const { program, endianness, abis } = subject
    const { verdict, steps, path } = trace(program, data, endianness)
    const bitmap = constAllow(program, nr, abi.auditArch)
    const tables = abis.includes(abi) ? abis : [...abis, abi]
    return {
      kind: 'call',
      id,
      call: callNames(tables, subject.args).call(data),
      verdict: verdictName(verdict),
      steps,
      cached: bitmap.cached ? 'the kernel allows it without running the filter (Linux 5.11)' : '',
      path: path.map(({ pc }) => pc),
    }
  } catch (error) {
    return { kind: 'call', id, fault: faultNote(error).message }
  }
}

/** The names of the constants that an argument takes on an ABI. */
function constantsOf({ families = [] }: CallArgument, { token }: AbiTable): readonly string[] {
  return constantFamilies
    .filter(({ family }) => families.includes(family))
    .flatMap(({ constants }) => constants)
    .filter((constant) => valueOn(constant, token) !== undefined)
    .map(({ constant }) => constant)
}

/** Texts that go on from what is typed: names of calls, then constants of the argument. */
export async function completionOf(
  id: number,
  text: string,
  subject: FilterSubject,
): Promise<CompletionAnswer> {
  const none: CompletionAnswer = { kind: 'completion', id, texts: [], usage: '' }
  if (text.length > MAX_CALL) return none
  const { abi, call, args } = await typedCall(text, subject)
  const isTyping = /[\w|=]$/.test(text)
  if (args.length === 0 && isTyping) {
    const begin = text.slice(0, text.length - call.length)
    const texts = [...abi.numbers.keys()].filter((name) => name.startsWith(call)).sort()
    const usage = abi.numbers.has(call) ? usageOf(abi, call) : ''
    return { ...none, texts: texts.slice(0, MOST_TEXTS).map((name) => begin + name), usage }
  }
  const known = signatureOf(abi, call)?.args ?? []
  const word = isTyping ? (args.at(-1) ?? '') : ''
  const [, name] = /^([A-Za-z_]\w*)=/.exec(word) ?? []
  const at = isTyping ? args.length - 1 : args.length
  const argument = known.find((each) => (name === undefined ? each.index === at : each.name === name))
  const partial = /[^|=]*$/.exec(word)?.[0] ?? ''
  const begin = text.slice(0, text.length - partial.length)
  const constants = argument === undefined ? [] : constantsOf(argument, abi)
  const texts = constants.filter((constant) => constant.startsWith(partial)).slice(0, MOST_TEXTS)
  return { ...none, texts: texts.map((constant) => begin + constant), usage: usageOf(abi, call) }
}

function usageOf(abi: AbiTable, call: string): string {
  const args = signatureOf(abi, call)?.args
  return args === undefined ? '' : `${call}(${args.map(({ name, type }) => `${type} ${name}`).join(', ')})`
}
