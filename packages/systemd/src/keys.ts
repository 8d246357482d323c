/*
 * The keys of a unit: those that are read, those that attach filters which are not read, and those that are lost.
 *
 * A key that is lost may only open calls: its refusals do not count. So a key of ours in a section that starts no program,
 * and a key that differs from one of ours by a letter or by case, or begins as ours do, has a warning of high severity.
 *
 * Sources: systemd.exec(5), "Sandboxing"; systemd src/core/exec-invoke.c: context_has_seccomp(); src/core/service.c:
 * service_add_extras(), where DynamicUser= sets RestrictSUIDSGID=.
 */
import { warning } from '@seccompile/policy/parts'
import type { Warning } from '@seccompile/policy'
import { misspelling, quote } from '@seccompile/shape'
import type { LostLine, Setting, UnitLines } from './unit.ts'

/** The keys that are read. */
export const KEYS = {
  filter: 'SystemCallFilter',
  logged: 'SystemCallLog',
  architectures: 'SystemCallArchitectures',
  errno: 'SystemCallErrorNumber',
} as const

const READ: readonly string[] = Object.values(KEYS)

/** The settings that attach filters of their own, or imply one that does. */
const OTHER_FILTERS: ReadonlyMap<string, string> = new Map([
  ['DynamicUser', 'it implies RestrictSUIDSGID=, which attaches a filter of its own'],
  ...[
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
  ].map((key) => [key, 'it attaches a filter of its own'] as const),
])

/** The values that turn such a setting off. */
const OFF: ReadonlySet<string> = new Set(['', 'no', 'false', 'off', '0', 'n', 'f'])

/** The sections whose settings are those of a program that is started, by the ending of the unit. */
const EXEC_SECTIONS: ReadonlyMap<string, string> = new Map([
  ['service', 'Service'],
  ['socket', 'Socket'],
  ['mount', 'Mount'],
  ['swap', 'Swap'],
])

/**
 * The section that counts: that of the kind of unit that `file` is named for, also in a folder of drop-ins. Without such a
 * name it is the first of these sections in the text; and `undefined`, before any section, where the text has none at all, as
 * the lines that people paste.
 */
export function execSection({ sections }: UnitLines, file: string): string | undefined {
  if (sections.length === 0) return undefined
  const ending = /\.(service|socket|mount|swap)(?:\.d\/[^/]*)?$/.exec(file)?.[1]
  const known = [...EXEC_SECTIONS.values()]
  return EXEC_SECTIONS.get(ending ?? '') ?? sections.find((name) => known.includes(name)) ?? 'Service'
}

/** The key of ours that `word` is but for case or a letter. */
const nearKey = (word: string): string | undefined =>
  READ.includes(word) ? undefined : misspelling(word, READ)

/** Whether `word` is no key, and was to be one of ours: it begins as no other key of systemd does, or is near to one of ours. */
const isLost = (word: string): boolean =>
  nearKey(word) !== undefined || (/^sys(?:tem)?call/i.test(word) && !READ.includes(word))

/** The warning about a setting that is in no section that counts; `undefined` where there is nothing to say. */
function misplaced({ key, section, source }: Setting, counts: string | undefined): Warning | undefined {
  if ((!READ.includes(key) && !isLost(key)) || section?.startsWith('X-') === true) return undefined
  const where =
    section === undefined ? 'it stands in front of the first section' : `it stands in [${section}]`
  return warning('misplaced-key', `${key}= is ignored: ${where}, and programs are started by [${counts}]`, source) // prettier-ignore
}

/** The warning about a setting that counts and is not read; `undefined` where there is nothing to say. */
function unread({ key, value, source }: Setting): Warning | undefined {
  if (isLost(key)) {
    const near = nearKey(key)
    const hint = near === undefined ? `expected one of ${READ.join(', ')}` : `did you mean ${quote(near)}?`
    return warning('misspelt-key', `unknown key ${quote(key)} is ignored; ${hint}`, source)
  }
  const why = OTHER_FILTERS.get(key)
  return why === undefined || OFF.has(value.text.toLowerCase())
    ? undefined
    : warning('ignored-key', `${key}= is left out: ${why}`, source)
}

/** The warning about a line that is no setting. */
function lostLine({ text, source }: LostLine): Warning {
  const [word = ''] = text.split(/[\s=:]+/).filter((each) => each !== '')
  const what = `systemd leaves out a line without a key or "=": ${quote(text)}`
  return READ.includes(word) || nearKey(word) !== undefined
    ? warning('misspelt-key', `${what}; did you mean ${quote(`${nearKey(word) ?? word}=`)}?`, source)
    : warning('ignored-key', what, source)
}

/** Notes about the lines that the policy leaves out; settings of the section `counts` count. */
export function notesOn({ settings, lost }: UnitLines, counts: string | undefined): readonly Warning[] {
  const own = settings.filter(({ section }) => section === counts)
  const others = settings.filter(({ section }) => section !== counts)
  const last = new Map(own.map((setting) => [setting.key, setting]))
  return [
    ...others.map((setting) => misplaced(setting, counts)),
    ...own.filter((setting) => last.get(setting.key) === setting || isLost(setting.key)).map(unread),
    ...lost.filter(({ section }) => section === counts).map(lostLine),
  ].filter((found) => found !== undefined)
}

/** The keys of filters that are not read, of the settings that count. */
export function otherFilters({ settings }: UnitLines, counts: string | undefined): readonly string[] {
  const own = settings.filter(({ section, key }) => section === counts && OTHER_FILTERS.has(key))
  const last = new Map(own.map(({ key, value }) => [key, value.text.toLowerCase()]))
  return [...last].filter(([, value]) => !OFF.has(value)).map(([key]) => key)
}
