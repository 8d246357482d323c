/* Publishing, with a registry of this test and an npm that writes down what it is asked. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { ROOT } from '@seccompile/pack-check/packages'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isOlder } from '../src/npm-version.ts'
import { type Miniature, miniature } from './miniature.ts'

let mini: Miniature
let server: Server
let address: string
/** The integrity of each version that the registry has, by the path of its address. */
const published = new Map<string, string>()
/** The version behind the tag `latest`. */
let latest: string | undefined

const log = (): string => join(mini.temporary, 'npm.log')
/** An npm that fails to publish where a file beside its log is there. */
const withNpm = (version: string): void =>
  mini.program(
    'npm',
    `case $1 in --version) echo ${version};; config) echo ${address};; *) echo "$@" >> '${log()}'; [ ! -e '${log()}.fails' ];; esac`,
  )
beforeAll(async () => {
  server = createServer(({ url = '' }, answer) => {
    answer.statusCode = published.has(url) ? 200 : 404
    answer.end(JSON.stringify({ version: latest, dist: { integrity: published.get(url) } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  mini = miniature()
  mini.put('packages/seccompile/CHANGELOG.md', '# seccompile\n\n## 0.0.0\n\nSmall.\n')
  for (const [name, layer] of [
    ['inner', 1],
    ['seccompile', 11],
  ] as const) {
    const file = `packages/${name}/package.json`
    const manifest = JSON.parse(readFileSync(join(mini.root, file), 'utf8')) as object
    mini.put(file, { ...manifest, seccompile: { layer } })
  }
  withNpm('11.5.1')
  expect((await mini.run(['--versions-as-committed'])).status).toBe(0)
}, 60_000)
afterAll(() => {
  server.close()
  mini.remove()
})
beforeEach(() => {
  published.clear()
  latest = undefined
  withNpm('11.5.1')
  rmSync(log(), { force: true })
})

const folder = (): string => join(mini.root, 'out/release')
const tarball = (name: string): string => join(folder(), `${name}-0.0.0.tgz`)
const asked = (): string => (existsSync(log()) ? readFileSync(log(), 'utf8') : '')
const publish = (...words: readonly string[]): ReturnType<Miniature['publish']> =>
  mini.publish([folder(), '--version', '0.0.0', ...words])
const integrity = (name: string): string =>
  `sha512-${createHash('sha512')
    .update(readFileSync(tarball(name)))
    .digest('base64')}`

describe('publishing', () => {
  test('takes the packages of lower layers first', async () => {
    expect(await publish()).toMatchObject({
      status: 0,
      printed:
        '0 of 2 packages are published already\npublished @seccompile/inner@0.0.0\npublished seccompile@0.0.0\n',
    })
    expect(asked()).toBe(
      `publish ${tarball('seccompile-inner')} --access public\npublish ${tarball('seccompile')} --access public\n`,
    )
  })

  test('that was cut goes on with what is not published', async () => {
    published.set('/@seccompile%2finner/0.0.0', integrity('seccompile-inner'))
    expect(await publish()).toMatchObject({
      status: 0,
      printed: '1 of 2 packages are published already\npublished seccompile@0.0.0\n',
    })
  })

  test('names tarballs by their whole path, since npm takes `release/x.tgz` for a repository on GitHub', async () => {
    const { status } = await mini.publish([relative(process.cwd(), folder()), '--version', '0.0.0'])
    expect({ status, asked: asked() }).toEqual({
      status: 0,
      asked: `publish ${tarball('seccompile-inner')} --access public\npublish ${tarball('seccompile')} --access public\n`,
    })
  })

  test('runs where its path has a symbolic link', () => {
    const link = join(mini.temporary, 'link')
    symlinkSync(join(ROOT, 'tools/release/dist'), link)
    const { status, stderr } = spawnSync(process.execPath, [join(link, 'publish.js')], { encoding: 'utf8' })
    rmSync(link)
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'publish: usage: publish.ts FOLDER --version V [--stage]\n',
    })
  })

  test('gives a version that is older than `latest` a tag of its line, and a newer one none', async () => {
    published.set('/seccompile/latest', '')
    latest = '0.1.0'
    await publish()
    expect(asked()).toContain(`publish ${tarball('seccompile')} --access public --tag release-0.0\n`)
    rmSync(log())
    latest = '0.0.0-rc.1'
    await publish()
    expect(asked()).toContain(`publish ${tarball('seccompile')} --access public\n`)
  })

  test('stages with an npm that can', async () => {
    expect(await publish('--stage')).toMatchObject({
      status: 2,
      said: expect.stringContaining('it takes npm 11.15.0 or newer') as string,
    })
    withNpm('11.19.1')
    expect((await publish('--stage')).status).toBe(0)
    expect(asked()).toContain(`stage publish ${tarball('seccompile')} --access public\n`)
  })

  test('ends at the first package that npm refuses', async () => {
    writeFileSync(`${log()}.fails`, '')
    const { status, said } = await publish()
    rmSync(`${log()}.fails`)
    expect({ status, said }).toEqual({
      status: 1,
      said: expect.stringContaining('publish: npm publish ') as string,
    })
    expect(asked().match(/^publish /gm)).toHaveLength(1)
  })
})

describe('publishing stops with status 2, and publishes nothing,', () => {
  const stops = async (...words: readonly string[]): Promise<string> => {
    const { status, said } = await publish(...words)
    expect({ status, asked: asked() }).toEqual({ status: 2, asked: '' })
    return said
  }

  test('where a version is published with other bytes', async () => {
    published.set('/seccompile/0.0.0', 'sha512-other')
    expect(await stops()).toBe(
      'publish: seccompile@0.0.0 is published with other bytes (sha512-other); nothing is published over it: find out who made it\n',
    )
  })

  test('where a file is another one than SHA256SUMS says', async () => {
    const bytes = readFileSync(tarball('seccompile'))
    writeFileSync(tarball('seccompile'), 'other')
    const said = await stops()
    writeFileSync(tarball('seccompile'), bytes)
    expect(said).toMatch(/SHA256SUMS: the files have other sums; make the release again\n$/)
  })

  test('where the tag names another version', async () => {
    expect(await mini.publish([folder(), '--version', '1.0.0'])).toMatchObject({
      status: 2,
      said: 'publish: @seccompile/inner has the version 0.0.0, and the tag says 1.0.0; move the tag to the commit of that version\n',
    })
  })

  test('with an npm that knows no trusted publishing', async () => {
    withNpm('11.5.0')
    expect(await stops()).toBe(
      'publish: npm 11.5.0 cannot do this; it takes npm 11.5.1 or newer, as Node 24 has it\n',
    )
  })

  test('without a folder, in a folder without a release, and for an option that it does not have', async () => {
    expect(await mini.publish([])).toMatchObject({
      status: 2,
      said: 'publish: usage: publish.ts FOLDER --version V [--stage]\n',
    })
    const { said } = await mini.publish([mini.root, '--version', '0.0.0'])
    expect(said).toContain('there is no release in this folder')
    expect(await stops('--dry')).toContain("publish: Unknown option '--dry'")
  })
})

test('versions of npm are compared as numbers', () => {
  expect(['11.5.0', '10.99.9', '9.0.0'].map((each) => isOlder(each, '11.5.1'))).toEqual([true, true, true])
  expect(['11.5.1', '11.15.0', '12.0.0-pre.1'].map((each) => isOlder(each, '11.5.1'))).toEqual([
    false,
    false,
    false,
  ])
})

test('the program imports built-ins and its neighbours alone, since nothing is installed where it runs', () => {
  const open = ['publish.ts']
  const seen = new Set<string>()
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const text = readFileSync(join(ROOT, 'tools/release/src', file), 'utf8')
    for (const [, from = ''] of text.matchAll(/ from '([^']+)'/g))
      if (from.startsWith('./')) open.push(from.slice(2))
      else expect([file, from]).toEqual([file, expect.stringMatching(/^node:/)])
  }
  expect([...seen].sort()).toEqual([
    'changelogs.ts',
    'errors.ts',
    'npm-version.ts',
    'packages.ts',
    'publish.ts',
    'registry.ts',
    'sums.ts',
  ])
})
