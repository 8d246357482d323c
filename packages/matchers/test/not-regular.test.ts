/*
 * Files that `readFilterFile` refuses: one that is not regular, because to open it may wait for ever, or do something; and one that is
 * larger than any filter, or has no end (issue 50).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
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

const MAX = 8 * 1024 * 1024

it('a file of more than 8 MiB is not read', async () => {
  const path = join(folder, 'large')
  writeFileSync(path, '')
  truncateSync(path, MAX + 1)
  const why = `is larger than ${MAX} bytes, which is more than any filter or policy needs`
  await expect(readFilterFile(path)).rejects.toThrow(`${path}: ${why}`)
  truncateSync(path, MAX)
  await expect(readFilterFile(path)).rejects.not.toThrow(why)
})

it.skipIf(!existsSync('/proc/self/pagemap'))('a file of the kernel without an end is not read', async () => {
  await expect(readFilterFile('/proc/self/pagemap')).rejects.toThrow(
    '/proc/self/pagemap: is larger than 8388608 bytes',
  )
})
