import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkRepository, checkUnpublished } from '../src/gates.ts'
import { publishedOf } from '../src/registry.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-gates-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the repository of package.json', () => {
  const check = (repository?: unknown): void => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', version: '0.0.0', repository }))
    checkRepository(folder)
  }
  const git = (url: string): object => ({ type: 'git', url })

  test('is taken with the address of any host', () => {
    check(git('git+https://github.com/example/seccompile.git'))
    check(git('git+https://git.example.org/a.b/c-d.git'))
  })

  test('stops a release where it is not set', () => {
    expect(() => check()).toThrow(
      'package.json: "repository" is not set; write { "type": "git", "url": "git+https://github.com/OWNER/NAME.git" } there, run pnpm sync, and commit',
    )
  })

  test.each([
    ['the placeholder of the owner', git('git+https://github.com/OWNER/seccompile.git')],
    ['the placeholder of the name', git('git+https://github.com/example/NAME.git')],
    ['another form of address', git('git@github.com:example/seccompile.git')],
    ['an address without .git', git('git+https://github.com/example/seccompile')],
    ['text', 'github:example/seccompile'],
    ['no type', { url: 'git+https://github.com/example/seccompile.git' }],
    ['null', null],
  ])('stops a release with %s, and says the form', (_, repository) => {
    expect(() => check(repository)).toThrow(
      `package.json: "repository": expected { "type": "git", "url": "git+https://github.com/OWNER/NAME.git" } with the names of yours; got ${JSON.stringify(repository)}`,
    )
  })
})

describe('the registry', () => {
  let server: Server
  let address: string
  const asked: string[] = []
  beforeAll(async () => {
    server = createServer(({ url = '' }, answer) => {
      asked.push(url)
      if (url.startsWith('/silent')) return
      answer.statusCode = url.startsWith('/broken') ? 503 : url === '/@seccompile%2fabi/1.0.0' ? 200 : 404
      answer.end('{"dist":{"integrity":"sha512-x"}}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const abi = { name: '@seccompile/abi', version: '1.0.0' }

  test('is asked for each package, and names those whose version it has', async () => {
    const door = { name: 'seccompile', version: '1.0.0' }
    expect(await publishedOf([door, abi], `${address}/`)).toEqual([{ ...abi, integrity: 'sha512-x' }])
    expect(asked).toEqual(['/seccompile/1.0.0', '/@seccompile%2fabi/1.0.0'])
    await expect(checkUnpublished([door, abi], address)).rejects.toMatchObject({
      code: 'E_INPUT',
      message:
        'published already: @seccompile/abi@1.0.0; add a changeset, so that changesets makes a new version',
    })
    await checkUnpublished([door], address)
  })

  test.each([
    ['answers with an error', 'broken', undefined, 'the registry answers 503'],
    ['keeps silent', 'silent', 100, 'no answer (The operation was aborted due to timeout)'],
  ])('that %s leaves it unknown, and that is no yes', async (_, name, patience, what) => {
    await expect(publishedOf([{ name, version: '1.0.0' }], address, patience)).rejects.toMatchObject({
      code: 'E_STEP',
      message: `${address}/${name}/1.0.0: ${what}; whether the version is published is not known: try again, or set the registry of npm`,
    })
  })

  test('that is not there leaves it unknown', async () => {
    await expect(publishedOf([abi], 'http://127.0.0.1:1')).rejects.toThrow(
      /^http:\/\/127\.0\.0\.1:1\/@seccompile%2fabi\/1\.0\.0: no answer \(.+\); whether/,
    )
  })
})
