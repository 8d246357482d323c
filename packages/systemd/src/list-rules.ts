/*
 * The rules of a list of calls.
 *
 * systemd gives libseccomp a rule for each call. Where an ABI has a multiplexer, libseccomp adds a rule for its
 * operation of the same effect: a rule for `socket` adds one for `socketcall` with 1. A rule for the multiplexer
 * itself wins.
 *
 * Sources: systemd src/shared/seccomp-util.c: seccomp_load_syscall_filter_set_raw(); libseccomp src/syscalls.c: abi_rule_add().
 */
import type { Action, PolicyName, PolicyRule, Source } from '@seccompile/policy'
import { abiTable, MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/** A call and its action. */
export interface CallOutcome {
  readonly name: string
  readonly action: Action
  /** The word that put the call on the list; absent where no word names it. */
  readonly source?: Source
}

const actionKey = ({ action, data }: Action): string => `${action} ${data}`

const placed = ({ source }: CallOutcome): { readonly source?: Source } =>
  source === undefined ? {} : { source }

/** The rules that give each of `calls` its action on `abis`. The names of `calls` differ. */
export function listRules(calls: readonly CallOutcome[], abis: readonly AbiToken[]): readonly PolicyRule[] {
  const groups = new Map<string, { readonly action: Action; readonly names: PolicyName[] }>()
  for (const each of calls) {
    const { name, action } = each
    const key = actionKey(action)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { action, names: [{ name, ...placed(each) }] })
    else known.names.push({ name, ...placed(each) })
  }
  const byName = new Map(calls.map((each) => [each.name, each]))
  const tables = abis.map(abiTable)
  const isThere = (name: string): boolean => tables.some(({ numbers }) => numbers.has(name))
  const multiplexers = MULTIPLEXERS.filter(({ name }) => !byName.has(name) && isThere(name))
  const multiplexed = multiplexers.flatMap((multiplexer) =>
    multiplexer.calls.flatMap(({ name, call }): readonly PolicyRule[] => {
      const ruled = byName.get(name)
      if (ruled === undefined) return []
      const args = [{ op: 'EQ', index: 0, value: BigInt(call) }] as const
      return [{ names: [{ name: multiplexer.name }], action: ruled.action, args, ...placed(ruled) }]
    }),
  )
  return [...[...groups.values()].map((group): PolicyRule => ({ ...group, args: [] })), ...multiplexed]
}
