/*
 * Modules that a person names on the command line: policies and passes of their own.
 *
 * A module is a program, and runs as one: it can read files, and it can loop. What goes wrong in it is theirs, and is
 * told at the line of the module where it went wrong.
 */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CliError } from '../cli-error.ts'
import { checkReadable } from './input.ts'

/** Whether `path` has an ending by which Node tells modules, with or without types. */
export function isModulePath(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path)
}

/** Where in the file `path` the error came up, as `file:line:column` with the name that the person gave. */
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

/** Where in the file `path` its syntax is wrong; Node tells only whom it asks to check. */
function placeOfSyntaxError(path: string, name: string): string {
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' })
  const [place = '', , caret = ''] = stderr.split('\n')
  const line = /:(\d+)$/.exec(place)
  return line === null ? name : `${name}:${line[1]}:${caret.indexOf('^') + 1}`
}

/** Most characters that are shown of what a module throws. */
const MOST_SHOWN = 1000

/** What a module threw, on one line. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  // Node adds the files that required a module which is not there.
  const own = error instanceof Error && 'requireStack' in error ? text.split('\n', 1)[0]! : text
  const lines = own
    .slice(0, MOST_SHOWN + 1)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return `${lines.join('; ').slice(0, MOST_SHOWN)}${own.length > MOST_SHOWN ? ' …' : ''}`
}

function explain(error: unknown, path: string, name: string): CliError {
  const { code } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' && /\.[cm]?ts$/.test(path))
    return new CliError(
      `${name}: this Node, ${process.version}, does not take TypeScript; use 22.18 or newer, or compile it to JavaScript`,
      { cause: error },
    )
  const found = placeInModule(error, path, name)
  const isSyntax = error instanceof Error && error.name === 'SyntaxError'
  const place = found === name && isSyntax ? placeOfSyntaxError(path, name) : found
  return new CliError(`${place}: ${messageOf(error)}`, { cause: error })
}

/**
 * The exports of the module in the file `path`, which messages call `name`.
 * @throws CliError where there is no such file, or it throws
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
