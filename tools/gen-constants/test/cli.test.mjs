import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const tool = fileURLToPath(new URL('../gen-constants.mjs', import.meta.url))
const run = (...args) => spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' })

describe('gen-constants', () => {
  it('exits 2 on bad use, and where there is no source tree', () => {
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: ') })
    expect(run('--frobnicate')).toMatchObject({ status: 2 })
    const folder = mkdtempSync(join(tmpdir(), 'gen-constants-test-'))
    try {
      expect(run('--kernel', folder, '--older', folder, '--check')).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('is it a kernel source tree?'),
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
