import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { probe, probeFilters } from '../src/probe/probe.ts'
import { tinyElf } from '../src/probe/tiny-elf.ts'
import { sayNotRun } from './why-not.ts'

const isLinux = process.platform === 'linux'
if (!isLinux) sayNotRun('what the running kernel offers', `this is ${process.platform}`)

describe('probe', () => {
  it.skipIf(!isLinux)('says of everything whether it is offered, and why', () => {
    const found = probe()
    const offers = [
      found.filters,
      ...found.actions,
      ...found.flags,
      found.bitmap,
      found.jit,
      ...found.abis,
      found.sysAdmin,
      ...found.launchers,
    ]
    for (const { name, why } of offers) {
      expect(name).not.toBe('')
      expect(why).not.toBe('')
    }
    expect(found.release).toBe(spawnSync('uname', ['-r'], { encoding: 'utf8' }).stdout.trim())
    expect(found.limits).toEqual({ insns: 4096, insnsPerPath: 32768 })
    expect(found.actions.map(({ name }) => name)).toContain('SECCOMP_RET_USER_NOTIF')
    expect(found.flags).toHaveLength(6)
    expect(found.abis[0]).toMatchObject({ offered: true })
  })
})

describe('probeFilters', () => {
  const saying = (errno: number, ofPrctl = errno): Parameters<typeof probeFilters>[2] => {
    let last = 0
    const answer = (said: number) => (): number => {
      last = said
      return said === 0 ? 0 : -1
    }
    return { seccomp: answer(errno), prctl: answer(ofPrctl), errno: () => last }
  }
  const { EFAULT, EINVAL, ENOSYS } = constants.errno
  const FIELD = 'Name:\tnode\nSeccomp:\t0\n'

  it('takes the word of the kernel where there is no /proc', () => {
    expect(probeFilters(false, '', saying(EFAULT))).toMatchObject({ offered: true })
    expect(probeFilters(false, '', saying(EINVAL))).toMatchObject({ offered: false })
    expect(probeFilters(false, '', saying(ENOSYS))).toEqual({
      name: 'filters',
      offered: undefined,
      why: '/proc is not there, and seccomp(2) says ENOSYS',
    })
    expect(probeFilters(false, '', undefined)).toEqual({
      name: 'filters',
      offered: undefined,
      why: '/proc is not there, and without a bridge to the C library the kernel cannot be asked',
    })
  })

  it('does not take the word of a filter already attached to this process for that of the kernel', () => {
    expect(probeFilters(true, FIELD, saying(0))).toEqual({
      name: 'filters',
      offered: false,
      why: 'a filter already attached to this process answers seccomp(2) with success',
    })
    expect(probeFilters(false, '', saying(0))).toMatchObject({ offered: false })
    expect(probeFilters(true, FIELD, saying(ENOSYS))).toMatchObject({ offered: false })
    expect(probeFilters(true, FIELD, saying(0, EFAULT))).toEqual({
      name: 'filters',
      offered: true,
      why: 'a filter already attached to this process answers seccomp(2) with success; by prctl(2), as bwrap does',
    })
    expect(probeFilters(true, FIELD, saying(EFAULT))).toMatchObject({ offered: true })
  })

  it('goes by /proc where the kernel does not tell', () => {
    expect(probeFilters(true, '', undefined)).toMatchObject({ offered: true })
    expect(probeFilters(false, FIELD, undefined)).toMatchObject({ offered: undefined })
    expect(probeFilters(false, FIELD, saying(ENOSYS))).toMatchObject({ offered: undefined })
    expect(probeFilters(false, 'Name:\tnode\n', undefined)).toMatchObject({ offered: false })
  })
})

describe('tinyElf', () => {
  it.each(['sh', 'bash', 'dash'])(
    'ends %s that takes it for a script before its code (a file once came of it)',
    (shell) => {
      const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
      try {
        writeFileSync(join(folder, 'exit'), tinyElf({ machine: 62, code: [0x3e, 0x61, 0x0a] }))
        const { error } = spawnSync(shell, ['./exit'], { cwd: folder, stdio: 'ignore' })
        if (error !== undefined) expect(error).toMatchObject({ code: 'ENOENT' }) // not every machine has each
        expect(readdirSync(folder)).toEqual(['exit'])
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )

  it('is a whole executable of one segment', () => {
    const file = Buffer.from(tinyElf({ machine: 3, code: [0xcd, 0x80] }))
    expect(file.length).toBe(52 + 32 + 2)
    expect(file.readUInt32LE(24)).toBe(0x10000 + 52 + 32)
    expect(file.readUInt32LE(52 + 16)).toBe(file.length)
  })
})
