/*
 * Turns a filter of a statement into rules of a policy.
 *
 * The number of a constant may depend on the ABI, and so may `~` and a negative number. ABIs on which a filter has
 * the same numbers share a rule. The rule names its ABIs where it is not for all of them.
 */
import { ALLOW, KILL_PROCESS, KILL_THREAD, LOG, NOTIFY, trace, TRAP } from '@seccompile/policy'
import { actionOn } from '@seccompile/policy/toolkit'
import type { Action, Condition, PolicyName, PolicyRule } from '@seccompile/policy'
import type { AbiFacts, AbiToken } from '@seccompile/syscalls'
import { errnoOn } from '@seccompile/constants/errno'
import type { ErrnoName } from '@seccompile/constants/errno'
import { SECCOMP_RET_DATA } from '@seccompile/abi'
import { clauseOnAbi } from './conditions.ts'
import type { ClauseOnAbi } from './conditions.ts'
import type { ActionFilter, ActionWord, WrittenAction } from './statement.ts'
import { hasConstant, valueOnAbi } from './value.ts'
import type { AbiValue } from './value.ts'

/** The action of a word. `kill` is the meaning that the options give to `kill`. */
export function actionOfWord(word: ActionWord, kill: Action): Action {
  switch (word) {
    case 'allow':
      return ALLOW
    case 'kill':
      return kill
    case 'kill-process':
      return KILL_PROCESS
    case 'kill-thread':
      return KILL_THREAD
    case 'trap':
      return TRAP
    case 'trace':
      return trace()
    case 'log':
      return LOG
    case 'user-notify':
      return NOTIFY
  }
}

/** The action on an ABI. An errno by name keeps its name. @see minijail bpf.h: set_bpf_ret_errno(), for the 16 bits */
function actionOnAbi(action: WrittenAction, abi: AbiFacts, kill: Action): AbiValue<Action> {
  if (action.kind === 'word') return { kind: 'value', value: actionOfWord(action.word, kill) }
  const found = valueOnAbi(action.value, abi)
  if (found.kind === 'missing') return found
  const data = Number(found.value & BigInt(SECCOMP_RET_DATA))
  const { value } = action
  const isErrno =
    value.kind === 'constant' &&
    value.constant.family === 'errno' &&
    errnoOn(value.constant.constant as ErrnoName, abi.token) === data // constants of the family have these names
  return {
    kind: 'value',
    value: { action: 'ERRNO', data: isErrno ? (value.constant.constant as ErrnoName) : data },
  }
}

/** A filter, and the ABIs on which its conditions have the same numbers. */
export interface FilterOnAbis {
  readonly abis: readonly AbiToken[]
  /** The clauses; `undefined` where the filter always holds. */
  readonly clauses: readonly ClauseOnAbi[] | undefined
  readonly action: Action
}

/** The reason why a filter makes no sense on some ABIs. */
export interface NotOnAbi {
  readonly abi: AbiToken
  readonly why: string
}

function onAbi(filter: ActionFilter, abi: AbiFacts, kill: Action): AbiValue<Omit<FilterOnAbis, 'abis'>> {
  const action = actionOnAbi(filter.action, abi, kill)
  if (action.kind === 'missing') return action
  const clauses: ClauseOnAbi[] = []
  for (const atoms of filter.clauses ?? []) {
    const clause = clauseOnAbi(atoms, abi)
    if (clause.kind === 'missing') return clause
    clauses.push(clause.value)
  }
  return { kind: 'value', value: { action: action.value, clauses: filter.clauses && clauses } }
}

/** Whether the filter names a constant. Without one, its conditions have the same numbers on all ABIs of one word size. */
const dependsOnAbi = ({ clauses = [], action }: ActionFilter): boolean =>
  (action.kind === 'errno' && hasConstant(action.value)) ||
  clauses.some((atoms) => atoms.some(({ value }) => hasConstant(value)))

const keyOf = (what: unknown): string =>
  JSON.stringify(what, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))

/** The filter on `abis`, once for each group of ABIs with equal numbers, and the ABIs that lack one of its constants. */
export function filterOn(
  filter: ActionFilter,
  abis: readonly AbiFacts[],
  kill: Action,
): { readonly on: readonly FilterOnAbis[]; readonly missing: readonly NotOnAbi[] } {
  const groups = new Map<string, FilterOnAbis & { readonly abis: AbiToken[] }>()
  const missing: NotOnAbi[] = []
  const byWord = new Map<number, ReturnType<typeof onAbi>>()
  const isByWord = !dependsOnAbi(filter)
  const keys = new Map<object, string>()
  for (const abi of abis) {
    const found = (isByWord ? byWord.get(abi.wordSize) : undefined) ?? onAbi(filter, abi, kill)
    byWord.set(abi.wordSize, found)
    if (found.kind === 'missing') {
      missing.push({ abi: abi.token, why: found.why })
      continue
    }
    const key = keys.get(found.value) ?? keyOf(found.value)
    keys.set(found.value, key)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { ...found.value, abis: [abi.token] })
    else known.abis.push(abi.token)
  }
  return { on: [...groups.values()], missing }
}

function joined(conditions: readonly Condition[]): Condition | undefined {
  return conditions.length > 1 ? { kind: 'all', of: conditions } : conditions[0]
}

/**
 * The rules that give `names` the meaning of the filter on its ABIs. They have no `abis` where these are all `count`
 * ABIs.
 */
export function rulesOf(
  names: readonly PolicyName[],
  { source }: ActionFilter,
  { abis, clauses, action }: FilterOnAbis,
  isForAll: boolean,
): readonly PolicyRule[] {
  const common = { names, action, source, ...(isForAll ? {} : { abis }) }
  if (clauses === undefined) return [{ ...common, args: [] }]
  return clauses.map(({ args, when }) => {
    const condition = joined(when)
    return { ...common, args, ...(condition === undefined ? {} : { when: condition }) }
  })
}

/** The number of the errno of `action` on the ABI, or 0. */
export const errnoNumber = (action: Action, abi: AbiToken): number =>
  action.action === 'ERRNO' ? Number(actionOn(action, abi).data) : 0
