/*
 * Reads the lines of one setting as a list of calls: an allow list or a deny list.
 *
 * The first line decides the kind. Later lines add to the list, or take calls off it. In an allow list, `~name:errno`
 * puts the call on the list with an errno. An empty value removes all earlier lines. systemd leaves out a word that
 * it cannot read, with a warning. So does this reader. Where the word would refuse a call, the call may then run.
 *
 * Sources: systemd src/core/load-fragment.c: config_parse_syscall_filter(), config_parse_syscall_log();
 * src/shared/seccomp-util.c: seccomp_parse_syscall_filter(), parse_syscall_and_errno().
 */
import { warning } from '@seccompile/policy/toolkit'
import type { Action, Source, Warning, WarningName } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { isSyscallName, syscallNames } from '@seccompile/syscalls'
import { errnoWord } from './errno-word.ts'
import type { Knows } from './libseccomp-names.ts'
import { LIBSECCOMP_VERSION } from './libseccomp-table.ts'
import { callsOfSet } from './sets.ts'
import type { SystemdSet } from './sets.ts'
import type { Setting } from './unit.ts'
import { wordsOf } from './words.ts'
import type { SettingWord } from './words.ts'

/** A call on a list. */
export interface ListedCall {
  readonly name: string
  /** The action of the call itself; `undefined` where it has that of the list. */
  readonly action: Action | undefined
  /** The word that put the call on the list; `undefined` where systemd itself did. */
  readonly source: Source | undefined
}

/** A list of calls. */
export interface SystemCallList {
  /** Whether it is an allow list. Otherwise it is a deny list. */
  readonly isAllowList: boolean
  readonly calls: ReadonlyMap<string, ListedCall>
}

/** The options of reading the lines. */
export interface ListOptions {
  readonly sets: readonly SystemdSet[]
  /** Tells the calls that libseccomp knows; others are left out. */
  readonly knows: Knows
  /**
   * Whether calls may have an errno, and an allow list begins with `@default`. Both hold for `SystemCallFilter=`, but
   * not for `SystemCallLog=`.
   */
  readonly isFilter: boolean
}

/** A word that was read: a call or a set, and its action. */
interface ListEntry {
  readonly name: string
  readonly action: Action | undefined
  readonly source: Source
}

/** The parts of a word, or the reason why systemd leaves the word out. */
function entryOf({ text, source }: SettingWord): ListEntry | string {
  const colon = text.indexOf(':')
  const name = colon === -1 ? text : text.slice(0, colon)
  const action = colon === -1 ? undefined : errnoWord(text.slice(colon + 1))
  if (typeof action === 'string') return action
  return name === '' ? 'expected a call, or a set such as @file-system' : { name, action, source }
}

/** The most unknown names that get a suggestion, because the search for the nearest name takes long. */
const MAX_SUGGESTIONS = 100

/** A list to which lines are added. */
class OpenList {
  #isAllowList: boolean | undefined
  #calls = new Map<string, ListedCall>()
  readonly #options: ListOptions
  readonly warnings: Warning[] = []
  readonly #said = new Set<string>()

  constructor(options: ListOptions) {
    this.#options = options
  }

