/*
 * The lines of a unit that filter system calls, as a policy.
 *
 * systemd attaches a filter for each ABI that it knows the machine to have, and lets calls of others run. With
 * `SystemCallArchitectures=` one more filter kills the threads that make calls of other ABIs. `SystemCallLog=` is a filter
 * too, so a call that one filter refuses is refused. Since version 256 a service can always write: systemd does it
 * between the attachment and the start of the program.
 *
 * Sources: systemd src/core/exec-invoke.c: apply_syscall_filter(), apply_syscall_log(), apply_syscall_archs();
 * src/shared/seccomp-util.c: seccomp_init_for_arch(), seccomp_restrict_archs(); systemd.exec(5).
 */
import { didYouMean, quote } from '@seccompile/abi'
import { ALLOW, KILL_PROCESS, KILL_THREAD, LOG, PolicyError, warning } from '@seccompile/policy'
import type { Action, Policy, SubArchitectures, Warning } from '@seccompile/policy'
import { ARCH_NAMES, archToken, LOCAL } from './arch.ts'
import { callList, errnoWord } from './call-list.ts'
import type { CallList, Listed } from './call-list.ts'
import { listRules } from './list-rules.ts'
import { SYSTEMD_SETS } from './sets.ts'
import type { SystemdSet } from './sets.ts'
import { EXEC_SECTIONS, settingsOf } from './unit.ts'
import type { Setting } from './unit.ts'

/** How to read a unit. */
export interface ParseSystemdOptions {
  /** The name of the file in messages. */
  readonly file: string
  /** The sets of the systemd that runs the unit; those of version 257 where absent. */
  readonly sets?: readonly SystemdSet[] | undefined
}

/** The lines of a unit, as a policy. */
export interface SystemdPolicy {
  /** Each name has the place of the word that put it there. */
  readonly policy: Policy
  readonly warnings: readonly Warning[]
}

const FILTER = 'SystemCallFilter'
const LOGGED = 'SystemCallLog'
const ARCHITECTURES = 'SystemCallArchitectures'
const ERRNO = 'SystemCallErrorNumber'
const KEYS: readonly string[] = [FILTER, LOGGED, ARCHITECTURES, ERRNO]

/** The settings that attach filters of their own. @see systemd.exec(5), "Sandboxing" */
const OTHER_FILTERS: readonly string[] = [
  'LockPersonality',
  'MemoryDenyWriteExecute',
  'PrivateDevices',
  'ProtectClock',
  'ProtectHostname',
  'ProtectKernelLogs',
  'ProtectKernelModules',
  'ProtectKernelTunables',
  'RestrictAddressFamilies',
  'RestrictNamespaces',
  'RestrictRealtime',
  'RestrictSUIDSGID',
]

const OFF: ReadonlySet<string | undefined> = new Set([undefined, 'no', 'false', 'off', '0', 'n', 'f'])

/** The errno of refused calls, or the kill; the last line counts. @throws PolicyError */
function negativeOf(settings: readonly Setting[]): Action {
  const last = settings.at(-1)
  const [word, ...others] = last?.words ?? []
  if (word === undefined) return KILL_PROCESS
  const more = others[0]
  if (more !== undefined)
    throw new PolicyError('E_SYNTAX', `${ERRNO}= has one errno; got ${quote(more.text)} as well`, more.source)
  const action = errnoWord(word.text, word.source)
  if (action.data === 0 && action.action === 'ERRNO')
    throw new PolicyError('E_NUMBER', `${ERRNO}= is 0, which systemd refuses; write 1 to 4095, a name or "kill"`, word.source) // prettier-ignore
  return action
}

/** The ABIs of each machine that `SystemCallArchitectures=` lets run; `undefined` where it says nothing. */
function architecturesOf(settings: readonly Setting[]): readonly SubArchitectures[] | undefined {
  const tokens = new Set<string>()
  let isSaid = false
  for (const { words } of settings) {
    isSaid = words.length > 0
    if (!isSaid) tokens.clear()
    for (const { text, source } of words) {
      const token = archToken(text)
      if (token === undefined)
        throw new PolicyError(
          'E_NAME',
          `unknown architecture ${quote(text)}${didYouMean(text, ARCH_NAMES)}`,
          source,
        )
      tokens.add(token)
    }
  }
  if (!isSaid) return undefined
  // The vDSO of x32 makes calls of x86_64.
  return LOCAL.map(({ main, sub }) => ({
    main,
    sub: sub.filter(
      (token) => tokens.has(token) || (main === 'x32' && token === 'x86_64' && tokens.has('x32')),
    ),
  }))
}

