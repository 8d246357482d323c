/* The call whose way a picture marks, from the text that a person typed. */
import type { CallWay } from '../way/call-way.ts'
import { signedAbiTable } from '@seccompile/signatures'
import { callNames, callWords, loadArgumentNames, typedCallData } from '@seccompile/describe'
import type { DrawInput } from './kind.ts'

/**
 * The way of the call that `input` names; `undefined` without a call. @throws PolicyError for a text that is no call
 */
export async function wayOf({ filters: [{ abis }], call, raw }: DrawInput): Promise<CallWay | undefined> {
  if (call === undefined) return undefined
  const words = await callWords(call, abis, (token) => Promise.resolve(signedAbiTable(token)))
  const { abi, data } = await typedCallData(words)
  const tables = abis.includes(abi) ? abis : [...abis, abi]
  return { call: callNames(tables, await loadArgumentNames(tables, { raw })).call(data), data }
}
