import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import * as signatures from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/signatures'
import * as aarch64 from '@seccompile/signatures/aarch64'
import * as arm from '@seccompile/signatures/arm'
import * as loongarch64 from '@seccompile/signatures/loongarch64'
import * as m68k from '@seccompile/signatures/m68k'
import * as mips from '@seccompile/signatures/mips'
import * as mips64 from '@seccompile/signatures/mips64'
import * as mips64n32 from '@seccompile/signatures/mips64n32'
import * as mipsel from '@seccompile/signatures/mipsel'
import * as mipsel64 from '@seccompile/signatures/mipsel64'
import * as mipsel64n32 from '@seccompile/signatures/mipsel64n32'
import * as parisc from '@seccompile/signatures/parisc'
import * as parisc64 from '@seccompile/signatures/parisc64'
import * as ppc from '@seccompile/signatures/ppc'
import * as ppc64 from '@seccompile/signatures/ppc64'
import * as ppc64le from '@seccompile/signatures/ppc64le'
import * as riscv64 from '@seccompile/signatures/riscv64'
import * as s390 from '@seccompile/signatures/s390'
import * as s390x from '@seccompile/signatures/s390x'
import * as sh from '@seccompile/signatures/sh'
import * as sheb from '@seccompile/signatures/sheb'
import * as x32 from '@seccompile/signatures/x32'
import * as x86 from '@seccompile/signatures/x86'
import * as x86_64 from '@seccompile/signatures/x86_64'
import { abiTables } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { columnOf } from './column.ts'

const ENTRIES: Readonly<Record<AbiToken, object>> = {
  x86_64, x86, x32, aarch64, arm, loongarch64, m68k, mips, mipsel, mips64, mipsel64, mips64n32, mipsel64n32, parisc, parisc64, ppc, ppc64, ppc64le, riscv64, s390, s390x, sh, sheb,
} // prettier-ignore
const home = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, home), 'utf8')

/** The text of a table, where it has a file of its own: that of the column, or of the column that it is like. */
function textsFor(token: AbiToken): readonly string[] {
  if (token === 'm68k' || token === 's390') return []
  const is64 = signatures.signedAbiTable(token).wordSize === 64 || /^(?:x32|mips\w*n32)$/.test(token)
  return [is64 ? 'src/texts/x86_64.ts' : 'src/texts/x86.ts']
}

describe('the public names', () => {
  it('are exactly these', () => {
    expect(Object.keys(signatures).sort()).toEqual([
      'SELECTING_ARGUMENTS',
      'argumentOf',
      'argumentsInC',
      'signatureOf',
      'signedAbiTable',
    ])
  })
})

describe('the subpaths', () => {
  const manifest = JSON.parse(read('package.json')) as { seccompile: { subpaths: string[] } }

  it('are the tokens of the tables', () => {
    expect(manifest.seccompile.subpaths).toEqual(abiTables.map((table) => table.token))
  })

  it.each(abiTables.map((table) => [table.token]))('hold %s alone', (token) => {
    expect(Object.entries(ENTRIES[token])).toEqual([[token, signatures.signedAbiTable(token)]])
  })

  it.each(abiTables.map((table) => [table.token]))('reach no table but that of %s', (token) => {
    const reached = new Set<string>()
    const visit = (path: string): void => {
      if (reached.has(path)) return
      reached.add(path)
      for (const [, to = ''] of read(path).matchAll(/^(?:im|ex)port \{.*\} from '(.*)'$/gm)) {
        if (to.startsWith('.')) visit(posix.join(posix.dirname(path), to))
        else reached.add(to)
      }
    }
    visit(`src/${token}.ts`)
    const sharing = abiTables.filter((table) => columnOf(table.token) === columnOf(token))
    expect([...reached].sort()).toEqual(
      [
        ...sharing.map((table) => `@seccompile/syscalls/${table.token}`),
        `src/${token}.ts`,
        'src/decode/decode.ts',
        'src/decode/signature-map.ts',
        `src/tables/${columnOf(token)}.ts`,
        ...textsFor(token),
      ].sort(),
    )
  })
})
