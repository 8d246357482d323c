import { readFileSync } from 'node:fs'
import * as syscalls from '@seccompile/syscalls'
import { abiTables } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import * as aarch64 from '@seccompile/syscalls/aarch64'
import * as arm from '@seccompile/syscalls/arm'
import * as x32 from '@seccompile/syscalls/x32'
import * as x86 from '@seccompile/syscalls/x86'
import * as x86_64 from '@seccompile/syscalls/x86_64'
import { describe, expect, it } from 'vitest'

const ENTRIES: Readonly<Record<AbiToken, object>> = { x86_64, x86, x32, aarch64, arm }
const home = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, home), 'utf8')

describe('the public names', () => {
  it('are exactly these', () => {
    expect(Object.keys(syscalls).sort()).toEqual([
      'MULTIPLEXERS',
      'abiByName',
      'abiTable',
      'abiTables',
      'abis',
      'calls',
      'hasTable',
      'isSyscallName',
      'nameOf',
      'numberOf',
      'otherDoorOf',
      'suggest',
      'syscallNames',
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
        visit(new URL(to ?? '', new URL(path, 'file:///')).pathname.slice(1))
      }
    }
    visit(`src/${token}.ts`)
    expect([...reached].sort()).toEqual(
      [`src/${token}.ts`, 'src/table.ts', 'src/tables/abis.ts', `src/tables/${token}.ts`].sort(),
    )
  })
})
