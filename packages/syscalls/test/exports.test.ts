import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import * as syscalls from '@seccompile/syscalls'
import { abiTables } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import * as aarch64 from '@seccompile/syscalls/aarch64'
import * as arm from '@seccompile/syscalls/arm'
import * as loongarch64 from '@seccompile/syscalls/loongarch64'
import * as m68k from '@seccompile/syscalls/m68k'
import * as mips from '@seccompile/syscalls/mips'
import * as mips64 from '@seccompile/syscalls/mips64'
import * as mips64n32 from '@seccompile/syscalls/mips64n32'
import * as mipsel from '@seccompile/syscalls/mipsel'
import * as mipsel64 from '@seccompile/syscalls/mipsel64'
import * as mipsel64n32 from '@seccompile/syscalls/mipsel64n32'
import * as parisc from '@seccompile/syscalls/parisc'
import * as parisc64 from '@seccompile/syscalls/parisc64'
import * as ppc from '@seccompile/syscalls/ppc'
import * as ppc64 from '@seccompile/syscalls/ppc64'
import * as ppc64le from '@seccompile/syscalls/ppc64le'
import * as riscv64 from '@seccompile/syscalls/riscv64'
import * as s390 from '@seccompile/syscalls/s390'
import * as s390x from '@seccompile/syscalls/s390x'
import * as sh from '@seccompile/syscalls/sh'
import * as sheb from '@seccompile/syscalls/sheb'
import * as x32 from '@seccompile/syscalls/x32'
import * as x86 from '@seccompile/syscalls/x86'
import * as x86_64 from '@seccompile/syscalls/x86_64'
import { describe, expect, it } from 'vitest'
import { columnOf } from './column.ts'

const ENTRIES: Readonly<Record<AbiToken, object>> = {
  x86_64, x86, x32, aarch64, arm, loongarch64, m68k, mips, mipsel, mips64, mipsel64, mips64n32, mipsel64n32, parisc, parisc64, ppc, ppc64, ppc64le, riscv64, s390, s390x, sh, sheb,
} // prettier-ignore
const home = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, home), 'utf8')

describe('the public names', () => {
  it('are exactly these', () => {
    expect(Object.keys(syscalls).sort()).toEqual([
      'MULTIPLEXERS',
      'NEWEST_KERNEL',
      'RING_OPERATIONS',
      'abiByName',
      'abiNumbers',
      'abiTable',
      'abiTables',
      'abis',
      'callName',
      'calls',
      'firstArgument',
      'formatKernelVersion',
      'isAtLeast',
      'isSyscallName',
      'kernelOrTextReader',
      'kernelReader',
      'nameInPlaceOf',
      'nameOf',
      'numberOf',
      'otherAbisOf',
      'otherDoorOf',
      'parseKernelVersion',
      'suggest',
      'syscallNames',
      'tableReader',
    ])
  })
})

describe('the subpaths', () => {
  const manifest = JSON.parse(read('package.json')) as { seccompile: { subpaths: string[] } }

  it('are the tokens of the tables', () => {
    expect(manifest.seccompile.subpaths).toEqual(abiTables.map((table) => table.token))
  })

  it.each(abiTables.map((table) => [table.token, table] as const))('hold %s alone', (token, table) => {
    expect(Object.entries(ENTRIES[token])).toEqual([[token, table]])
  })

  it.each(abiTables.map((table) => [table.token]))('reach no table but that of %s', (token) => {
    const reached = new Set<string>()
    const visit = (path: string): void => {
      if (reached.has(path)) return
      reached.add(path)
      for (const [, to] of read(path).matchAll(/^(?:im|ex)port \{.*\} from '(\..*)'$/gm)) {
        visit(posix.join(posix.dirname(path), to ?? ''))
      }
    }
    visit(`src/${token}.ts`)
    expect([...reached].sort()).toEqual(
      [
        `src/${token}.ts`,
        'src/table/table.ts',
        'src/tables/abis.ts',
        `src/tables/${columnOf(token)}.ts`,
      ].sort(),
    )
  })
})
