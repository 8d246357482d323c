import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const run = (tool, ...args) => {
  const path = fileURLToPath(new URL(`../${tool}`, import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('gen-signatures', () => {
  let tree
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'gen-signatures-'))
  })
  afterEach(() => rmSync(tree, { recursive: true }))

  it('exits 2 on bad use and on what is no source tree', () => {
    expect(run('gen-signatures.mjs')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('usage: '),
    })
    expect(run('gen-signatures.mjs', '--frobnicate')).toMatchObject({ status: 2 })
    expect(run('gen-signatures.mjs', '--kernel', tree, '--check')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('is it a kernel source tree?'),
    })
  })

  it('takes an ABI that the newest kernel lacks from an older tree, and no older tree without need', () => {
    const table = (name, row) => {
      const folder = join(tree, name)
      mkdirSync(join(folder, 'arch/s390/kernel/syscalls'), { recursive: true })
      writeFileSync(join(folder, 'arch/s390/kernel/syscalls/syscall.tbl'), row)
      writeFileSync(join(folder, 'Makefile'), 'VERSION = 9\nPATCHLEVEL = 8\nSUBLEVEL = 7\n')
      return folder
    }
    const newest = table('newest', '1 common exit sys_exit\n')
    const older = table('older', '1 common exit sys_exit\n13 32 time - compat_sys_time\n')
    const { stderr, status } = run('gen-signatures.mjs', '--kernel', newest)
    expect(status).toBe(2)
    expect(stderr).toBe(`${newest}: Linux 9.8.7 no longer has s390; name an older tree by --older\n`)
    expect(run('gen-signatures.mjs', '--kernel', newest, '--older', newest).stderr).toBe(
      `${newest}: Linux 9.8.7 does not have s390 either; name an older tree\n`,
    )
    expect(run('gen-signatures.mjs', '--kernel', older, '--older', older).stderr).toBe(
      `${older}: Linux 9.8.7 has every ABI; leave out --older\n`,
    )
  })

  it('writes nothing where a call has two definitions', () => {
    mkdirSync(join(tree, 'arch/x86/entry/syscalls'), { recursive: true })
    mkdirSync(join(tree, 'fs'))
    writeFileSync(join(tree, 'arch/x86/entry/syscalls/syscall_64.tbl'), '0 common read sys_read\n')
    writeFileSync(join(tree, 'fs/a.c'), 'SYSCALL_DEFINE1(read, int, a)\n#if 0\n#else\nSYSCALL_DEFINE1(read, int, b)\n#endif\n')
    expect(run('gen-signatures.mjs', '--kernel', tree, '--out', join(tree, 'out'))).toMatchObject({ status: 2 })
  }) // prettier-ignore
})

describe('coverage', () => {
  it('is printed without any source', () => {
    const { status, stdout } = run('coverage.mjs')
    expect(status).toBe(0)
    expect(stdout).toContain('\naarch64        327     325        2     0\n')
  })
})
