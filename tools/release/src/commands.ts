/* Programs that a release starts. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the workspace. */
export const ROOT: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/** A release cannot be made as things are; the message says what to do. */
export class ReleaseError extends Error {
  override readonly name: string = 'ReleaseError'
}

/** The output of a program. @throws ReleaseError where it fails, with the end of what it said */
export function output(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  })
  if (status === 0) return stdout.trimEnd()
  const said = error?.message ?? `${stdout}${stderr}`.trimEnd().slice(-3000)
  throw new ReleaseError(`${[command, ...args].join(' ')} failed:\n${said}`)
}
