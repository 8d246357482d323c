/*
 * Reads the lines of a unit that filter system calls as a policy.
 *
 * An allow list gives `SystemCallErrorNumber=` to the calls of `@known` that it does not list, and ENOSYS to every
 * other number: see docs/adr/0040. A deny list lets every other call run. `SystemCallLog=` is a filter of its own, so
 * a call that either filter refuses is refused. Since version 256 a service can always write, because systemd writes
 * between the attachment and the start of the program.
 *
 * Sources: systemd src/core/exec-invoke.c: apply_syscall_filter(), apply_syscall_log(), apply_syscall_archs();
 * src/shared/seccomp-util.c: seccomp_load_syscall_filter_set_raw(), override_default_action(); systemd.exec(5).
 */
import { ALLOW, errno, KILL_PROCESS, KILL_THREAD, LOG, PolicyError } from '@seccompile/policy'
import { warning } from '@seccompile/policy/toolkit'
import type { Action, Policy, Warning } from '@seccompile/policy'
import { expectList, expectObject, expectText, quote } from '@seccompile/shape'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { architecturesOf } from './architectures.ts'
import { callList } from './call-list.ts'
import type { SystemCallList } from './call-list.ts'
import { errnoWord } from './errno-word.ts'
import { execSection, KEYS, notesOn, otherFilters } from './keys.ts'
import { isNative, knowledge } from './libseccomp-names.ts'
import type { Knows } from './libseccomp-names.ts'
import { listRules } from './list-rules.ts'
import { notStarted } from './not-started.ts'
import type { CallOutcome } from './list-rules.ts'
import { SYSTEMD_SETS } from './sets.ts'
import type { SystemdSet } from './sets.ts'
import { unfilteredPrograms } from './unfiltered.ts'
import { linesOf } from './unit.ts'
import type { Setting, UnitLines } from './unit.ts'

/** The options of reading a unit. */
export interface ParseSystemdOptions {
  /** The name of the file in messages. Its ending decides which section counts. */
  readonly file: string
  /** The sets of the systemd that runs the unit; those of version 257 where absent. */
  readonly sets?: readonly SystemdSet[] | undefined
  /** The ABI that systemd is built for; x86_64 where absent. */
  readonly native?: AbiToken | undefined
}

/** A unit, read as a policy. */
export interface SystemdPolicy {
  /** In the policy, each name has the place of the word that put it there. */
  readonly policy: Policy
  readonly warnings: readonly Warning[]
}

const ENOSYS = errno('ENOSYS')

/** The facts that names depend on, and the ABIs with a filter, the native one first. */
interface NameTables {
  readonly sets: readonly SystemdSet[]
  readonly knows: Knows
  readonly abis: readonly AbiToken[]
}

/** The action of refused calls, from the last line that systemd can read. */
function negativeOf(settings: readonly Setting[]): {
  readonly action: Action
  readonly warnings: readonly Warning[]
} {
  let action = KILL_PROCESS
  const warnings: Warning[] = []
  for (const { value } of settings) {
    const { text } = value
    const found = text === '' ? KILL_PROCESS : errnoWord(text)
    if (typeof found === 'string' || (found.action === 'ERRNO' && found.data === 0)) {
      const why = typeof found === 'string' ? found : 'it is 0'
      const brief = `systemd leaves out ${KEYS.errno}=${quote(text)}`
      warnings.push(warning('dropped-word', { brief, full: `${brief}: ${why}` }, value.sourceAt(0)))
    } else action = found
  }
  return { action, warnings }
}

/** `list` with `write` allowed, which systemd needs: added to an allow list, or taken off a deny list. */
function withWrite(list: SystemCallList): {
  readonly list: SystemCallList
  readonly warnings: readonly Warning[]
} {
  const calls = new Map(list.calls)
  const before = calls.get('write')
  if (!list.isAllowList) {
    calls.delete('write')
    const brief = 'a service can write all the same'
    const full = `${brief}: systemd does before it starts the program`
    return {
      list: { ...list, calls },
      warnings: before === undefined ? [] : [warning('dead-rule', { brief, full }, before.source)],
    }
  }
  if (before === undefined) calls.set('write', { name: 'write', action: undefined, source: undefined })
  return { list: { ...list, calls }, warnings: [] }
}

/**
 * The calls of @known that get the action of refused calls: the names that stand in the set itself. systemd does not
 * look into the sets in it, so a call that only @obsolete has gets ENOSYS.
 */
function refusedByName(
  { calls }: SystemCallList,
  { sets, knows, abis: [native] }: NameTables,
): readonly string[] {
  const table = abiTable(native!) // the native one is first
  const own = sets.find(({ name }) => name === '@known')?.own ?? []
  return own.filter((name) => knows(name) && isNative(name, table) && !calls.has(name))
}

