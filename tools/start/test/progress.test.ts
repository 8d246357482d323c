/* `npm start` in a clone of its own, with a pnpm that does nothing. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccompile-start-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('says each step in a line of its own where its output is piped', () => {
  const { packageManager, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly packageManager: string
    readonly engines: object
  }
  const put = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.base.json', 'turbo.json'])
    put(name, '')
  put('package.json', JSON.stringify({ packageManager, engines }))
  put('tools/start/dist/start.js', "console.log('started')")
  put('bin/pnpm', `#!/bin/sh\ntest "$1" != --version || echo ${packageManager.replace(/^pnpm@/, '')}\n`)
  chmodSync(join(folder, 'bin/pnpm'), 0o755)
  mkdirSync(join(folder, 'packages'))
  mkdirSync(join(folder, 'tools/bootstrap'), { recursive: true })
  for (const name of ['bootstrap.mjs', 'listed.mjs', 'tasks.mjs'])
    copyFileSync(join(ROOT, 'tools/bootstrap', name), join(folder, 'tools/bootstrap', name))
  const start = (): { readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, [join(folder, 'tools/bootstrap/bootstrap.mjs'), 'start'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
    })
  expect(start()).toMatchObject({ stdout: 'started\n', stderr: 'installing …\nbuilding …\n' })
})
