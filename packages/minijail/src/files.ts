/*
 * Reads the statements of a policy and of its included files, in order.
 *
 * A path is relative to the folder of the policy. (The Python compiler looks in the folder of the including file, and
 * the C compiler in the folder where it was started.) A path that leaves the folder is an error. So is an absolute
 * path, unless it is in the folder into which the files will be installed.
 *
 * Sources: minijail tools/parser.py: _parse_include_statement(); syscall_filter.c: parse_include_statement().
 */
import { quote } from '@seccompile/shape'
import type { Source } from '@seccompile/policy'
import { fail } from './cursor.ts'
import { statementOf } from './statement.ts'
import type { PolicyStatement } from './statement.ts'
import { linesOf, MAX_POLICY_LENGTH } from './tokens.ts'
import type { ValueContext } from './value.ts'

/** The most levels of includes: 8 in Python, 1 in C. @see tools/parser.py: include_depth_limit, which counts from 2 */
export const MAX_INCLUDE_DEPTH = 8

/** The most statements of a policy, with all included files. */
const MAX_STATEMENTS = 16_384

/** Yields the text of the file at `path`, relative to the folder of the policy; `undefined` where there is none. */
export type Include = (path: string) => string | undefined

/** The options of reading a policy with its files. */
export interface FileOptions extends ValueContext {
  readonly file: string
  readonly include?: Include | undefined
  /** The absolute folder into which the files will be installed, such as `/usr/share/policy/crosvm`. */
  readonly installed?: string | undefined
}

/** A statement other than `@include`, with the path of its file in the folder of the policy. */
export interface FiledStatement {
  readonly statement: Exclude<PolicyStatement, { kind: 'include' }>
  readonly depth: number
}

/** A file that is being read. */
interface OpenFile {
  /** The path in the folder of the policy; empty for the policy itself. */
  readonly path: string
  readonly text: string
}

/** The path of `wanted` in the folder of the policy. @throws PolicyError E_NAME where it leaves the folder */
function resolvePath(
  wanted: string,
  from: string,
  source: Source,
  { installed, dialect }: FileOptions,
): string {
  const isAbsolute = wanted.startsWith('/')
  const prefix = installed === undefined ? undefined : `${installed.replace(/\/+$/, '')}/`
  const isInstalled = prefix !== undefined && wanted.startsWith(prefix)
  if (isAbsolute && !isInstalled)
    fail(
      'E_NAME',
      `path ${quote(wanted)} is absolute, and only files in the folder of the policy are read; write "./…"`,
      source,
    )
  const parts = isInstalled || dialect === 'c' ? [] : from.split('/').slice(0, -1)
  for (const part of (isInstalled ? wanted.slice(prefix.length) : wanted).split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined)
      fail('E_NAME', `path ${quote(wanted)} leaves the folder of the policy; include files in it`, source)
  }
  return parts.join('/')
}

/** The name of the file at `path` in messages. The policy is `file`. */
const nameOf = (path: string, file: string): string => {
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  return `${folder}${path}`
}

/** Reads files, and counts their characters and statements. */
class Files {
  readonly #options: FileOptions
  readonly #found: FiledStatement[] = []
  #length = 0

  constructor(options: FileOptions) {
    this.#options = options
  }

  #included(wanted: string, source: Source, open: readonly OpenFile[]): void {
    const { include, dialect } = this.#options
    const from = open.at(-1)!.path // the policy itself is always open
    const most = dialect === 'c' ? 1 : MAX_INCLUDE_DEPTH
    if (open.length > most)
      fail('E_LIMIT', `@include nests deeper than ${most === 1 ? '1 level, which is all that the C compiler reads' : `${most} levels`}`, source) // prettier-ignore
    const path = resolvePath(wanted, from, source, this.#options)
    if (open.some((each) => each.path === path))
      fail('E_CONFLICT', `file ${quote(wanted)} includes itself, by ${[...open.slice(1).map((each) => each.path), path].join(' and ')}`, source) // prettier-ignore
    const text = include?.(path)
    if (text === undefined)
      fail('E_NAME', include === undefined ? `file ${quote(wanted)} is included, and a text alone has no files` : `file ${quote(wanted)} does not exist`, source) // prettier-ignore
    this.#read([...open, { path, text }], source)
  }

  #read(open: readonly OpenFile[], by: Source | undefined): void {
    const { file, dialect } = this.#options
    const { path, text } = open.at(-1)! // the policy itself is always open
    const name = by === undefined ? file : nameOf(path, file)
    this.#length += text.length
    if (this.#length > MAX_POLICY_LENGTH)
      fail('E_LIMIT', `policy has more than ${MAX_POLICY_LENGTH} characters with all that it includes`, by ?? { file, line: 1, column: 1 }) // prettier-ignore
    for (const line of linesOf(text, name, dialect)) {
      const statement = statementOf(line, this.#options)
      if (statement.kind === 'include') this.#included(statement.path, statement.source, open)
      else this.#found.push({ statement, depth: open.length - 1 })
      if (this.#found.length > MAX_STATEMENTS)
        fail('E_LIMIT', `policy has more than ${MAX_STATEMENTS} statements`, statement.source)
    }
  }

  statements(text: string): readonly FiledStatement[] {
    this.#read([{ path: nameInFolder(this.#options.file), text }], undefined)
    return this.#found
  }
}

/** The path of the policy in its own folder. */
const nameInFolder = (file: string): string => file.slice(file.lastIndexOf('/') + 1)

/**
 * The statements of the policy `text`, with the statements of each included file in place of its `@include`.
 * @throws PolicyError E_SYNTAX, E_NAME, E_NUMBER, E_LIMIT, E_CONFLICT
 */
export function readStatements(text: string, options: FileOptions): readonly FiledStatement[] {
  return new Files(options).statements(text)
}