/** The calls of `list`. Calls without an action of their own get `action`. */
function ruled({ calls }: SystemCallList, action: Action): readonly CallOutcome[] {
  return [...calls.values()].map(({ name, source, ...own }) => ({
    name,
    action: own.action ?? action,
    ...(source === undefined ? {} : { source }),
  }))
}

/** The default and the rules of the filter of `list`. */
function filterOf(
  list: SystemCallList,
  negative: Action,
  names: NameTables,
): Pick<Policy, 'defaultAction' | 'rules'> {
  const { abis } = names
  if (!list.isAllowList) return { defaultAction: ALLOW, rules: listRules(ruled(list, negative), abis) }
  // Before version 247 there was no @known, and no second default.
  const hasKnown = names.sets.some(({ name }) => name === '@known')
  if (!hasKnown) return { defaultAction: negative, rules: listRules(ruled(list, ALLOW), abis) }
  const refused = refusedByName(list, names).map((name) => ({ name, action: negative }))
  return { defaultAction: ENOSYS, rules: listRules([...ruled(list, ALLOW), ...refused], abis) }
}

/**
 * Checks that `lines` have a filter.
 * @throws PolicyError E_EMPTY, with the keys of filters that are not read
 */
function checkFilters(lines: UnitLines, counts: string | undefined, file: string): void {
  const keys: readonly string[] = [KEYS.filter, KEYS.logged, KEYS.architectures, KEYS.errno]
  if (lines.settings.some(({ section, key }) => section === counts && keys.includes(key))) return
  const others = otherFilters(lines, counts)
  const notes = notesOn(lines, counts).find(({ severity }) => severity === 'high')
  const unread = others.length === 0 ? '' : `; ${others.map((key) => `${key}=`).join(', ')} ${others.length === 1 ? 'attaches a filter of its own, which is' : 'attach filters of their own, which are'} not read` // prettier-ignore
  const hint = notes === undefined ? '' : `; ${notes.message}`
  throw new PolicyError(
    'E_EMPTY',
    `unit filters no system calls; expected ${KEYS.filter}=, ${KEYS.logged}= or ${KEYS.architectures}=${unread}${hint}`,
    { file, line: 1, column: 1 },
  )
}

const EMPTY: SystemCallList = { isAllowList: false, calls: new Map() }

/**
 * The policy of `text`, which is a unit, or lines of one.
 *
 * Words that systemd leaves out with a warning are left out here too, with a warning.
 *
 * @throws PolicyError, with file, line and column: E_SYNTAX for a unit that systemd does not load, E_EMPTY for a unit that
 * filters nothing, E_LIMIT for a text too large
 */
export function parseSystemd(text: string, options: ParseSystemdOptions): SystemdPolicy {
  expectText(text, 'text')
  expectObject(options, 'options', 'file')
  const { file, sets = SYSTEMD_SETS, native = 'x86_64' } = options
  expectText(file, 'options.file')
  expectList(sets, 'options.sets', 'name', 'sets', 'own')
  const lines = linesOf(text, file)
  const counts = execSection(lines, file)
  checkFilters(lines, counts, file)
  const of = (key: string): readonly Setting[] =>
    lines.settings.filter((setting) => setting.section === counts && setting.key === key)
  const knows = knowledge()
  const filter = callList(of(KEYS.filter), { sets, knows, isFilter: true })
  const logged = callList(of(KEYS.logged), { sets, knows, isFilter: false })
  const read = filter.list ?? EMPTY
  const writing = withWrite(read)
  const negative = negativeOf(of(KEYS.errno))
  const { filtered, closed, isClosed, warnings } = architecturesOf(of(KEYS.architectures), native)
  const policy: Policy = {
    name: file,
    abis: filtered,
    badArch: isClosed ? KILL_THREAD : ALLOW,
    ...(closed.length === 0 ? {} : { closed }),
    ...filterOf(writing.list, negative.action, { sets, knows, abis: filtered }),
    ...(logged.list === undefined ? {} : { and: logPolicies(logged.list, file, filtered) }),
  }
  return {
    policy,
    warnings: [
      ...notesOn(lines, counts),
      ...unfilteredPrograms(lines.settings.filter(({ section }) => section === counts)),
      ...filter.warnings,
      ...logged.warnings,
      ...negative.warnings,
      ...warnings,
      ...(filter.list === undefined ? [] : writing.warnings),
      ...(filter.list === undefined ? [] : notStarted(filter.list, negative.action, of(KEYS.filter), native)),
    ],
  }
}

/**
 * The filter of `SystemCallLog=`, which refuses nothing. A deny list without calls has no such filter.
 */
function logPolicies(list: SystemCallList, file: string, abis: readonly AbiToken[]): readonly Policy[] {
  if (!list.isAllowList && list.calls.size === 0) return []
  const [action, defaultAction] = list.isAllowList ? [LOG, ALLOW] : [ALLOW, LOG]
  const rules = listRules(ruled(list, action), abis)
  return [{ name: `${KEYS.logged}= of ${file}`, defaultAction, badArch: ALLOW, rules }]
}
