/*
 * The keys of a unit: keys that are read, keys of other filters, which are not read, and lost keys.
 *
 * A lost key can only let more calls run, because its refusals do not count. So these keys have a warning of high
 * severity: a key that is read elsewhere, in a section that starts no program; a key that differs from one that is
 * read by a letter or by case; and a key with the beginning of one that is read.
 *
 * Sources: systemd.exec(5), "Sandboxing"; systemd src/core/exec-invoke.c: context_has_seccomp(); src/core/service.c:
 * service_add_extras(), where DynamicUser= sets RestrictSUIDSGID=.
 */
import { warning } from '@seccompile/policy/toolkit'
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

/** For each ending of a unit's name, the section with the settings of the programs that it starts. */
const EXEC_SECTIONS: ReadonlyMap<string, string> = new Map([
  ['service', 'Service'],
  ['socket', 'Socket'],
  ['mount', 'Mount'],
  ['swap', 'Swap'],
])

/**
 * The section that counts: the one for the kind of unit that `file` is named after, also in a folder of drop-ins.
 * Without such a name, it is the first of these sections in the text. Where the text has no section at all, like
 * lines that people paste, it is `undefined`: the part before any section.
 */
export function execSection({ sections }: UnitLines, file: string): string | undefined {
  if (sections.length === 0) return undefined
  const ending = /\.(service|socket|mount|swap)(?:\.d\/[^/]*)?$/.exec(file)?.[1]
  const known = [...EXEC_SECTIONS.values()]
  return EXEC_SECTIONS.get(ending ?? '') ?? sections.find((name) => known.includes(name)) ?? 'Service'
}

/** The key of this reader that `word` misspells, in case or by a letter. */
const nearKey = (word: string): string | undefined =>
  READ.includes(word) ? undefined : misspelling(word, READ)

/**
 * Whether `word` is probably a misspelt key of this reader: its beginning is one that no other key of systemd has, or
 * it is close to one of our keys.
 */
const isLost = (word: string): boolean =>
  nearKey(word) !== undefined || (/^sys(?:tem)?call/i.test(word) && !READ.includes(word))

/** `name` as it is, or quoted where it is long or has characters that a message must not have: units come from strangers. */
function shownName(name: string): string {
  const quoted = quote(name)
  return quoted === `"${name}"` ? name : quoted
}

/** The warning about a setting in a section that does not count; `undefined` where no warning is needed. */
function misplaced({ key, section, source }: Setting, counts: string | undefined): Warning | undefined {
  if ((!READ.includes(key) && !isLost(key)) || section?.startsWith('X-') === true) return undefined
  const [where, briefly] =
    section === undefined
      ? ['it stands in front of the first section', 'before the first section']
      : [`it stands in [${shownName(section)}]`, `in [${shownName(section)}]`]
  const full = `${shownName(key)}= is ignored: ${where}, and programs are started by [${counts}]`
  const brief = `${shownName(key)}= is ignored ${briefly}`
  return warning('misplaced-key', { brief, full }, source)
}

/** The warning about a setting that counts but is not read; `undefined` where no warning is needed. */
function unread({ key, value, source }: Setting): Warning | undefined {
  if (isLost(key)) {
    const near = nearKey(key)
    const hint = near === undefined ? `expected one of ${READ.join(', ')}` : `did you mean ${quote(near)}?`
    const what = `unknown key ${quote(key)} is ignored`
    const brief = near === undefined ? what : `unknown key; ${hint}`
    return warning('misspelt-key', { brief, full: `${what}; ${hint}` }, source)
  }
  const why = OTHER_FILTERS.get(key)
  return why === undefined || OFF.has(value.text.toLowerCase())
    ? undefined
    : warning('ignored-key', { brief: `${key}= is left out`, full: `${key}= is left out: ${why}` }, source)
}

/** The warning about a line that is no setting. */
function lostLine({ text, source }: LostLine): Warning {
  const [word = ''] = text.split(/[\s=:]+/).filter((each) => each !== '')
  const brief = 'systemd leaves out a line without a key or "="'
  const what = `${brief}: ${quote(text)}`
  return READ.includes(word) || nearKey(word) !== undefined
    ? warning(
        'misspelt-key',
        { brief, full: `${what}; did you mean ${quote(`${nearKey(word) ?? word}=`)}?` },
        source,
      )
    : warning('ignored-key', { brief, full: what }, source)
}

/** The warnings about lines that the policy leaves out. The settings of the section `counts` count. */
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

/** The keys of filters that are not read, among the settings that count. */
export function otherFilters({ settings }: UnitLines, counts: string | undefined): readonly string[] {
  const own = settings.filter(({ section, key }) => section === counts && OTHER_FILTERS.has(key))
  const last = new Map(own.map(({ key, value }) => [key, value.text.toLowerCase()]))
  return [...last].filter(([, value]) => !OFF.has(value)).map(([key]) => key)
}
