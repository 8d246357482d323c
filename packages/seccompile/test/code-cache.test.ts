/*
 * The folder where Node keeps the code of the bundle. The bin stands in a package of its own here, whose bundle does nothing.
 * Node 20 keeps no code, so a module that is loaded before says what Node was asked for. Only the test of Node itself does
 * without that module.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import * as nodeModule from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const BIN = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at, file } = temporaryFolder()
const SAYS = `require('node:module').enableCompileCache = (folder) => console.log(folder)\n`
file('says.cjs', SAYS)
file('other.cjs', `${SAYS}process.getuid = () => ${String((process.getuid?.() ?? 0) + 1)}\n`)
file('none.cjs', `delete require('node:module').enableCompileCache\n`)
file(
  'laid.cjs',
  `${SAYS}const fs = require('node:fs'), { lstatSync } = fs
fs.lstatSync = (...args) => Object.assign(lstatSync(...args), { uid: process.getuid() + 1 })\n`,
)
file(
  'read-only.cjs',
  `${SAYS}require('node:fs').mkdirSync = () => { throw Object.assign(new Error('read-only'), { code: 'EROFS' }) }\n`,
)

/** How the command runs: the module that is loaded before, the file that is run, the value of NODE_DISABLE_COMPILE_CACHE. */
interface Way {
  readonly before?: string
  readonly bin?: string
  readonly disable?: string
}

/** What Node was asked for when the command ran with `args`. */
function asked(args: readonly string[] = [], way: Way = {}): string {
  const { before = 'says.cjs', bin = 'package/bin/seccompile.js', disable } = way
  const ran = spawnSync(process.execPath, ['--require', at(before), at(bin), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: undefined, NODE_DISABLE_COMPILE_CACHE: disable },
  })
  expect([ran.stderr, ran.status]).toEqual(['', 0])
  return ran.stdout
}

// Node follows links to the file that it runs, and the folder of temporary files may be a link.
const folder = (): string => join(realpathSync(at('package')), '.cache')
const made = (): readonly string[] => readdirSync(at('package')).filter((name) => name === '.cache')

beforeEach(() => {
  rmSync(at('package'), { recursive: true, force: true })
  mkdirSync(at('package/bin'), { recursive: true })
  mkdirSync(at('package/dist/bundle'), { recursive: true })
  copyFileSync(BIN, at('package/bin/seccompile.js'))
  file('package/package.json', '{ "type": "module" }')
  file('package/dist/bundle/cli.js', '')
})

describe('the folder of the code of the bundle', () => {
  it('is made by a first run, open to its owner alone, and used by the next', () => {
    expect(asked()).toBe('')
    expect(statSync(folder()).mode & 0o777).toBe(0o700)
    expect(asked(['compile', 'preset:container-default'])).toBe(`${folder()}\n`)
    expect(asked()).toBe(`${folder()}\n`)
  })

  it('is in the package that a link leads to', () => {
    symlinkSync(at('package/bin/seccompile.js'), at('linked'))
    const run = (): string => asked([], { bin: 'linked' })
    expect([run(), run()]).toEqual(['', `${folder()}\n`])
  })

  it('is neither made nor used in a package of somebody else', () => {
    expect(asked([], { before: 'other.cjs' })).toBe('')
    expect(made()).toEqual([])
    asked()
    expect(asked([], { before: 'other.cjs' })).toBe('')
  })

  it('is not used where somebody else made it, as anybody can in a sticky folder', () => {
    asked()
    expect(asked([], { before: 'laid.cjs' })).toBe('')
    expect(asked()).toBe(`${folder()}\n`)
  })

  it.each([
    ['its group', 0o720],
    ['everybody', 0o702],
  ])('is not used where %s can write to it', (_, mode) => {
    asked()
    chmodSync(folder(), mode)
    expect(asked()).toBe('')
  })

  it('is not used where it is a link', () => {
    mkdirSync(at('package/elsewhere'), 0o700)
    symlinkSync(at('package/elsewhere'), folder())
    expect(asked()).toBe('')
  })

  it('is neither made nor used where somebody names a module', () => {
    for (const policy of ['policy.ts', './policy.mjs', 'policy.cts#web'])
      expect(asked(['compile', policy])).toBe('')
    expect(made()).toEqual([])
    asked()
    expect(asked(['compile', 'policy.ts'])).toBe('')
    expect(asked(['compile', 'profile.json'])).toBe(`${folder()}\n`)
  })

  it('is not used with the package of `--use`, whose name ends as no module does', () => {
    asked()
    expect(asked(['compile', 'profile.json', '--use', 'my-pass'])).toBe('')
    expect(asked(['lint', '--use=@me/my-rules', 'profile.json'])).toBe('')
  })

  it('is not used with a manifest, which may name a policy that is a module', () => {
    asked()
    expect(asked(['check-manifest', 'policy.bpf.json'])).toBe('')
  })

  it('is not made by a Node that keeps no code', () => {
    expect(asked([], { before: 'none.cjs' })).toBe('')
    expect(made()).toEqual([])
  })

  it('is neither made nor used where NODE_DISABLE_COMPILE_CACHE turns it off', () => {
    // Node takes an empty value for one too.
    for (const value of ['1', '']) expect(asked([], { disable: value })).toBe('')
    expect(made()).toEqual([])
    asked()
    expect(asked([], { disable: '1' })).toBe('')
  })

  it('is asked for before the bundle is loaded, so that Node keeps the code of the bundle', () => {
    file('package/dist/bundle/cli.js', `console.log('the bundle')`)
    expect([asked(), asked()]).toEqual(['the bundle\n', `${folder()}\nthe bundle\n`])
  })

  it('is not asked for where the package cannot be written to', () => {
    expect(asked([], { before: 'read-only.cjs' })).toBe('')
  })

  it('is filled by the second run of a Node that keeps code, and a file in its place is left alone', () => {
    file('empty.cjs', '')
    const [first, second] = [asked([], { before: 'empty.cjs' }), asked([], { before: 'empty.cjs' })]
    const kept = made().flatMap(() => readdirSync(folder(), { recursive: true, encoding: 'utf8' }))
    // One of them is the folder of this version of Node.
    expect([first, second, kept.length > 1]).toEqual(['', '', 'enableCompileCache' in nodeModule])
    rmSync(folder(), { recursive: true, force: true })
    file('package/.cache', '')
    expect(asked([], { before: 'empty.cjs' })).toBe('')
  })
})
