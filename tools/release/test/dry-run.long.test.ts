/* The dry run as a process, in a repository in miniature. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sumsOf } from '../src/sums.ts'
import { filesBelow, type Miniature, miniature, REPOSITORY } from './miniature.ts'

let mini: Miniature
beforeEach(() => {
  mini = miniature()
})
afterEach(() => {
  const left = readdirSync(mini.temporary)
  mini.remove()
  expect(left).toEqual([])
})

/** A registry that has the packages named in `published`. */
let registry: { readonly server: Server; readonly address: string }
const published = new Set<string>()
beforeAll(async () => {
  const server = createServer(({ url = '' }, answer) => {
    answer.statusCode = published.has(url) ? 200 : 404
    answer.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  registry = { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
})
afterAll(() => {
  registry.server.close()
})
const withRegistry = (): void => mini.program('npm', `echo ${registry.address}`)
const out = (): string => join(mini.root, 'out/release')

describe('a dry run', () => {
  test('makes the tarballs, the bill, the digests and sums that sha256sum checks, the same each time', async () => {
    withRegistry()
    const first = await mini.run()
    expect(first).toMatchObject({ status: 0, printed: `2 packages of version 1.0.0-rc.0 in ${out()}\n` })
    const files = [
      'SHA256SUMS',
      'bill-of-materials.cdx.json',
      'notes.md',
      'presets.digests',
      'seccompile-1.0.0-rc.0.tgz',
      'seccompile-inner-1.0.0-rc.0.tgz',
    ]
    expect(filesBelow(out())).toEqual(files)
    const checked = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
      cwd: out(),
      encoding: 'utf8',
    })
    expect(checked).toMatchObject({
      status: 0,
      stdout: files
        .slice(1)
        .map((file) => `${file}: OK\n`)
        .join(''),
    })
    expect(readFileSync(join(out(), 'presets.digests'), 'utf8')).toBe(
      `${'0'.repeat(64)}  preset:no-network\n${'0'.repeat(64)}  preset:no-tracing\n`,
    )
    const sums = readFileSync(join(out(), 'SHA256SUMS'), 'utf8')
    expect((await mini.run()).status).toBe(0)
    expect(readFileSync(join(out(), 'SHA256SUMS'), 'utf8')).toBe(sums)
  })

  test('says which files are not committed, and leaves them out', async () => {
    withRegistry()
    writeFileSync(join(mini.root, 'packages/inner/new.ts'), '')
    writeFileSync(join(mini.root, 'packages/inner/package.json'), 'not even JSON')
    const { status, said } = await mini.run()
    expect(said).toContain(
      'not committed, and so not in the release: packages/inner/package.json, packages/inner/new.ts\n',
    )
    expect(status).toBe(0)
  })

  test('at a tag takes the versions as committed, and does not mind that some are published', async () => {
    mini.put('packages/seccompile/CHANGELOG.md', '# seccompile\n\n## 0.0.0\n\nSmall.\n')
    published.add('/seccompile/0.0.0')
    withRegistry()
    const { status, printed } = await mini.run(['--versions-as-committed'])
    expect({ status, printed }).toEqual({ status: 0, printed: `2 packages of version 0.0.0 in ${out()}\n` })
    expect(readFileSync(join(out(), 'notes.md'), 'utf8')).toBe('Small.\n')
  })
})

describe('a dry run stops with status 2, and writes nothing,', () => {
  const stops = async (words?: readonly string[]): Promise<string> => {
    const { status, printed, said } = await mini.run(words)
    expect({ status, printed, files: filesBelow(out()) }).toEqual({ status: 2, printed: '', files: [] })
    expect(existsSync(out())).toBe(false) // not even an empty folder
    return said.split('\n').slice(-2)[0] ?? ''
  }

  test('where the owner has set no repository', async () => {
    mini.put('package.json', { name: 'root', version: '0.0.0' })
    expect(await stops()).toMatch(/^release: package\.json: "repository" is not set; write /)
  })

  test('where OWNER is left in the repository', async () => {
    const url = 'git+https://github.com/OWNER/seccompile.git'
    mini.put('package.json', { name: 'root', version: '0.0.0', repository: { ...REPOSITORY, url } })
    expect(await stops()).toContain(`with the names of yours; got {"type":"git","url":"${url}"}`)
  })

  test('where the packages have not been written anew for it', async () => {
    mini.put('tools/sync/sync.mjs', "console.error('run: pnpm sync'); process.exitCode = 1")
    const { status, said } = await mini.run()
    expect({ status, said }).toEqual({
      status: 2,
      said: expect.stringContaining('run: pnpm sync\nthen commit') as string,
    })
  })

  test('where the version of a package is published', async () => {
    published.add('/@seccompile%2finner/1.0.0-rc.0')
    withRegistry()
    const line = await stops()
    published.clear()
    expect(line).toBe(
      'release: published already: @seccompile/inner@1.0.0-rc.0; add a changeset, so that changesets makes a new version',
    )
  })

  test('at a tag whose version has no entry in the CHANGELOG', async () => {
    expect(await stops(['--versions-as-committed'])).toBe(
      'release: packages/seccompile/CHANGELOG.md: no entry of version 0.0.0; run pnpm versions, and commit',
    )
  })

  test('where its folder takes no files', async () => {
    writeFileSync(join(mini.root, 'out'), '')
    expect(await stops()).toMatch(
      /^release: .*\/out\/release: the release cannot be written there \(.+\); name another folder with --out$/,
    )
  })

  test('where its folder holds files of somebody', async () => {
    writeFileSync(join(mini.root, 'thesis.tex'), '')
    expect(await mini.run(['--out', mini.root])).toMatchObject({
      status: 2,
      said: expect.stringContaining(`release: ${mini.root}: holds "`) as string,
    })
    expect(existsSync(join(mini.root, 'thesis.tex'))).toBe(true)
  })

  test('for an option that it does not have', async () => {
    expect(await stops(['--version'])).toContain("release: Unknown option '--version'")
  })
})

describe('a dry run stops with status 1, and leaves the last release,', () => {
  beforeEach(() => {
    mkdirSync(out(), { recursive: true })
    writeFileSync(join(out(), 'of-before'), '')
    writeFileSync(join(out(), 'SHA256SUMS'), sumsOf(out()))
  })
  const stops = async (): Promise<string> => {
    const { status, printed, said } = await mini.run()
    expect({ status, printed, files: filesBelow(out()) }).toEqual({
      status: 1,
      printed: '',
      files: ['SHA256SUMS', 'of-before'],
    })
    return said
  }

  test('where the registry does not answer', async () => {
    expect(await stops()).toMatch(
      /release: http:\/\/127\.0\.0\.1:1\/\S+: no answer \(.*\); whether the version is published is not known/,
    )
  })

  test('where a tarball has a file too many, by the name of the file, though a hundred packages pass after it', async () => {
    withRegistry()
    const finding = 'contents: native/notes.txt: no reason in tools/pack-check/src/reasons.ts'
    const said = [
      finding,
      ...Array.from({ length: 200 }, (_, i) => `ok    @seccompile/x${i}: contents, types`),
    ]
    const check = `console.log(${JSON.stringify(said.join('\n'))}); process.exitCode = 1`
    mini.put('tools/pack-check/dist/pack-check.js', check)
    expect(await stops()).toContain(finding)
  })

  test('where the check of packages leaves a tarball out', async () => {
    withRegistry()
    mini.put('tools/pack-check/dist/pack-check.js', '')
    expect(await stops()).toContain('release: @seccompile/inner: pack-check has left no tarball')
  })

  test('where a step fails, with the end of what it said', async () => {
    withRegistry()
    mini.program(
      'pnpm',
      `[ "$1" = install ] && exec ln -s '${join(import.meta.dirname, '../../../node_modules')}' node_modules; echo TS2322; exit 3`,
    )
    expect(await stops()).toContain('release: pnpm build failed:\nTS2322\n')
  })
})

test('a dry run that cannot write its temporary files says so in a line', async () => {
  rmSync(mini.temporary, { recursive: true })
  const { status, said } = await mini.run()
  mkdirSync(mini.temporary)
  expect({ status, said }).toEqual({
    status: 1,
    said: expect.stringMatching(/^release: ENOENT: .*\n$/) as string,
  })
})

test.each([
  ['^C', 'SIGINT', 130],
  ['SIGTERM', 'SIGTERM', 143],
  ['A closed terminal', 'SIGHUP', 129],
] as const)(
  '%s ends a dry run and what it has started, and leaves no temporary folder',
  async (_, signal, status) => {
    const [started, late] = ['started', 'late'].map((name) => join(mini.root, 'out', name))
    // A step that starts a process of its own, which would go on writing.
    mini.program(
      'pnpm',
      `mkdir -p '${join(mini.root, 'out')}'; (sleep 2; touch '${late}') & touch '${started}'; wait`,
    )
    const ended = await mini.run([], { at: 'installing', signal })
    expect({ status: ended.status, printed: ended.printed }).toEqual({ status, printed: '' })
    expect(ended.said).not.toContain('failed')
    await setTimeout(2500)
    expect(existsSync(late ?? '')).toBe(false)
  },
)
