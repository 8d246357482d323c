import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installScriptProblems } from '../src/install-scripts.ts'

let home = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'seccompile-scripts-'))
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

/** Installs a package with `scripts` below `folder`. */
function put(folder: string, name: string, scripts: Readonly<Record<string, string>>): string {
  const place = join(folder, 'node_modules', name)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.0.0', scripts }))
  return place
}

it('takes packages without scripts, and with scripts that an install does not run', () => {
  put(home, 'a', { build: 'tsc', prepare: 'x', test: 'x' })
  put(home, '@x/b', {})
  mkdirSync(join(home, 'node_modules', '.bin'))
  expect(installScriptProblems(join(home, 'node_modules'))).toEqual([])
})

it('names each script that an install runs, in scopes and below other packages too', () => {
  put(put(home, 'a', { postinstall: 'x' }), 'c', { preinstall: 'x' })
  const b = put(home, '@x/b', { install: 'x' })
  writeFileSync(join(b, 'binding.gyp'), '')
  expect(installScriptProblems(join(home, 'node_modules')).toSorted()).toEqual([
    '@x/b: installing it runs binding.gyp',
    '@x/b: installing it runs install',
    'a: installing it runs postinstall',
    'c: installing it runs preinstall',
  ])
})

it('leaves out links, which npm has not installed', () => {
  const elsewhere = put(join(home, 'elsewhere'), 'a', { install: 'x' })
  put(home, 'b', {})
  symlinkSync(elsewhere, join(home, 'node_modules', 'a'), 'junction')
  expect(installScriptProblems(join(home, 'node_modules'))).toEqual([])
})
