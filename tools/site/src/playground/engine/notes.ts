/* Errors and warnings as notes at their place in the text. */
import type { Finding, Warning } from '@seccompile/policy'
import type { Note } from '../messages.ts'

/** Most characters of a message: a profile may have a name of any length. */
const MOST = 2000

/** `text`, cut to at most `most` characters. */
export const bounded = (text: string, most: number = MOST): string =>
  text.length > most ? `${text.slice(0, most)}…` : text

const PLACE = /^(?:[^\s:]+:)?\d+:\d+: /

/** The names of errors that report a fault of the person's input. */
const THEIRS = new Set(['AssemblyError', 'CliError', 'DrawError', 'PolicyError', 'TextError'])

/** A fault as a note. Faults of the person's input have a place; ours have none. */
export function faultNote(error: unknown): Note {
  const { name, message, line, column } = error as Partial<Error & { line: number; column: number }>
  const isTheirs = name !== undefined && THEIRS.has(name)
  const text = (message ?? String(error)).replace(line === undefined ? /^$/ : PLACE, '')
  return {
    severity: 'error',
    message: bounded(isTheirs ? text : `${name ?? 'Error'}: ${text}`),
    line: typeof line === 'number' ? line : undefined,
    column: typeof column === 'number' ? column : undefined,
  }
}

/** A warning, or another finding, as a note. */
export function warningNote(found: Finding & Partial<Pick<Warning, 'brief'>>): Note {
  const { name, severity, message, brief = message, source, call } = found
  const text = (said: string): string => bounded(source === undefined ? said : said.replace(PLACE, ''))
  return {
    name,
    severity,
    isFinding: call !== undefined,
    message: text(brief),
    full: brief === message ? undefined : text(message),
    line: source?.line,
    column: source?.column,
  }
}
