import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ABIS } from '../src/abis.mjs'

const tool = fileURLToPath(new URL('../gen-syscalls.mjs', import.meta.url))
const columns = [...new Set(ABIS.map((abi) => abi.column))]
const source = `#syscall (v1 x),${columns.join(',')}\nread${columns.map((_, i) => `,${i}`).join('')}\n`

describe('gen-syscalls', () => {
  let folder
  let csv
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gen-syscalls-'))
    csv = join(folder, 'syscalls.csv')
    writeFileSync(csv, source)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const run = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  const out = () => join(folder, 'src')

  it('writes, says what it wrote, and is then up to date', () => {
    expect(run('--csv', csv, '--out', out())).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('wrote '),
    })
    expect(run('--csv', csv, '--out', out())).toMatchObject({ status: 0, stdout: 'up to date\n' })
    expect(run('--csv', csv, '--out', out(), '--check')).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('with --check names what differs, writes nothing and exits 1', () => {
    run('--csv', csv, '--out', out())
    const target = join(out(), 'tables', 'arm.ts')
    writeFileSync(target, 'edited by hand\n')
    writeFileSync(join(out(), 'tables', 'stray.ts'), '')
    const { status, stderr } = run('--csv', csv, '--out', out(), '--check')
    expect(status).toBe(1)
    expect(stderr).toContain('out of date: tables/arm.ts\n')
    expect(stderr).toContain('tables/stray.ts: no ABI has this table; remove it\n')
    expect(readFileSync(target, 'utf8')).toBe('edited by hand\n')
  })

  it('exits 2 with the place of a malformed row, and on bad use', () => {
    writeFileSync(csv, `${source}write,1\n`)
    expect(run('--csv', csv, '--out', out())).toEqual({
      status: 2,
      stdout: '',
      stderr: `${csv}:3: "write" has 2 cells, the header has ${columns.length + 1}\n`,
    })
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: ') })
    expect(run('--csv', join(folder, 'none'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ENOENT'),
    })
    expect(run('--frobnicate')).toMatchObject({ status: 2 })
  })
})