  #warn(name: WarningName, brief: string, full: string, source: Source): void {
    this.warnings.push(warning(name, { brief, full }, source))
  }

  /** Warns of a word that is left out. Behind `~` the word would refuse calls, which may run now. */
  #leaveOut({ text, source }: SettingWord, why: string, isInverted: boolean): void {
    const brief = `systemd leaves out ${quote(text)}`
    if (isInverted && this.#options.isFilter)
      this.#warn('lost-refusal', brief, `${brief}: ${why}; its calls may run`, source)
    else this.#warn('dropped-word', brief, `${brief}: ${why}`, source)
  }

  #unknownName(name: string, source: Source, isInverted: boolean): void {
    if (this.#said.has(name)) return
    this.#said.add(name)
    const outcome = isInverted && this.#options.isFilter ? 'leaves it out, and it may run' : 'leaves it out'
    if (isSyscallName(name)) {
      const what = `libseccomp ${LIBSECCOMP_VERSION} does not know the system call ${quote(name)}; systemd ${outcome}`
      this.#warn(
        'unknown-name',
        `libseccomp ${LIBSECCOMP_VERSION} does not know ${quote(name)}`,
        what,
        source,
      )
      return
    }
    const known = this.#said.size > MAX_SUGGESTIONS ? [] : syscallNames
    const full = `unknown system call ${quote(name)}${didYouMean(name, known, `; systemd ${outcome}`)}`
    this.#warn('unknown-name', `unknown call ${quote(name)}${didYouMean(name, known)}`, full, source)
  }

  /** The calls of a set that libseccomp knows. Warns of the others where they run for lack of a name. */
  #callsOf({ name, source }: ListEntry, isInverted: boolean): readonly string[] {
    const { sets, knows, isFilter } = this.#options
    if (!sets.some((set) => set.name === name)) {
      const hint = didYouMean(name, sets.map((set) => set.name), '; systemd leaves it out') // prettier-ignore
      const brief = `unknown set ${quote(name)}`
      this.#warn('unknown-name', brief, `${brief}${hint}`, source)
      return []
    }
    const all = callsOfSet(name, sets).filter(isSyscallName)
    const open = all.filter((each) => !knows(each))
    if (isInverted && isFilter && this.#isAllowList === false && open.length > 0)
      this.#warn(
        'unknown-name',
        `libseccomp ${LIBSECCOMP_VERSION} does not know ${open.length} calls of ${quote(name)}`,
        `libseccomp ${LIBSECCOMP_VERSION} does not know ${open.join(', ')} of ${quote(name)}; systemd leaves them out, and they run`,
        source,
      )
    return all.filter(knows)
  }

  #namesOf(entry: ListEntry, isInverted: boolean): readonly string[] {
    const { name, source } = entry
    if (name.startsWith('@')) return this.#callsOf(entry, isInverted)
    if (this.#options.knows(name)) return [name]
    this.#unknownName(name, source, isInverted)
    return []
  }

  #add(entry: ListEntry, isInverted: boolean): void {
    const { action, source } = entry
    for (const name of this.#namesOf(entry, isInverted))
      if (isInverted !== this.#isAllowList || action !== undefined)
        this.#calls.set(name, { name, action, source })
      else this.#calls.delete(name)
  }

  #addWord(word: SettingWord, isInverted: boolean): void {
    const entry = this.#options.isFilter ? entryOf(word) : { ...word, name: word.text, action: undefined }
    if (typeof entry === 'string') this.#leaveOut(word, entry, isInverted)
    else if (!isInverted && entry.action !== undefined)
      this.#leaveOut(word, 'a call that runs has no errno; write ~ in front of the list', isInverted)
    else this.#add(entry, isInverted)
  }

  read({ value, source }: Setting): void {
    if (value.text === '') {
      this.#isAllowList = undefined
      this.#calls = new Map()
      return
    }
    const isInverted = value.text.startsWith('~')
    if (this.#isAllowList === undefined) {
      this.#isAllowList = !isInverted
      if (this.#isAllowList && this.#options.isFilter)
        this.#add({ name: '@default', action: undefined, source }, false)
    }
    const { words, broken } = wordsOf(value, isInverted ? 1 : 0)
    for (const word of words) this.#addWord(word, isInverted)
    if (broken !== undefined) this.#leaveOut(broken, 'it ends in a backslash', isInverted)
  }

  list(): SystemCallList | undefined {
    return this.#isAllowList === undefined
      ? undefined
      : { isAllowList: this.#isAllowList, calls: this.#calls }
  }
}

/** The list of `settings`, which all have one key; `undefined` where no list is left. */
export function callList(
  settings: readonly Setting[],
  options: ListOptions,
): { readonly list: SystemCallList | undefined; readonly warnings: readonly Warning[] } {
  const open = new OpenList(options)
  for (const setting of settings) open.read(setting)
  return { list: open.list(), warnings: open.warnings }
}
