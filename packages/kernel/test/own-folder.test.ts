import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderForOurs, ownFolder } from '../src/native/own-folder.ts'
import { NOBODY, whyNotOthers } from './other-user.ts'
import { sayNotRun } from './why-not.ts'

const linux = process.platform === 'linux'
if (!linux) sayNotRun('folders that others cannot put anything into', 'they are as Linux has them')

describe.skipIf(!linux)('ownFolder', () => {
  let folder = ''
  const at = (...parts: readonly string[]): string => join(folder, ...parts)
  const make = (path: string, mode: number): void => {
    mkdirSync(at(path))
    chmodSync(at(path), mode)
  }
  beforeEach(() => {
    folder = join(realpathSync(tmpdir()), `seccompile-${randomUUID()}`)
    mkdirSync(folder, { mode: 0o700 })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('makes a folder and those above it, which others cannot look into', async () => {
    expect(await ownFolder(at('a/b'))).toBe(at('a/b'))
    for (const one of ['a', 'a/b']) expect(statSync(at(one)).mode & 0o777).toBe(0o700)
    expect(await ownFolder(`${at('a')}/./b//../b/`)).toBe(at('a/b'))
  })

  it.each(['777', '770', '702'])('refuses one below a folder that others can write to: %s', async (mode) => {
    make('open', parseInt(mode, 8))
    for (const one of ['open', 'open/below'])
      await expect(ownFolder(at(one))).rejects.toThrow(`${at('open')} can be written to by others`)
    expect(readdirSync(at('open'))).toEqual([])
  })

  it('takes one below a folder like /tmp, but not that itself', async () => {
    make('tmp', 0o1777)
    expect(await ownFolder(at('tmp/mine'))).toBe(at('tmp/mine'))
    await expect(ownFolder(at('tmp'))).rejects.toThrow(`${at('tmp')} can be written to by others`)
  })

  it('goes where links lead, and yields where that is', async () => {
    make('a', 0o700)
    make('a/b', 0o700)
    symlinkSync('a', at('near'))
    symlinkSync(at('near/b'), at('far'))
    expect(await ownFolder(at('far/c'))).toBe(at('a/b/c'))
    expect(await ownFolder(`${at('far')}/..`)).toBe(at('a'))
    symlinkSync('later', at('dangling'))
    expect(await ownFolder(at('dangling/c'))).toBe(at('later/c'))
  })

  it('refuses what links lead to, as if it had been named', async () => {
    make('open', 0o777)
    symlinkSync('open', at('link'))
    await expect(ownFolder(at('link/below'))).rejects.toThrow(`${at('open')} can be written to by others`)
    symlinkSync('round', at('round'))
    await expect(ownFolder(at('round'))).rejects.toThrow(`${at('round')}: too many symbolic links`)
  })

  it('refuses a file, and says what the system says where no folder can be made', async () => {
    writeFileSync(at('file'), '')
    await expect(ownFolder(at('file/below'))).rejects.toThrow(`${at('file')} is no folder`)
    await expect(ownFolder('/proc/seccompile/below')).rejects.toThrow(/ENOENT.*'\/proc\/seccompile'/)
  })

  describe.skipIf(whyNotOthers('folders of other users') !== undefined)('of another user', () => {
    it('is refused, and nothing made in it', async () => {
      make('home', 0o755)
      chownSync(at('home'), NOBODY, NOBODY)
      await expect(ownFolder(at('home/.cache'))).rejects.toThrow(
        `${at('home')} belongs to another user, ${NOBODY}`,
      )
      expect(readdirSync(at('home'))).toEqual([])
    })

    it('is refused though the folder in it is ours', async () => {
      make('home', 0o755)
      make('home/mine', 0o700)
      chownSync(at('home'), NOBODY, NOBODY)
      await expect(ownFolder(at('home/mine'))).rejects.toThrow(`${at('home')} belongs to another user`)
    })

    it('is refused where it was put into a folder like /tmp before ours; so is a link', async () => {
      make('tmp', 0o1777)
      make('tmp/first', 0o700)
      chownSync(at('tmp/first'), NOBODY, NOBODY)
      await expect(ownFolder(at('tmp/first'))).rejects.toThrow(`${at('tmp/first')} belongs to another user`)
      make('mine', 0o700)
      symlinkSync(at('mine'), at('tmp/link'))
      lchownSync(at('tmp/link'), NOBODY, NOBODY)
      await expect(ownFolder(at('tmp/link'))).rejects.toThrow(`${at('tmp/link')} belongs to another user`)
    })
  })
})

describe.skipIf(!linux)('folderForOurs', () => {
  it('takes a folder like /tmp, and makes none', async () => {
    const folder = join(realpathSync(tmpdir()), `seccompile-${randomUUID()}`)
    await expect(folderForOurs(folder)).rejects.toThrow('ENOENT')
    mkdirSync(folder)
    try {
      chmodSync(folder, 0o1777)
      expect(await folderForOurs(folder)).toBe(folder)
      chmodSync(folder, 0o777)
      await expect(folderForOurs(folder)).rejects.toThrow(`${folder} can be written to by others`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
