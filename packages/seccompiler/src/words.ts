/* The words of seccompiler's JSON, and their values in a policy. */
import { actionOf, dataOf } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import type { Comparison } from '@seccompile/policy'

/** Actions that are a single word. @see rust-vmm/seccompiler src/backend/mod.rs: SeccompAction */
export const ACTION_WORDS: ReadonlyMap<string, ActionName> = new Map([
  ['allow', 'ALLOW'],
  ['kill_thread', 'KILL_THREAD'],
  ['kill_process', 'KILL_PROCESS'],
  ['log', 'LOG'],
  ['trap', 'TRAP'],
  ['user_notif', 'USER_NOTIF'],
] as const)

/** Actions with data: `{"errno": 1}`. */
export const DATA_WORDS: ReadonlyMap<string, ActionName> = new Map([
  ['errno', 'ERRNO'],
  ['trace', 'TRACE'],
] as const)

/** The operators except `{"masked_eq": MASK}`. @see rust-vmm/seccompiler src/backend/mod.rs: SeccompCmpOp */
export const OPERATORS: ReadonlyMap<string, Comparison> = new Map([
  ['eq', 'EQ'],
  ['ne', 'NE'],
  ['lt', 'LT'],
  ['le', 'LE'],
  ['gt', 'GT'],
  ['ge', 'GE'],
] as const)

/** An action in the JSON. */
export type ActionJson = string | { readonly [word: string]: number }

const wordIn = <T>(words: ReadonlyMap<string, T>, value: T | undefined): string | undefined =>
  [...words].find(([, each]) => each === value)?.[0]

/** The action of `verdict` in the JSON; `undefined` where it has none. `words` are the actions that are a single word. */
export function actionJson(verdict: Verdict, words: ReadonlyMap<string, ActionName>): ActionJson | undefined {
  const action = actionOf(verdict)
  const withData = wordIn(DATA_WORDS, action)
  if (withData !== undefined) return { [withData]: dataOf(verdict) }
  return dataOf(verdict) === 0 ? wordIn(words, action) : undefined
}

/** The name of a comparison in the JSON. */
export function operatorWord(op: Comparison): string {
  return wordIn(OPERATORS, op)! // every comparison has a word
}
