/*
 * Recognises units that systemd loads but does not start, because libseccomp or systemd itself refuses the list of
 * calls.
 *
 * Their lines are still read, because other versions may start them.
 *
 * Sources: libseccomp src/api.c: seccomp_rule_add_exact_array(), src/db.c: db_col_action_valid(); systemd
 * src/shared/seccomp-util.c: seccomp_filter_set_add_by_name(); src/core/execute-serialize.c, which writes no empty list.
 */
import { MAX_ERRNO } from '@seccompile/abi'
import { errno } from '@seccompile/policy'
import { actionOn, sameAction, warning } from '@seccompile/policy/toolkit'
import type { Action, Source, Warning } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import type { ListedCall, SystemCallList } from './call-list.ts'
import { SYSTEMD_VERSION } from './set-table.ts'
import type { Setting } from './unit.ts'

/**
 * The reason why systemd does not start a unit with `list` on `native`, where refused calls without an action of
 * their own get `negative`.
 */
export function notStarted(
  { calls, isAllowList }: SystemCallList,
  negative: Action,
  settings: readonly Setting[],
  native: AbiToken,
): readonly Warning[] {
  const say = (brief: string, source: Source | undefined, more: string = ''): Warning => {
    const full = `systemd ${SYSTEMD_VERSION} does not start the unit: ${brief}${more}`
    return warning('cannot-start', { brief: `not started: ${brief}`, full }, source)
  }
  const has = (action: Action | undefined, number: Action): boolean =>
    action !== undefined && sameAction(actionOn(action, native), actionOn(number, native))
  const listed = [...calls.values()]
  const found = (number: Action): ListedCall | undefined => listed.find(({ action }) => has(action, number))
  const last = settings.at(-1)?.source
  const most = found(errno(MAX_ERRNO))
  const isMost = has(negative, errno(MAX_ERRNO)) && (isAllowList || listed.some(({ action }) => action === undefined)) // prettier-ignore
  const same = isAllowList ? found(errno('ENOSYS')) : undefined
  const write = isAllowList && calls.get('write')?.action !== undefined ? calls.get('write') : undefined
  return [
    ...(isAllowList && calls.size === 0 ? [say('its list of calls that run is empty', last)] : []),
    ...(most !== undefined || isMost ? [say(`an errno is ${MAX_ERRNO}; libseccomp takes less`, most?.source ?? last)] : []),
    ...(same === undefined
      ? []
      : [say(`${quote(same.name)} has ENOSYS, which is the default`, same.source, ' of a list of calls that run; write another errno')]),
    ...(write === undefined ? [] : [say('"write" has an errno, and systemd itself writes', write.source)]),
  ] // prettier-ignore
}
