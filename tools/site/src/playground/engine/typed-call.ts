/* The verdict of the filter on a call that a person types, and the completions of the call. */
import { valueOn } from '@seccompile/constants'
import { constantFamilies } from '@seccompile/constants/all'
import { constAllow, trace } from '@seccompile/interpreter'
import { argumentsInC } from '@seccompile/signatures'
import type { AbiTable, CallArgument } from '@seccompile/syscalls'
import { callNames, callWords, MAX_CALL, typedCallData, verdictAt } from '@seccompile/describe'
import type { CallWords } from '@seccompile/describe'
import type { CallAnswer, CompletionAnswer } from '../messages.ts'
import { tableOf } from './abi-tables.ts'
import type { ShownFilter } from './shown-filter.ts'
import { faultNote } from './notes.ts'

/** Most completions that are offered. */
const MOST_TEXTS = 40

const typedCall = (text: string, { filter: { abis } }: ShownFilter): Promise<CallWords> =>
  callWords(text, abis, tableOf)

/** The verdict of the filter on the call in `text`, and the instructions that run. */
export async function callAnswer(id: number, text: string, subject: ShownFilter): Promise<CallAnswer> {
  try {
    const { abi, data } = await typedCallData(await typedCall(text, subject))
    const { program, filter } = subject
    const { endianness, abis } = filter
    const { verdict, steps, path } = trace(program, data, endianness)
    const bitmap = constAllow(program, data.nr, abi.auditArch)
    const tables = abis.includes(abi) ? abis : [...abis, abi]
    return {
      kind: 'call',
      id,
      call: callNames(tables, subject.args).call(data),
      verdict: verdictAt(verdict, abi.auditArch),
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

/** Completions of the typed text: names of calls, then constants of the argument. */
export async function completionOf(
  id: number,
  text: string,
  subject: ShownFilter,
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
  const known = argumentsInC(abi, call) ?? []
  const word = isTyping ? (args.at(-1) ?? '') : ''
  const [, name] = /^([A-Za-z_]\w*)=/.exec(word) ?? []
  const before = isTyping ? args.slice(0, -1) : args
  const place = before.filter((each) => !each.includes('=')).length
  const argument = name === undefined ? known[place] : known.find((each) => each.name === name)
  const partial = /[^|=]*$/.exec(word)?.[0] ?? ''
  const begin = text.slice(0, text.length - partial.length)
  const constants = argument === undefined ? [] : constantsOf(argument, abi)
  const texts = constants.filter((constant) => constant.startsWith(partial)).slice(0, MOST_TEXTS)
  return { ...none, texts: texts.map((constant) => begin + constant), usage: usageOf(abi, call) }
}

function usageOf(abi: AbiTable, call: string): string {
  const args = argumentsInC(abi, call)
  return args === undefined ? '' : `${call}(${args.map(({ name, type }) => `${type} ${name}`).join(', ')})`
}
