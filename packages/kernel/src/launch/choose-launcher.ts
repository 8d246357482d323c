import { flag, record, shown, whole } from '@seccompile/shape'
import { KernelError } from '../system/kernel-error.ts'
import { nativeAbi } from '../system/native-abi.ts'
import { filterList, readOptions } from '../system/option-readers.ts'
import { forbiddenCall } from './launch-calls.ts'
import { noLauncher, whyNotInstalled, whyNotLauncher, whyNotOpened } from './other-launcher.ts'
import type { NoLauncher } from './other-launcher.ts'
import { isBridge, LAUNCHERS } from './launch-words.ts'
import type { LauncherName } from './launch-words.ts'
import { whyNotAttached } from './outer-filter.ts'
import { forbiddenText, refusedLaunch } from './refused-launch.ts'
import { whyNotSecondRuntime } from './second-runtime.ts'

/** The abilities that a launcher must have. */
export interface LaunchNeeds {
  readonly filters: readonly Uint8Array[]
  /** Bits of `SECCOMP_FILTER_FLAG_*`. */
  readonly flags: number
  readonly noNewPrivs: boolean
}

const needsReader = record<LaunchNeeds>({
  filters: filterList,
  flags: whole(0xffff_ffff),
  noNewPrivs: flag,
})

function whyNot(name: LauncherName, needs: LaunchNeeds): NoLauncher | undefined {
  if (isBridge(name)) return whyNotSecondRuntime(name)
  if (needs.flags !== 0) return { why: `${name} takes no flags of seccomp(2)` }
  if (!needs.noNewPrivs) return { why: `${name} always sets no_new_privs` }
  if (name === 'setpriv' && needs.filters.length > 1) return { why: 'setpriv takes only one filter' }
  const refused = refusedLaunch(name, needs.filters)
  if (refused !== undefined) return { why: refused }
  const missing = whyNotLauncher(name)
  if (missing !== undefined) return whyNotInstalled(name, missing)
  const obstacle = whyNotOpened(name) ?? whyNotAttached(name)
  return obstacle === undefined ? undefined : { why: obstacle }
}

/**
 * Checks that a command can be executed under filters.
 * @throws KernelError `E_FILTER`
 */
export function checkExecve(filters: readonly Uint8Array[]): void {
  const forbidden = forbiddenCall(filters, nativeAbi(), ['execve'])
  if (forbidden === undefined) return
  throw new KernelError('E_FILTER', `${forbiddenText(forbidden, filters.length)}; nothing was started`, {
    requirement: forbidden.call,
  })
}

/**
 * The launcher to use: `wanted`, or the first one that works here.
 * @throws KernelError `E_ARGUMENT` where no launcher is named `wanted`, `E_FILTER` where the filters refuse a call of
 * every launcher, `E_NO_LAUNCHER` where no launcher is installed
 */
export function chooseLauncher(given: LaunchNeeds, wanted?: LauncherName): LauncherName {
  const needs = readOptions(needsReader, given, 'needs')
  if (wanted !== undefined && !LAUNCHERS.includes(wanted))
    throw new KernelError(
      'E_ARGUMENT',
      `there is no launcher ${shown(wanted)}; there are ${LAUNCHERS.join(', ')}`,
    )
  checkExecve(needs.filters)
  if (wanted !== undefined) {
    const reason = whyNot(wanted, needs)
    if (reason === undefined) return wanted
    const { why, toDo } = reason
    throw new KernelError(
      'E_NO_LAUNCHER',
      `${wanted} cannot start a command under this filter: ${why}; ${toDo === undefined ? '' : `${toDo}, or `}leave the launcher out to use another one`,
      { requirement: wanted },
    )
  }
  const reasons: NoLauncher[] = []
  for (const name of LAUNCHERS) {
    const reason = whyNot(name, needs)
    if (reason === undefined) return name
    reasons.push(reason)
  }
  throw noLauncher(reasons)
}
