/*
 * A call in one text, as a person types it: `socket AF_UNIX SOCK_STREAM`, `socket(family=AF_UNIX)`, `x86
 * socketcall(1)`.
 *
 * Commas and parentheses count as spaces. An ABI may stand in front, with a colon or a space. So a person can copy a
 * call from an answer of the command and type it unchanged.
 */
import { seccompData } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { PolicyError } from '@seccompile/policy'
import { expectFunction, expectList, expectObject, expectText } from '@seccompile/shape'
import { abiByName, nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { orderNote, parseArguments } from './call-arguments.ts'
import { parseNumber } from './call-number.ts'

/** Most characters of a call. */
export const MAX_CALL = 500

/** The words of a typed call, before names and numbers are looked up. */
export interface CallWords {
  readonly abi: AbiTable
  /** The name or the number of the call. */
  readonly call: string
  readonly args: readonly string[]
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/[(),…]/g, ' ')
    .replaceAll(/\s*([|=])\s*/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '')

/**
 * The words of the call in `text`.
 * @param abis - the ABIs of the filter; a text without an ABI means the first of them that has the call
 * @param tableOf - the table of an ABI that `text` names
 * @throws PolicyError for a text that is too long
 */
export async function callWords(
  text: string,
  abis: readonly [AbiTable, ...AbiTable[]],
  tableOf: (token: AbiToken) => Promise<AbiTable>,
): Promise<CallWords> {
  expectText(text, 'text')
  expectList(abis, 'abis', 'token', 'numbers')
  expectFunction(tableOf, 'tableOf')
  if (text.length > MAX_CALL) throw new PolicyError('E_LIMIT', `a call has at most ${MAX_CALL} characters`)
  const words = wordsOf(text.replace(/^\s*(\w+):/, '$1 '))
  const [first = ''] = words
  const isCall = abis.some((abi) => numberOf(abi, first) !== undefined)
  const named = words.length > 1 && !isCall ? abiByName(first) : undefined
  const rest = named === undefined ? words : words.slice(1)
  const [call = '', ...args] = rest[0] === 'call' && rest.length > 1 ? rest.slice(1) : rest
  if (named !== undefined) return { abi: await tableOf(named.token), call, args }
  return { abi: abis.find((abi) => numberOf(abi, call) !== undefined) ?? abis[0], call, args }
}

/** A call that was typed. */
export interface TypedCallData {
  readonly abi: AbiTable
  readonly data: SeccompData
  /** The name of the call; `undefined` for a number without a name. */
  readonly name: string | undefined
  /** Whether arguments were typed. */
  readonly hasArguments: boolean
  /** The note that a value without a name is in another register than its place suggests. */
  readonly note: string | undefined
}

/**
 * The `seccomp_data` that the kernel passes to the filter for `words`. @throws PolicyError for an unknown call, or a
 * wrong argument
 */
export async function typedCallData(words: CallWords): Promise<TypedCallData> {
  expectObject(words, 'words', 'abi', 'call', 'args')
  const { abi, call, args } = words
  const nr = parseNumber(call, abi)
  const name = nameOf(abi, nr)
  const values = await parseArguments(args, { abi, name, nr })
  const data = seccompData({ nr, arch: abi.auditArch, args: values })
  return { abi, data, name, hasArguments: args.length > 0, note: orderNote(args, { abi, name }) }
}
