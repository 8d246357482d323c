/* Installs by npm of packages with planted faults: each is named. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InstallCase } from '../src/install-cases.ts'
import { findManager, managersNamed } from '../src/managers.ts'
import { writeHome } from '../src/empty-project.ts'
import { type LocalRegistry, startRegistry } from '../src/local-registry.ts'
import { runTrial, trialProblems } from '../src/install-trial.ts'
import { run } from '../src/run.ts'

describe('an install outside', () => {
  let home = ''
  let registry: LocalRegistry

  /** Packs a package whose command prints `says`. */
  async function pack(name: string, says: string, fields: object, status = 0): Promise<void> {
    const folder = join(home, name)
    mkdirSync(join(folder, 'bin'), { recursive: true })
    const bin = { seccompile: 'bin/cli.js' }
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name, version: '1.2.3', type: 'module', exports: './index.js', bin, ...fields }),
    )
    writeFileSync(join(folder, 'index.js'), `export const value = ${JSON.stringify(says)}\n`)
    writeFileSync(
      join(folder, 'bin/cli.js'),
      `#!/usr/bin/env node\nconsole.log(${JSON.stringify(says)})\nprocess.exitCode = ${status}\n`,
    )
    const packed = await run('npm', ['pack', '--ignore-scripts', '--offline', folder], join(home, 'tarballs'))
    expect(packed.status).toBe(0)
  }

  const caseOf = (name: string): InstallCase => ({
    installs: [name],
    commands: [[]],
    files: {},
    example: { place: 'README.md:1', code: `import { value } from '${name}'\nconsole.log(value) // fine\n` },
  })

  async function problemsOf(name: string): Promise<readonly string[]> {
    const npm = await findManager(managersNamed(['npm'])[0]!)
    if (!('version' in npm)) throw new Error(npm.why)
    const project = { folder: join(home, 'projects', name), home: join(home, 'home') }
    return trialProblems(await runTrial(project, npm, caseOf(name), { said: 'fine', written: {} }))
  }

  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-outside-')))
    mkdirSync(join(home, 'tarballs'))
    const koffi = { koffi: '^3.3.4' }
    await pack('good', 'fine', {
      peerDependencies: koffi,
      peerDependenciesMeta: { koffi: { optional: true } },
    })
    await pack('failing', 'fine', {}, 3)
    await pack('bad', 'strange', { deprecated: 'use good', scripts: { postinstall: 'true' } })
    await pack('greedy', 'fine', { dependencies: { good: '^1.0.0', ...koffi } })
    registry = await startRegistry(join(home, 'tarballs'))
    writeHome(join(home, 'home'), registry.url)
  })
  afterAll(() => {
    registry.close()
    rmSync(home, { recursive: true, force: true })
  })

  it('has no problems where all is as the README says', async () => {
    expect(await problemsOf('good')).toEqual([])
    expect(registry.peersFetched()).toEqual([])
  })

  it('names a warning, an install script, and another output', async () => {
    // npm 11 also warns of the script.
    const problems = (await problemsOf('bad')).filter((line) => !line.includes('npm warn install-scripts'))
    expect(problems).toEqual([
      'warns: npm warn deprecated bad@1.2.3: use good',
      'bad: installing it runs postinstall',
      'bad: the lockfile says that it has an install script',
      'the command prints something else than that of the workspace:\nstrange\n',
      'README.md:1: says it prints fine, and printed strange',
    ])
  })

  it('names a command that prints what it has to and fails', async () => {
    expect(await problemsOf('failing')).toEqual(['seccompile : ended with exit 3:\nfine'])
  })

  it('names an optional peer that is installed unasked', async () => {
    const [problem = ''] = await problemsOf('greedy')
    expect(problem).toMatch(/^the install ended with exit 1:\n[^]*koffi/)
    expect(registry.peersFetched()).toEqual(['koffi'])
  })

  it('says no package that it does not have', async () => {
    expect((await fetch(`${registry.url}koffi`)).status).toBe(200)
    expect((await fetch(`${registry.url}left-pad`)).status).toBe(404)
    expect((await fetch(`${registry.url}%E0%A4%A`)).status).toBe(404)
    expect((await fetch(`${registry.url}good/-/1.2.3.tgz`)).headers.get('content-type')).toBe(
      'application/octet-stream',
    )
  })
})
