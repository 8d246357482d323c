import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for the tests of a file, gone when they are done. */
export interface TemporaryFolder {
  /** The path of `name` in it. */
  readonly at: (name: string) => string
  /** Writes a file, and yields its path. */
  readonly file: (name: string, content: string | Uint8Array) => string
}

/** Makes a folder for the tests of the calling file. */
export function temporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const at = (name: string): string => join(folder, name)
  return {
    at,
    file: (name, content) => {
      writeFileSync(at(name), content)
      return at(name)
    },
  }
}