/** Notes about settings that the policy leaves out. */
function notesOn({ key, words, section, source }: Setting): readonly Warning[] {
  const isExec = section === undefined || EXEC_SECTIONS.includes(section)
  if (KEYS.includes(key) && !isExec)
    return [warning('ignored-key', `${key}= is ignored: it stands in [${section}], and programs are started by [Service]`, source)] // prettier-ignore
  if (isExec && OTHER_FILTERS.includes(key) && !OFF.has(words[0]?.text.toLowerCase()))
    return [warning('ignored-key', `${key}= is left out: it attaches a filter of its own`, source)]
  return []
}

/** `list` with `write`, which systemd needs: on the list of what runs, or off that of what does not. */
function withWrite(list: CallList): { readonly list: CallList; readonly warnings: readonly Warning[] } {
  const calls = new Map(list.calls)
  const before = calls.get('write')
  if (!list.isAllowList) {
    calls.delete('write')
    const said = 'a service can write all the same: systemd does before it starts the program'
    return {
      list: { ...list, calls },
      warnings: before === undefined ? [] : [warning('dead-rule', said, before.source)],
    }
  }
  const first = calls.values().next().value as Listed // a list of what runs has @default
  if (before === undefined) calls.set('write', { name: 'write', action: undefined, source: first.source })
  return { list: { ...list, calls }, warnings: [] }
}

const EMPTY: CallList = { isAllowList: false, calls: new Map() }

/**
 * The policy of the unit `text`, or of lines of one.
 *
 * @throws PolicyError, with file, line and column: E_SYNTAX for what is no setting, E_NAME for an unknown set, errno or
 * architecture, E_NUMBER for an errno out of bounds, E_CONFLICT for an errno of a call that runs, E_EMPTY for a unit that
 * filters nothing, E_LIMIT for a text too large
 */
export function parseSystemd(
  text: string,
  { file, sets = SYSTEMD_SETS }: ParseSystemdOptions,
): SystemdPolicy {
  const settings = settingsOf(text, file)
  const taking = settings.filter(({ section }) => section === undefined || EXEC_SECTIONS.includes(section))
  const of = (key: string): readonly Setting[] => taking.filter((setting) => setting.key === key)
  if (!taking.some(({ key }) => KEYS.includes(key)))
    throw new PolicyError(
      'E_EMPTY',
      `unit filters no system calls; expected ${FILTER}=, ${LOGGED}= or ${ARCHITECTURES}=`,
      {
        file,
        line: 1,
        column: 1,
      },
    )
  const filter = callList(of(FILTER), { sets, isFilter: true })
  const logged = callList(of(LOGGED), { sets, isFilter: false })
  const writing = withWrite(filter.list ?? EMPTY)
  const negative = negativeOf(of(ERRNO))
  const subs = architecturesOf(of(ARCHITECTURES))
  const { list } = writing
  const policy: Policy = {
    name: file,
    defaultAction: list.isAllowList ? negative : ALLOW,
    badArch: subs === undefined ? ALLOW : KILL_THREAD,
    archMap: subs ?? LOCAL,
    rules: listRules(list, list.isAllowList ? ALLOW : negative),
    ...(logged.list === undefined ? {} : { and: [logPolicy(logged.list, file)] }),
  }
  const warnings = [
    ...settings.flatMap(notesOn),
    ...filter.warnings,
    ...logged.warnings,
    ...(filter.list === undefined ? [] : writing.warnings),
  ]
  return { policy, warnings }
}

/** The filter of `SystemCallLog=`, which refuses nothing. */
function logPolicy(list: CallList, file: string): Policy {
  const [action, defaultAction] = list.isAllowList ? [LOG, ALLOW] : [ALLOW, LOG]
  return { name: `${LOGGED}= of ${file}`, defaultAction, badArch: ALLOW, rules: listRules(list, action) }
}
