/* Files of `readFilterFile` that are no regular files: to open one may wait for ever, or do something (issue 50). */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFilterFile } from '@seccompile/matchers'
import { afterAll, beforeAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-matchers-'))
const server = createServer()
beforeAll(() => {
  execFileSync('mkfifo', [join(folder, 'pipe')])
  server.listen(join(folder, 'socket'))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

it.each([join(folder, 'pipe'), join(folder, 'socket'), folder, '/dev/zero'])(
  '%s is not read',
  async (path) => {
    await expect(readFilterFile(path)).rejects.toThrow(`${path}: cannot be read: it is not a regular file`)
  },
)
