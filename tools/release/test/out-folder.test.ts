import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fillFolder, makeFolder } from '../src/out-folder.ts'
import { sumsOf } from '../src/sums.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'seccompile-out-'))
})
afterEach(() => rmSync(home, { recursive: true }))

/** A folder with the files of a release, whose sums stand in it. */
const release = (name: string, ...files: readonly string[]): string => {
  const folder = join(home, name)
  mkdirSync(folder, { recursive: true })
  for (const file of files) writeFileSync(join(folder, file), file.repeat(1000))
  const sums = sumsOf(folder)
  writeFileSync(join(folder, 'SHA256SUMS'), sums)
  return folder
}

describe('the folder of a release', () => {
  test('loses the release of before, and holds the new one alone', () => {
    const [from, to] = [release('made', 'b.tgz', 'c.tgz'), release('out', 'a.tgz', 'b.tgz')]
    makeFolder(to)
    fillFolder(to, from)
    expect(readdirSync(to).sort()).toEqual(['SHA256SUMS', 'b.tgz', 'c.tgz'])
  })

  test('is refused where it holds anything else, and keeps it', () => {
    const to = release('out', 'a.tgz')
    writeFileSync(join(to, 'thesis.tex'), '')
    expect(() => makeFolder(to)).toThrow(
      `${to}: holds "thesis.tex", which is no file of a release, and a release replaces all that its folder holds; name an empty folder with --out`,
    )
    expect(() => makeFolder(home)).toThrow(`${home}: holds "out", which is no file of a release`)
  })

  test('is made with those above it, and all of them go when no release is made', () => {
    const remove = makeFolder(join(home, 'a/b/c'))
    expect(existsSync(join(home, 'a/b/c'))).toBe(true)
    remove()
    expect(readdirSync(home)).toEqual([])
    makeFolder(release('out', 'a.tgz'))()
    expect(readdirSync(join(home, 'out')).sort()).toEqual(['SHA256SUMS', 'a.tgz'])
  })
})

describe('a folder on a disk of its own', () => {
  const mount = (...args: readonly string[]): boolean => spawnSync(args[0] ?? '', args.slice(1)).status === 0

  test('keeps the release of before where the disk is full, takes the new one where it is not', ({
    skip,
  }) => {
    const disk = join(home, 'disk')
    mkdirSync(disk)
    if (!mount('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk)) {
      process.stderr.write('\n*** NOT RUN: a release on a full disk: no file system can be mounted here\n\n')
      skip()
    }
    try {
      release('disk', 'before.tgz')
      const large = release(
        'large',
        'of a hundred thousand bytes, which is more than the disk holds: a tarball of a package.tgz',
      )
      makeFolder(disk)
      expect(() => fillFolder(disk, large)).toThrow(
        /disk: the release cannot be written there \(ENOSPC.*\); name another folder with --out$/,
      )
      expect(readdirSync(disk).sort()).toEqual(['SHA256SUMS', 'before.tgz'])
      fillFolder(disk, release('made', 'after.tgz'))
      expect(readdirSync(disk).sort()).toEqual(['SHA256SUMS', 'after.tgz'])
    } finally {
      mount('umount', disk)
    }
  })
})
