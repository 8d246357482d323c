/*
 * Modules that a person names on the command line: policies and passes that the person wrote.
 *
 * A module is a program: it can read files, and it can loop. An error in a module is a fault of the module, so messages
 * name the line of the module.
 */
import { spawnSync } from 'node:child_process'
import { isBuiltin } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { quote } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import { checkReadable } from '../io/input.ts'

/** The place in the file `path` that threw `error`, as `name:line:column`; `name` is what the person typed. */
export function placeInModule(error: unknown, path: string, name: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const full = resolve(path)
  for (const file of [pathToFileURL(full).href, full]) {
    const at = stack.indexOf(`${file}:`)
    if (at === -1) continue
    const place = /^:\d+(?::\d+)?/.exec(stack.slice(at + file.length))
    if (place !== null) return `${name}${place[0]}`
  }
  return name
}

/** The place of a syntax error in the file `path`. Node prints the place only for `--check`. */
function placeOfSyntaxError(path: string, name: string): string {
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' })
  const [place = '', , caret = ''] = stderr.split('\n')
  const line = /:(\d+)$/.exec(place)
  return line === null ? name : `${name}:${line[1]}:${caret.indexOf('^') + 1}`
}

/** The largest number of characters to show of a module's error. */
const MOST_SHOWN = 1000

/** The message of an error of a module, on one line. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  // If a module is missing, Node adds lines with the files that required it.
  const own = error instanceof Error && 'requireStack' in error ? text.split('\n', 1)[0]! : text
  const lines = own
    .slice(0, MOST_SHOWN + 1)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return `${lines.join('; ').slice(0, MOST_SHOWN)}${own.length > MOST_SHOWN ? ' …' : ''}`
}

/** The package that a module imports and that is not installed, with the advice to install it. */
function missingPackage(error: unknown): string | undefined {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return undefined
  // For a file, the message has the path of the file.
  const specifier = /^Cannot find (?:package|module) '((?:@[^/']+\/)?[^@./'][^/']*)[^']*'/.exec(
    message ?? '',
  )?.[1]
  // A module of Node that does not exist is no package to install: somebody else may own a package of that name.
  if (specifier === undefined || isBuiltin(specifier)) return undefined
  return `it imports the package ${quote(specifier)}, which is not installed there; "npm install ${specifier}" in its folder installs it`
}

function explain(error: unknown, path: string, name: string): CliError {
  const { code } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' && /\.[cm]?ts$/.test(path))
    return new CliError(
      `${name}: this Node, ${process.version}, does not load TypeScript; use 22.18 or newer, or compile it to JavaScript`,
      { cause: error },
    )
  const missing = missingPackage(error)
  if (missing !== undefined) return new CliError(`${name}: ${missing}`, { cause: error })
  const found = placeInModule(error, path, name)
  const isSyntax = error instanceof Error && error.name === 'SyntaxError'
  const place = found === name && isSyntax ? placeOfSyntaxError(path, name) : found
  return new CliError(`${place}: ${messageOf(error)}`, { cause: error })
}

/**
 * The exports of the module in the file `path`, which messages call `name`.
 * @throws CliError where there is no such file, or the module throws
 */
export async function loadModule(
  path: string,
  name: string = path,
): Promise<Readonly<Record<string, unknown>>> {
  checkReadable(path)
  const full = resolve(path)
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(full).href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    throw explain(error, full, name)
  }
}
