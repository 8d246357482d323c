/*
 * What the value of each option, and each argument, may be. A test holds this table against the command line: an option
 * that takes a value and is not here is an error of that test.
 */

import { KINDS } from '@seccompile/draw/kinds'
import { NOTATIONS } from '../notation/notations.ts'
import type { ArgumentForm } from './argument-words.ts'

/** Values that have a list of their own; see candidates.ts. `… list` is separated by commas. */
export type Named =
  | 'ABI'
  | 'ABI list'
  | 'action'
  | 'call'
  | 'capability list'
  | 'command'
  | 'group'
  | 'lint rule list'
  | 'pass'
  | 'pass list'
  | 'presets'

/** What a word may be: one of some words, a name of a list, or what the shell itself can find. */
export interface Takes {
  readonly words?: readonly string[]
  /** Whether several of `words` may be joined by commas. */
  readonly isList?: boolean
  readonly named?: Named
  /** Whether it is an argument of a call, and how that is typed. */
  readonly argument?: ArgumentForm
  /** Whether it may be a preset, with the prefix `preset:`. */
  readonly isPolicy?: boolean
  readonly found?: 'files' | 'folders' | 'programs'
}

/** A number, a version, or a text that no list has. */
const FREE: Takes = {}
const FILE: Takes = { found: 'files' }
const FILTER: Takes = { found: 'files', isPolicy: true }
const words = (...all: readonly string[]): Takes => ({ words: all })
const named = (name: Named): Takes => ({ named: name })

/** What the options take, in every command that has them unless {@link COMMANDS} has another entry. */
export const OPTIONS: Readonly<Record<string, Takes>> = {
  '--abi': named('ABI list'),
  '--abi-weight': FREE,
  '--arg': { argument: 'test' },
  '--base': FILTER,
  '--baseline': FILE,
  '--bisect-limit': FREE,
  '--call': named('call'),
  '--caps': named('capability list'),
  '--cpu': FREE,
  '--dump-dir': { found: 'folders' },
  '--effort': words('default', 'max'),
  '--empty-architectures': words('defer', 'native'),
  '--fail-on': words('high', 'medium', 'low', 'never'),
  '--format': words('text', 'json'),
  '--insn-cost': FREE,
  '--keep-fd': FREE,
  '--kernel': FREE,
  '--known-up-to': FREE,
  '--launcher': words('koffi', 'setpriv', 'bwrap'),
  '--max-filters': FREE,
  '--max-path': FREE,
  '--multiplexers': words('policy', 'runc'),
  '--objective': words('uniform', 'weights', 'bitmap', 'attach'),
  '--of': FILTER,
  '--output': FILE,
  '--passes': named('pass list'),
  '--goal': words('speed', 'size'),
  '--pipeline': words('speed', 'size', 'list', 'none'),
  '--print-after': { words: ['changed', 'all'], named: 'pass' },
  '--repro': FILE,
  '--rounds': FREE,
  '--run-repro': FILE,
  '--syscall': named('call'),
  '--theme': words('auto', 'light', 'dark', 'page'),
  '--title': FREE,
  '--to': words(...NOTATIONS.map(({ name }) => name)),
  '--unknown': { words: ['ENOSYS'], named: 'action' },
  '--use': FILE,
  '--verdict': named('action'),
  '--weights': { words: ['server'], found: 'files' },
  '--widths': words('profile', 'kernel'),
  '--within': named('ABI'),
}

/** The forms of an answer that may be a table. */
const FORMS: Takes = words('text', 'json', 'markdown')

/** What a command takes. */
interface CommandTakes {
  /** The last entry holds for all further arguments where the last argument is a list. */
  readonly args: readonly Takes[]
  readonly options?: Readonly<Record<string, Takes>>
}

/** What the commands take. */
export const COMMANDS: Readonly<Record<string, CommandTakes>> = {
  asm: { args: [FILE] },
  bench: { args: [FILTER] },
  call: { args: [named('call')], options: { '--abi': named('ABI') } },
  compile: { args: [FILTER] },
  'check-manifest': { args: [FILE] },
  merge: { args: [FILTER] },
  convert: { args: [FILTER] },
  complete: { args: [words('bash', 'zsh', 'fish')] },
  cost: { args: [FILTER], options: { '--format': words('text', 'json', 'markdown', 'svg') } },
  diff: {
    args: [FILTER, FILTER],
    options: {
      '--only': { words: ['weaker', 'stricter', 'other'], isList: true },
      '--format': words('text', 'json', 'markdown', 'html', 'svg'),
    },
  },
  digest: { args: [FILTER] },
  disasm: { args: [FILTER] },
  draw: {
    args: [words(...KINDS.map(({ name }) => name)), FILTER],
    options: { '--format': words('svg', 'dot', 'mermaid') },
  },
  dump: { args: [FREE], options: { '--output': { found: 'folders' } } },
  emulate: { args: [FILTER, named('call'), { argument: 'argument' }] },
  explain: { args: [FILTER] },
  groups: { args: [named('group')], options: { '--abi': named('ABI') } },
  help: { args: [named('command')] },
  intersect: { args: [FILTER, FILTER] },
  launch: {
    args: [
      words('bwrap', 'setpriv', 'crun', 'docker', 'podman', 'systemd'),
      FILTER,
      { found: 'programs' },
      FILE,
    ],
  },
  lint: {
    args: [FILTER],
    options: {
      '--format': words('text', 'json', 'sarif', 'markdown'),
      '--only': named('lint rule list'),
      '--skip': named('lint rule list'),
    },
  },
  optimize: { args: [FILE], options: { '--pipeline': words('speed', 'size') } },
  oracle: { args: [FILTER, named('call'), { argument: 'argument' }] },
  passes: { args: [] },
  presets: { args: [named('presets')] },
  probe: { args: [] },
  prove: { args: [FILTER, FILTER] },
  report: { args: [FILTER], options: { '--format': words('html', 'markdown') } },
  run: { args: [FILTER, { found: 'programs' }, FILE] },
  solve: { args: [FILTER], options: { '--format': FORMS } },
  subset: { args: [FILTER], options: { '--format': FORMS } },
  verify: { args: [FILTER] },
}
