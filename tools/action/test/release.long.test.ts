/* A release of seccompile that npm installs, in a repository whose files are those of a stranger. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAction } from './run-action.ts'
import type { ActionRun } from './run-action.ts'
import { CALLS, COMMAND, profile, temporaryRepository, SLOW } from './temporary-repository.ts'

const repository = temporaryRepository()
const { folder, path, write } = repository
/** A folder beside the repository. */
const beside = (name: string): string => join(dirname(folder), name)

let registry: ChildProcess
let address = ''

/** Runs the action with a release, which npm takes from the registry of this test. */
const action = (inputs: Readonly<Record<string, string>>): ActionRun =>
  runAction(
    { version: '1.2.3', 'fail-on': 'never', ...inputs },
    {
      repository: folder,
      env: { npm_config_registry: address, npm_config_cache: beside('cache'), RUNNER_TEMP: beside('temp') },
    },
  )

describe('a release of seccompile', SLOW, () => {
  beforeAll(async () => {
    const [, script] = COMMAND.split(' ')
    write('../seccompile/package.json', JSON.stringify({ name: 'seccompile', version: '1.2.3', type: 'module', bin: { seccompile: './bin.js' } })) // prettier-ignore
    write('../seccompile/bin.js', `#!/usr/bin/env node\nawait import(${JSON.stringify(script)})\n`)
    write('../koffi/package.json', JSON.stringify({ name: 'koffi', version: '3.3.4', scripts: { install: `touch ${beside('script-ran')}` } })) // prettier-ignore
    write('../temp/.keep', '')
    write('profile.json', profile(...CALLS, 'open'))
    // What a pull request may hold: programs before PATH, packages and an .npmrc.
    for (const name of ['node', 'sh', 'npm', 'npx', 'seccompile'])
      write(`node_modules/.bin/${name}`, `#!/bin/bash\ntouch ${beside('stranger-ran')}\n`)
    for (const name of readdirSync(path('node_modules/.bin'))) chmodSync(path(`node_modules/.bin/${name}`), 0o755)
    write('node_modules/seccompile/package.json', JSON.stringify({ name: 'seccompile', version: '1.2.3', bin: '../.bin/seccompile' })) // prettier-ignore
    write('.npmrc', `registry=http://127.0.0.1:1/\nscript-shell=${path('node_modules/.bin/sh')}\nnode-options=--import=${path('evil.mjs')}\n`) // prettier-ignore
    write('evil.mjs', `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(beside('stranger-ran'))}, '')\n`) // prettier-ignore
    registry = spawn(process.execPath, [fileURLToPath(new URL('registry.mjs', import.meta.url)), beside('seccompile'), beside('koffi')], { stdio: ['pipe', 'pipe', 'inherit'] }) // prettier-ignore
    const [line] = (await once(registry.stdout!, 'data')) as [Buffer]
    address = line.toString().trim()
  }) // prettier-ignore
  afterAll(() => {
    registry.kill()
    repository.remove()
  })

  it('is that of the registry, and no program, package or .npmrc of the repository runs', () => {
    const { status, log, summary } = action({ files: 'profile.json' })
    expect([status, existsSync(beside('stranger-ran'))]).toEqual([0, false])
    expect(summary).toContain('libc-gap')
    expect(log).not.toContain('::error')
    expect(readdirSync(beside('temp')).filter((name) => !existsSync(join(beside('temp'), name, 'seccompile.sarif')))).toEqual(['.keep']) // prettier-ignore
  })

  it('comes with koffi for a command, without the script of any package', () => {
    const { log } = action({ try: 'profile.json -- true' })
    expect(log).not.toContain('cannot be installed')
    expect([existsSync(beside('script-ran')), existsSync(beside('stranger-ran'))]).toEqual([false, false])
  })

  it('that the registry does not have is an error, and nothing is checked', () => {
    const { status, log, summary } = action({ version: '9.9.9', files: 'profile.json' })
    expect([status, summary]).toEqual([2, ''])
    expect(log).toMatch(/^::error::seccompile@9\.9\.9 cannot be installed: npm error code ETARGET/)
  })
})
