/* The check of changesets in a repository in miniature, by the real changesets. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../../lint/workspace.mjs'

const SCRIPT = 'tools/changeset-check/changeset-check.mjs'
let home
const git = (...args) => {
  const as = ['-c', 'user.name=x', '-c', 'user.email=x@example.org']
  const { status, stderr } = spawnSync('git', [...as, ...args], { cwd: home, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
const put = (path, content) => {
  mkdirSync(dirname(join(home, path)), { recursive: true })
  writeFileSync(join(home, path), typeof content === 'string' ? content : JSON.stringify(content))
}
const commit = () => {
  git('add', '--all')
  git('commit', '--quiet', '--message', 'x')
}
const manifest = (more) => ({ name: '@x/a', version: '0.0.0', ...more })
const check = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, SCRIPT)], { encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'seccompile-changesets-'))
  cpSync(join(root, SCRIPT), join(home, SCRIPT))
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'))
  git('init', '--quiet', '--initial-branch', 'main')
  put('.gitignore', 'node_modules\n')
  put('package.json', { name: 'root', version: '0.0.0', private: true })
  put('pnpm-workspace.yaml', 'packages: [packages/*]\n')
  put('.changeset/config.json', { changelog: false, access: 'public', baseBranch: 'main' })
  put('.changeset/one.md', "---\n'@x/a': minor\n---\n\nHas one.\n")
  put('packages/a/package.json', manifest())
  commit()
  git('checkout', '--quiet', '-b', 'work')
})
afterEach(() => rmSync(home, { recursive: true }))

describe('a branch', () => {
  test('needs a changeset for the source of a package', () => {
    put('packages/a/src/a.ts', '')
    commit()
    expect(check()).toEqual({ status: 1, said: expect.stringContaining('no changesets were found') })
    put('.changeset/two.md', "---\n'@x/a': patch\n---\n\nMends two.\n")
    commit()
    expect(check().status).toBe(0)
  })

  test('with the versions of a release needs none', () => {
    put('packages/a/package.json', manifest({ version: '0.1.0' }))
    put('packages/a/CHANGELOG.md', '# @x/a\n\n## 0.1.0\n')
    rmSync(join(home, '.changeset/one.md'))
    commit()
    expect(check()).toEqual({ status: 0, said: expect.stringContaining('the versions of a release alone') })
  })

  test.each([
    ['a source', 'packages/a/src/a.ts', ''],
    [
      'another field of package.json',
      'packages/a/package.json',
      manifest({ version: '0.1.0', type: 'module' }),
    ],
    ['a package of its own', 'packages/b/package.json', { name: '@x/b', version: '0.0.0' }],
  ])('with versions and %s needs one', (_, path, content) => {
    put('packages/a/package.json', manifest({ version: '0.1.0' }))
    put(path, content)
    commit()
    expect(check()).toEqual({ status: 1, said: expect.stringContaining('no changesets were found') })
  })
})
