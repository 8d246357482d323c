/*
 * The command where its packages are in the cache of Deno, as `deno run npm:seccompile` has them: a second Deno does not find what a file
 * there imports.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRuntimes } from './runtimes.ts'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const KERNEL = fileURLToPath(new URL('../../kernel', import.meta.url))
let home = ''

/** Copies built files of a package. */
function put(from: string, to: string, names: readonly string[]): void {
  for (const name of names) cpSync(join(from, name), join(to, name), { recursive: true })
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'seccompile-'))
  // In the cache, as here, a package has no folder with what it depends on.
  const cached = join(home, 'cache/@seccompile/kernel/1.0.0')
  put(KERNEL, cached, ['package.json', 'dist'])
  put(PACKAGE, join(home, 'command'), ['package.json', 'bin', 'dist/bundle'])
  const modules = join(home, 'command/node_modules')
  mkdirSync(join(modules, '@seccompile'), { recursive: true })
  symlinkSync(cached, join(modules, '@seccompile/kernel'))
  for (const name of ['commander', 'yaml', 'jsonc-parser', 'diff'])
    symlinkSync(join(PACKAGE, 'node_modules', name), join(modules, name))
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const WHY = 'is in the cache of Deno, where a second Deno does not find what it imports'
const TO_DO = 'set "nodeModulesDir": "auto" in deno.json'

describe.each((await findRuntimes()).filter(({ kind }) => kind === 'deno'))(
  'the command in the cache of $name',
  (deno) => {
    const said = (...args: readonly string[]): readonly [status: number | null, err: string] => {
      const words = [...deno.options, join(home, 'command/bin/seccompile.js'), ...args]
      const { status, stderr } = spawnSync(deno.file, words, { cwd: home, encoding: 'utf8' })
      return [status, stderr.replace(/^note: .*\n/gm, '')]
    }

    it.each([
      ['try', 'preset:no-network', '--', 'true'],
      ['run', 'preset:no-network', '--report', '--', 'true'],
      ['record', '--', 'true'],
    ])('says in one line why it cannot %s', (...args) => {
      const [status, err] = said(...args)
      expect(status).toBe(125)
      expect(err.replace('; "record --by strace" needs none of it, only strace', '')).toBe(
        `error: a command cannot be watched: the launcher by ffi ${WHY}; ${TO_DO}; nothing was started\n`,
      )
    })
  },
)
