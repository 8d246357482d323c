import {
  chmodSync,
  closeSync,
  fstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tryLibc } from '../src/libc/libc.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { namelessFile, pathOfOpen, readOnlyFile } from '../src/native/nameless-file.ts'
import { openFiles } from './few-files.ts'
import { asNobody, whyNotOthers } from './other-user.ts'
import { sayNotRun } from './why-not.ts'

const linux = process.platform === 'linux'
if (!linux) sayNotRun('files without a name', 'they are as Linux has them')
const others = linux ? whyNotOthers('a file without a name, from which another user reads') : 'no Linux'

const CONTENT = Buffer.from('content')

describe.skipIf(!linux)('a file without a name', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('holds its content, and no folder has it', () => {
    const fd = namelessFile(CONTENT, { folders: [folder] })
    try {
      const bytes = Buffer.alloc(16)
      expect(bytes.toString('utf8', 0, readSync(fd, bytes))).toBe('content')
      expect(fstatSync(fd)).toMatchObject({ nlink: 0, mode: 0o100600 })
      expect(readdirSync(folder)).toEqual([])
    } finally {
      closeSync(fd)
    }
  })

  it('is in the first folder that can hold it; the error names each that cannot', () => {
    const nowhere = [join(folder, 'none'), '/proc']
    const open = openFiles()
    closeSync(namelessFile(CONTENT, { folders: [...nowhere, folder] }))
    expect(() => namelessFile(CONTENT, { folders: nowhere, inMemory: () => undefined })).toThrow(
      `in ${folder}/none: ENOENT, or in /proc: `,
    )
    expect(openFiles()).toBe(open)
  })

  it.skipIf(tryLibc() === undefined)('is in memory where no folder can hold it', () => {
    const fd = namelessFile(CONTENT, { folders: ['/proc'], mode: 0o700 })
    try {
      const bytes = Buffer.alloc(16)
      expect(bytes.toString('utf8', 0, readSync(fd, bytes, 0, 16, 0))).toBe('content')
      expect(fstatSync(fd)).toMatchObject({ nlink: 0, mode: 0o100700 })
    } finally {
      closeSync(fd)
    }
  })

  it('cannot be written to by a descriptor for reading alone', () => {
    const fd = readOnlyFile(CONTENT, { folders: [folder], mode: 0o700 })
    try {
      expect(() => writeSync(fd, 'x')).toThrow('EBADF')
      expect(fstatSync(fd)).toMatchObject({ nlink: 0, mode: 0o100700 })
    } finally {
      closeSync(fd)
    }
  })

  it('has a path for other processes of this user', () => {
    const fd = readOnlyFile(CONTENT, { folders: [folder] })
    const path = pathOfOpen(fd)
    expect(readFileSync(path, 'utf8')).toBe('content')
    closeSync(fd)
    expect(() => readFileSync(path)).toThrow('ENOENT')
  })

  it.skipIf(others !== undefined)('is nothing that another user can read', async () => {
    chmodSync(folder, 0o777)
    const fd = readOnlyFile(CONTENT, { folders: [folder] })
    try {
      await asNobody(async () => {
        expect(() => readFileSync(pathOfOpen(fd))).toThrow('EACCES')
        return Promise.resolve()
      })
    } finally {
      closeSync(fd)
    }
  })
})
