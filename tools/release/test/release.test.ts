import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTag } from '../src/gates.ts'
import { sumsOf } from '../src/sums.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-sums-'))
const file = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const check = (): { readonly status: number | null; readonly stdout: string } =>
  spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })

describe('the sums of a release', () => {
  beforeAll(() => {
    file('b-1.0.0.tgz', 'b')
    file('a-1.0.0.tgz', 'a')
    file('SHA256SUMS', sumsOf(folder))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('hold for the files in one folder, as the assets of a release are downloaded (issue 41)', () => {
    expect(check()).toMatchObject({ status: 0, stdout: 'a-1.0.0.tgz: OK\nb-1.0.0.tgz: OK\n' })
  })

  it('do not hold for another file', () => {
    file('a-1.0.0.tgz', 'c')
    expect(check()).toMatchObject({ status: 1, stdout: 'a-1.0.0.tgz: FAILED\nb-1.0.0.tgz: OK\n' })
  })
})

describe('the tag of a release', () => {
  const manifest = { name: 'a', version: '1.2.3', description: '', license: 'MIT' }

  it('is that of its version (issue 41)', () => {
    expect(() => checkTag('v1.2.3', manifest)).not.toThrow()
    expect(() => checkTag('v1.2.4', manifest)).toThrow(
      'the tag is v1.2.4, and the version of a is 1.2.3; tag the commit with the new versions as v1.2.3',
    )
  })
})
