import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeFolder } from '../src/io/folder.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()
const noProc = !existsSync('/proc/self')

describe('makeFolder', () => {
  it('makes a folder and those above it, and leaves one that is there', () => {
    makeFolder(at('a/b/c'))
    writeFileSync(at('a/b/c/file'), '')
    makeFolder(at('a/b/c'))
    expect(readdirSync(at('a/b/c'))).toEqual(['file'])
  })

  it('says why a folder cannot be made', () => {
    writeFileSync(at('file'), '')
    expect(() => makeFolder(at('file'))).toThrow(`${at('file')}: cannot be made: it is a file`)
    expect(() => makeFolder(at('file/below'))).toThrow('cannot be made: a part of its path is not a folder')
    symlinkSync('nowhere', at('link'))
    expect(() => makeFolder(at('link'))).toThrow('cannot be made: it is a file')
    expect(() => makeFolder('a\0b')).toThrow('cannot be made: a path cannot contain a NUL byte')
  })

  it('says that the path is empty (it said ": cannot be made: there can be none")', () => {
    expect(() => makeFolder('')).toThrow(/^expected the path of a folder; got ""$/)
  })

  it.skipIf(noProc)('comes to an end where the kernel makes no folders', () => {
    expect(() => makeFolder('/proc/seccompile/here')).toThrow(
      '/proc/seccompile/here: cannot be made: the file system does not allow a folder there',
    )
  })
})
