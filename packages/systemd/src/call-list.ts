/*
 * What the lines of one setting come to: a list of calls, and whether it says what runs or what does not.
 *
 * The first line decides the kind. Later lines add to the list, or take calls off it. In a list of what runs, `~name:errno`
 * puts the call on the list with an errno. An empty value begins anew.
 *
 * Sources: systemd src/core/load-fragment.c: config_parse_syscall_filter(), config_parse_syscall_log();
 * src/shared/seccomp-util.c: seccomp_parse_syscall_filter(), parse_syscall_and_errno().
 */
import { didYouMean, quote } from '@seccompile/abi'
import { errno, KILL_PROCESS, PolicyError, warning } from '@seccompile/policy'
import type { Action, Source, Warning } from '@seccompile/policy'
import { isSyscallName, syscallNames } from '@seccompile/syscalls'
import { callsOfSet } from './sets.ts'
import type { SystemdSet } from './sets.ts'
import type { Setting, Word } from './unit.ts'

/** A call on a list. */
export interface Listed {
  readonly name: string
  /** Its own action; `undefined` for that of the list. */
  readonly action: Action | undefined
  readonly source: Source
}

/** A list of calls. */
export interface CallList {
  /** Whether the list says what runs; else it says what does not. */
  readonly isAllowList: boolean
  readonly calls: ReadonlyMap<string, Listed>
}

/** How to read lines. */
export interface ListOptions {
  readonly sets: readonly SystemdSet[]
  /**
   * Whether calls may have an errno, and a list of what runs begins with `@default`: so it is for `SystemCallFilter=`, and
   * not for `SystemCallLog=`.
   */
  readonly isFilter: boolean
}

/**
 * The action behind a colon.
 * @throws PolicyError E_NAME, E_NUMBER for what is no errno
 */
export function errnoWord(text: string, source: Source): Action {
  if (text === 'kill') return KILL_PROCESS
  try {
    return errno(/^\d{1,9}$/.test(text) ? Number(text) : (text as 'EPERM')) // `errno` refuses what is no name
  } catch (error) {
    const { name, code, message } = error as PolicyError
    if (name !== 'PolicyError') throw error
    const hint = message.endsWith('?') ? '' : ', or "kill"'
    throw new PolicyError(code, `${message}${hint}`, source, { cause: error })
  }
}

/** A word as a call or a set, and its action. */
interface Entry {
  readonly name: string
  readonly action: Action | undefined
  readonly source: Source
}

/** @throws PolicyError E_SYNTAX, E_NAME, E_NUMBER */
function entryOf({ text, source }: Word): Entry {
  const colon = text.indexOf(':')
  const name = colon === -1 ? text : text.slice(0, colon)
  if (name === '')
    throw new PolicyError(
      'E_SYNTAX',
      `expected a call, or a set such as @file-system; got ${quote(text)}`,
      source,
    )
  const place = { ...source, column: source.column + colon + 1 }
  return { name, action: colon === -1 ? undefined : errnoWord(text.slice(colon + 1), place), source }
}

/** The most unknown names that get a suggestion. */
const MAX_SUGGESTIONS = 100

/** A list that lines are read into. */
class OpenList {
  #isAllowList: boolean | undefined
  #calls = new Map<string, Listed>()
  readonly #options: ListOptions
  readonly warnings: Warning[] = []
  readonly #said = new Set<string>()

  constructor(options: ListOptions) {
    this.#options = options
  }

  /** @throws PolicyError E_NAME where there is no set `name` */
  #namesOf({ name, source }: Entry): readonly string[] {
    if (!name.startsWith('@')) {
      if (!isSyscallName(name) && !this.#said.has(name)) {
        this.#said.add(name)
        // The search for the nearest name takes long, and a hostile text may hold only unknown names.
        const known = this.#said.size > MAX_SUGGESTIONS ? [] : syscallNames
        const hint = didYouMean(name, known, '; systemd leaves it out')
        this.warnings.push(warning('unknown-name', `unknown system call ${quote(name)}${hint}`, source))
      }
      return isSyscallName(name) ? [name] : []
    }
    const { sets } = this.#options
    if (sets.some((set) => set.name === name)) return callsOfSet(name, sets).filter(isSyscallName)
    const hint = didYouMean(name, sets.map((set) => set.name)) // prettier-ignore
    throw new PolicyError('E_NAME', `unknown set ${quote(name)}${hint}`, source)
  }

  #add(entry: Entry, isInverted: boolean): void {
    const { action, source } = entry
    if (action !== undefined && !this.#options.isFilter)
      throw new PolicyError('E_SYNTAX', `${quote(entry.name)} has an errno, which SystemCallLog= does not take`, source) // prettier-ignore
    if (!isInverted && action !== undefined)
      throw new PolicyError('E_CONFLICT', `${quote(entry.name)} has an errno, and is one of the calls that run; write ~ in front of the list`, source) // prettier-ignore
    for (const name of this.#namesOf(entry))
      if (isInverted !== this.#isAllowList || action !== undefined)
        this.#calls.set(name, { name, action, source })
      else this.#calls.delete(name)
  }

  read({ words, source }: Setting): void {
    const [first, ...others] = words
    if (first === undefined) {
      this.#isAllowList = undefined
      this.#calls = new Map()
      return
    }
    const isInverted = first.text.startsWith('~')
    const bare = isInverted ? [{ text: first.text.slice(1), source: { ...first.source, column: first.source.column + 1 } }] : [first] // prettier-ignore
    if (this.#isAllowList === undefined) {
      this.#isAllowList = !isInverted
      if (this.#isAllowList && this.#options.isFilter)
        this.#add({ name: '@default', action: undefined, source }, false)
    }
    for (const word of [...bare.filter(({ text }) => text !== ''), ...others])
      this.#add(entryOf(word), isInverted)
  }

  list(): CallList | undefined {
    return this.#isAllowList === undefined
      ? undefined
      : { isAllowList: this.#isAllowList, calls: this.#calls }
  }
}

/** The list of `settings`, which are of one key; `undefined` where none is left. @throws PolicyError */
export function callList(
  settings: readonly Setting[],
  options: ListOptions,
): { readonly list: CallList | undefined; readonly warnings: readonly Warning[] } {
  const open = new OpenList(options)
  for (const setting of settings) open.read(setting)
  return { list: open.list(), warnings: open.warnings }
}
