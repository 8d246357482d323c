/* The file of a policy or a filter that an argument names, and the files that it includes. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PRESET } from '@seccompile/policy-files'
import type { ReadingOptions } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import { inputName, readInput, readText } from '../io/input.ts'
import { isLinkOut } from '../io/inside.ts'
import { machineOf } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'

/** An argument that names a file, and the name of one of several filters in it. */
export interface NamedPart {
  readonly path: string
  readonly part: string | undefined
}

/** The file and the filter that `argument` names: `FILE#NAME` is a filter of FILE, unless there is a file of that name. */
export function partOf(argument: string): NamedPart {
  const at = argument.lastIndexOf('#')
  if (at < 1 || at === argument.length - 1 || existsSync(argument)) return { path: argument, part: undefined }
  return { path: argument.slice(0, at), part: argument.slice(at + 1) }
}

/**
 * The text of the file at `path` in the folder of the policy `file`; `undefined`, if there is no such file.
 * @throws CliError where a symbolic link leads out of the folder, or the file is not regular: reading a pipe may not
 * end
 */
function includedText(file: string, path: string): string | undefined {
  const folder = dirname(file)
  const included = join(folder, path)
  if (!existsSync(included)) return undefined
  if (isLinkOut(folder, included))
    throw new CliError(
      `${included}: is a link to a file outside the folder of the policy; include only files in that folder`,
    )
  if (!statSync(included).isFile())
    throw new CliError(`${included}: cannot be included: it is not a regular file`)
  return readText(included, 'a policy of minijail')
}

/** The content of a file, and how to read it. */
interface PolicyFile {
  /** The name in messages. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly how: ReadingOptions
}

/** `error`, or for a file that does not exist and has the name of presets an error that names them. */
async function orPreset(path: string, error: unknown): Promise<unknown> {
  const { cause } = error as { readonly cause?: NodeJS.ErrnoException }
  if (cause?.code !== 'ENOENT') return error
  const { PRESETS } = await import('@seccompile/presets')
  if (!path.split('+').every((part) => PRESETS.some(({ name }) => name === part))) return error
  return new CliError(`${path}: cannot be read: no such file; did you mean "${PRESET}${path}"?`, {
    cause: error,
  })
}

/** The file that `argument` names; `-` is standard input. @throws CliError where it cannot be read */
export async function readPolicyFile(argument: string, options: AbiOptions): Promise<PolicyFile> {
  const { path, part } = partOf(argument)
  let bytes: Uint8Array
  try {
    bytes = readInput(path)
  } catch (error) {
    throw await orPreset(path, error)
  }
  const native = machineOf(options)
  // Standard input is in no folder, so it includes nothing.
  const include = path === '-' ? undefined : (included: string) => includedText(path, included)
  return { name: inputName(path), bytes, how: { part, native, include } }
}
