import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A folder for the tests of one file. It is made before the first test and removed after the last test. */
export interface TemporaryFolder {
  /** The path of `name` in the folder. */
  readonly at: (name: string) => string
  /** Writes a file as soon as the folder exists, and yields its path. */
  readonly file: (name: string, content: string | Uint8Array) => string
}

/** A folder for the tests of the calling file. If no test runs, it is not made, because nothing would remove it. */
export function temporaryFolder(): TemporaryFolder {
  const folder = join(tmpdir(), `seccompile-${randomUUID()}`)
  const at = (name: string): string => join(folder, name)
  let waiting: (() => void)[] | undefined = []
  beforeAll(() => {
    mkdirSync(folder, { mode: 0o700 })
    for (const write of waiting ?? []) write()
    waiting = undefined
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  return {
    at,
    file: (name, content) => {
      const write = (): void => writeFileSync(at(name), content)
      if (waiting === undefined) write()
      else waiting.push(write)
      return at(name)
    },
  }
}
