import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LAYOUTS } from '../src/by-hand.mjs'
import { COLUMNS } from '../src/columns.mjs'
import { readDefinitions } from '../src/definitions.mjs'
import { definitionOf, readTree } from '../src/entries.mjs'
import { generate } from '../src/generate.mjs'
import { ABIS } from '../tables.mjs'

const kernel = process.env['SECCOMPILE_LINUX_SOURCE']
/** A kernel that has s390, which the newest one lacks. */
const older = process.env['SECCOMPILE_LINUX_SOURCE_OLDER']
const packages = fileURLToPath(new URL('../../../packages/', import.meta.url))
const out = join(packages, 'signatures', 'src')
const committed = (path) => readFileSync(join(out, path), 'utf8')

/** Why nothing is compared. A tree with only the tables, which tools/gen-syscalls needs, is not enough. */
function reason() {
  if (kernel === undefined) return 'SECCOMPILE_LINUX_SOURCE names no kernel source tree'
  if (older === undefined) return 'SECCOMPILE_LINUX_SOURCE_OLDER names no kernel source tree'
  const needed = ['Makefile', 'kernel/fork.c', 'arch/arm/tools/syscall.tbl', 'arch/powerpc/kernel/syscalls.c']
  const missing = needed.find((path) => !existsSync(join(kernel, path)))
  if (missing !== undefined) return `${kernel} has no ${missing}`
  const version = /Linux ([\d.]+) /.exec(committed('tables/all.ts'))[1]
  const [major, minor] = version.split('.')
  const makefile = readFileSync(join(kernel, 'Makefile'), 'utf8')
  const same = makefile.includes(`VERSION = ${major}\nPATCHLEVEL = ${minor}\n`)
  return same ? undefined : `${kernel} is not Linux ${major}.${minor}`
}

describe('the committed files and the source they were made from', () => {
  const why = reason()
  if (why !== undefined) {
    it(`are not compared: ${why}`, () => {
      expect(why).toMatch(/\S/)
    })
    return
  }
  const { columns, files } = generate(kernel, older, join(packages, 'syscalls', 'src'))
  const entries = readTree(kernel)
  const withoutVersion = (text) => text.replace(/^.*\n/, '')

  it.each([...files.keys()])('are the same: %s', (path) => {
    expect(withoutVersion(committed(path))).toBe(withoutVersion(files.get(path)))
  })

  // Where C names the halves high and low, these names give their order.
  it('have halves in the byte order of the ABI', () => {
    let named = 0
    for (const [entry, layout] of Object.entries(LAYOUTS)) {
      const words = layout.split(' ')
      for (const column of Object.keys(COLUMNS)) {
        const { args } = definitionOf(entries, entry, column) ?? { args: [] }
        for (const [at, word] of words.entries()) {
          const [first, second] = [args[at]?.name ?? '', args[at + 1]?.name ?? '']
          if (word !== words[at + 1] || !/lo|hi/.test(first)) continue
          named++
          const big = ABIS.find((abi) => abi.token === column).endianness === 'big'
          expect([/hi/.test(first), /hi/.test(second)], `${entry} of ${column}`).toEqual([big, !big])
        }
      }
    }
    expect(named).toBeGreaterThan(20)
  })

  // The kernel of arm64 also serves arm, and names the halves and the padding in C. So its source spells out the
  // layout that the compiler makes on arm itself.
  const AARCH32 = {
    pread64: 'aarch32_pread64',
    pwrite64: 'aarch32_pwrite64',
    truncate64: 'aarch32_truncate64',
    ftruncate64: 'aarch32_ftruncate64',
    readahead: 'aarch32_readahead',
    arm_fadvise64_64: 'aarch32_fadvise64_64',
    arm_sync_file_range: 'aarch32_sync_file_range2',
    fallocate: 'aarch32_fallocate',
  }
  const source = readFileSync(join(kernel, 'arch/arm64/kernel/sys32.c'), 'utf8')
  const aarch32 = new Map(readDefinitions(source, 'sys32.c').map(({ entry, args }) => [entry, args]))

  it.each(Object.entries(AARCH32))('have the registers of %s on arm as %s of arm64', (call, entry) => {
    let index = 0
    const expected = []
    for (const { name, pair } of aarch32.get(`compat_sys_${entry}`)) {
      if (!name.startsWith('__pad')) expected.push(`${index}${pair ? ' pair' : ''}`)
      index += pair ? 2 : 1
    }
    const { args } = columns.get('arm').calls.get(call)
    expect(args.map((arg) => `${arg.index}${arg.pair ? ' pair' : ''}`)).toEqual(expected)
  })
})
