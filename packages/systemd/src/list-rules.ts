/*
 * The rules of a list of calls.
 *
 * systemd hands libseccomp a rule for each call. Where an ABI has a multiplexer, libseccomp adds a rule for the operation of
 * the multiplexer that does the same: one for `socket` is one for `socketcall` with 1. A rule for the multiplexer itself wins.
 *
 * Sources: systemd src/shared/seccomp-util.c: seccomp_load_syscall_filter_set_raw(); libseccomp src/syscalls.c: abi_rule_add().
 */
import type { Action, PolicyName, PolicyRule } from '@seccompile/policy'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { CallList, Listed } from './call-list.ts'

const actionKey = ({ action, data }: Action): string => `${action} ${data}`

/** The rules of `list`, whose calls get `action` where they have none of their own. */
export function listRules({ calls }: CallList, action: Action): readonly PolicyRule[] {
  const groups = new Map<string, { readonly action: Action; readonly names: PolicyName[] }>()
  const actionOf = (each: Listed): Action => each.action ?? action
  for (const each of calls.values()) {
    const key = actionKey(actionOf(each))
    const { name, source } = each
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { action: actionOf(each), names: [{ name, source }] })
    else known.names.push({ name, source })
  }
  const multiplexed = MULTIPLEXERS.filter(({ name }) => !calls.has(name)).flatMap((multiplexer) =>
    multiplexer.calls.flatMap(({ name, call }): readonly PolicyRule[] => {
      const listed = calls.get(name)
      if (listed === undefined) return []
      const args = [{ op: 'EQ', index: 0, value: BigInt(call) }] as const
      return [{ names: [{ name: multiplexer.name }], action: actionOf(listed), args, source: listed.source }]
    }),
  )
  return [...[...groups.values()].map((group): PolicyRule => ({ ...group, args: [] })), ...multiplexed]
}
