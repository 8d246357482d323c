/* Reads a file of seccompiler: filters, each with the name of its thread. */
import { objectAt, parseJson } from '@seccompile/oci/reading'
import type { JsonMember } from '@seccompile/oci/reading'
import { PolicyError } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import { didYouMean, expectObject, expectText, quote } from '@seccompile/shape'
import type { SeccompilerDialect } from './dialect.ts'
import { readFilter } from './filter.ts'

/** The options of reading a file of seccompiler. */
export interface ParseSeccompilerOptions {
  /** The name of the file in messages. */
  readonly file: string
  /** The name of the filter, such as `vmm`. A file with one filter needs none. */
  readonly thread?: string
  /**
   * The compiler that the file is for. Where left out, the keys of the filter decide, and a warning says where the
   * two compilers differ.
   */
  readonly dialect?: SeccompilerDialect | undefined
}

/** A filter of a file of seccompiler. */
export interface SeccompilerFilter {
  /** In the policy, each rule, name and condition has its place in the file. */
  readonly policy: Policy
  /** The name of the filter. */
  readonly thread: string
  /** The names of all filters, in the order of the file. */
  readonly threads: readonly string[]
  /** The dialect in which the filter was read. */
  readonly dialect: SeccompilerDialect
  readonly warnings: readonly Warning[]
}

const WHAT = 'file of seccompiler'

function chosen(members: readonly JsonMember[], { file, thread }: ParseSeccompilerOptions): JsonMember {
  const names = members.map(({ key }) => key)
  const [first] = members
  const start = { file, line: 1, column: 1 }
  if (first === undefined)
    throw new PolicyError('E_EMPTY', `${WHAT} has no filter; expected an object of filters by name`, start)
  if (thread === undefined) {
    if (members.length === 1) return first
    throw new PolicyError(
      'E_CONFLICT',
      `${WHAT} has ${names.length} filters; name one of ${list(names)}`,
      start,
    )
  }
  const found = members.find(({ key }) => key === thread)
  if (found !== undefined) return found
  const hint = didYouMean(thread, names, `; expected one of ${list(names)}`)
  throw new PolicyError('E_NAME', `unknown filter ${quote(thread)}${hint}`, start)
}

const MAX_LISTED = 20

/** `names` for a message, no more than a line holds. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED).map(quote).join(', ')
  return names.length > MAX_LISTED ? `${shown} and ${names.length - MAX_LISTED} more` : shown
}

/**
 * The filter of a thread in `text`, JSON as rust-vmm's seccompiler or Firecracker's compiler reads it.
 *
 * @throws PolicyError, with file, line and column: E_SYNTAX for text that is not JSON, E_TYPE for a value that is
 *   missing or has the wrong type, E_NAME for an unknown thread, key, action, operator or system call, E_NUMBER for a
 *   number out of bounds, E_CONFLICT for several filters where none is named, two keys of one action and equal
 *   actions, E_EMPTY for a file without filters and an empty list of conditions, E_LIMIT for a text too large or
 *   nested too deep
 */
export function parseSeccompiler(text: string, options: ParseSeccompilerOptions): SeccompilerFilter {
  expectText(text, 'text')
  expectObject(options, 'options', 'file')
  const root = objectAt(parseJson(text, options.file, WHAT), WHAT, 'an object of filters by name')
  const { key, value } = chosen(root.members, options)
  const read = readFilter(value, `${options.file}#${key}`, `filter ${quote(key)}`, options)
  return { ...read, thread: key, threads: root.members.map((member) => member.key) }
}

/** Whether `text` looks like a file of seccompiler. */
export function isSeccompiler(text: string): boolean {
  expectText(text, 'text')
  return (
    text.trimStart().startsWith('{') &&
    /"(?:mismatch_action|default_action)"\s*:/.test(text) &&
    /"(?:match_action|filter_action)"\s*:/.test(text)
  )
}
