import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { scriptFailure } from '../src/launch/script.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'script')
const failure = (text: string, cwd?: string): ReturnType<typeof scriptFailure> => {
  writeFileSync(path, text)
  chmodSync(path, 0o755)
  return scriptFailure(Buffer.from(path), cwd)
}
const named = (interpreter: string): string =>
  `${path}: cannot be executed: "${interpreter}", which its first line names to interpret it`

describe('scriptFailure', () => {
  it('names the interpreter that is not there, or cannot be run', () => {
    for (const line of ['#!/nowhere/sh -e\n', '#! \t/nowhere/sh', '#!/nowhere/sh\0'])
      expect(failure(line)).toEqual({ errno: 'ENOENT', message: `${named('/nowhere/sh')}, is not there` })
    expect(failure(`#!${folder}\n`)).toEqual({
      errno: 'EACCES',
      message: `${named(folder)}: it is a directory`,
    })
  })

  it('says nothing of what may be executed', () => {
    for (const text of ['#!/bin/sh\n', '/nowhere\n', '', '#!', '#! \n/nowhere', `#!/${'x'.repeat(300)}`])
      expect(failure(text)).toBeUndefined()
    expect(scriptFailure(Buffer.from(join(folder, 'none')))).toBeUndefined()
    expect(scriptFailure(Buffer.from('/dev/zero'))).toBeUndefined()
  })

  it('looks for an interpreter without a slash before it where the script is run', () => {
    expect(failure('#!bin/sh\n', '/')).toBeUndefined()
    expect(failure('#!bin/sh\n', '/dev')).toMatchObject({ errno: 'ENOENT' })
  })
})
