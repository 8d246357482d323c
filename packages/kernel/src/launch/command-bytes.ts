/* A command as the caller gives it, and its words and environment as the bytes that the kernel takes. */
import { isUtf8 } from 'node:buffer'
import { KernelError } from '../system/kernel-error.ts'
import { environmentBytes } from './environment.ts'

/** One argument of a command: text, or bytes where it is not valid UTF-8. */
export type CommandWord = string | Uint8Array

/** A command with its arguments and environment. No text in it has a NUL. */
export interface CommandBytes {
  readonly args: readonly Uint8Array[]
  /** `NAME=value` each. */
  readonly env: readonly Uint8Array[]
}

/** @throws KernelError `E_ARGUMENT` for a word that is neither text nor bytes, or has a NUL in it */
function wordBytes(what: string, word: unknown): Uint8Array {
  if (typeof word !== 'string' && !(word instanceof Uint8Array))
    throw new KernelError('E_ARGUMENT', `${what}: expected text or bytes, got ${typeof word}`)
  const bytes = typeof word === 'string' ? Buffer.from(word) : word
  if (bytes.includes(0))
    throw new KernelError('E_ARGUMENT', `${what}: has a NUL in it, which ends texts of the kernel`)
  return bytes
}

/**
 * The bytes of `command`, and of its environment: `env`, or that of this process.
 * @throws KernelError `E_ARGUMENT` where the kernel cannot take an argument or an entry of the environment
 */
export function commandBytes(
  command: readonly CommandWord[],
  env: Readonly<Record<string, string | undefined>> | undefined,
): CommandBytes {
  if (!Array.isArray(command) || command.length === 0)
    throw new KernelError(
      'E_ARGUMENT',
      'there is no command to run: expected a list of its name and its words',
    )
  const args = command.map((word, index) => wordBytes(`word ${index} of the command`, word))
  if (env === undefined) return { args, env: environmentBytes() }
  const entries = Object.entries(env).filter(([, value]) => value !== undefined)
  return {
    args,
    env: entries.map(([name, value]) => {
      const what = `the environment variable "${name}"`
      return Buffer.concat([wordBytes(what, name), Buffer.from('='), wordBytes(what, value)])
    }),
  }
}

/**
 * The arguments of a command as text. Node itself starts the command, and can pass text only. The message for others names the
 * launcher `by`, and says what to do `instead`.
 *
 * @throws KernelError `E_ARGUMENT` where an argument, or an entry of the environment, is not valid UTF-8
 */
export function commandTexts(
  { args, env }: CommandBytes,
  by: string,
  instead: string = 'use the launcher ffi or koffi, which pass bytes unchanged',
): readonly string[] {
  const refused = (what: string): KernelError =>
    new KernelError('E_ARGUMENT', `${what} is not UTF-8, and only UTF-8 can be passed to ${by}; ${instead}`, {
      requirement: 'ffi or koffi',
    })
  for (const entry of env) {
    if (isUtf8(entry)) continue
    const [name = ''] = Buffer.from(entry).toString().split('=', 1)
    throw refused(`the environment variable "${name}"`)
  }
  return args.map((word, index) => {
    if (!isUtf8(word)) throw refused(`word ${index} of the command`)
    return Buffer.from(word).toString()
  })
}
