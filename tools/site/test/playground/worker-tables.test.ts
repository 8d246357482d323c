import { readFileSync } from 'node:fs'
import { x86 } from '@seccompile/signatures/x86'
import { abis } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { loaded, standIns } from '../../src/playground/engine/loaded-tables.ts'
import { workerChunks } from '../../src/worker-chunks.ts'
import { workerTables } from '../../src/worker-tables.ts'

const fileOf = (id: string): string | undefined => workerChunks.find(({ test }) => test(id))?.name

describe('the stand-ins for tables of ABIs', () => {
  it('know the facts of every ABI, and its calls once its table is loaded', () => {
    const tables = standIns(abis)
    expect(Object.keys(tables)).toEqual(abis.map(({ token }) => token))
    expect(tables['x86']).toMatchObject({ token: 'x86', auditArch: x86.auditArch })
    expect(tables['parisc']?.numbers.size).toBe(0) // no test loads it
    loaded(x86)
    expect(tables['x86']?.numbers).toBe(x86.numbers)
    expect(tables['x86']?.signatures).toBe(x86.signatures)
    expect(tables['x86']?.newest).toBe(x86.newest)
  })

  it('take the place of the records with whole tables, and of nothing else', () => {
    const { load } = workerTables()
    expect(load('/a/packages/syscalls/dist/tables/all.js')).toContain('export const TABLES = standIns(')
    expect(load('/a/packages/signatures/dist/tables/all.js?x')).toContain(
      'export const SIGNED_TABLES = standIns(',
    )
    expect(load('/a/packages/constants/dist/tables/all.js')).toBeUndefined()
  })

  it('leave out the writer of TypeScript, which has one export, and which a file of its own has', () => {
    const { load } = workerTables()
    expect(load('/a/packages/policy/dist/data/policy-source.js')).toContain('export const policySource = ')
    const writer = load('/a/tools/site/dist/playground/engine/policy-writer.js') ?? ''
    const [, file = ''] = /^export \{ policySource \} from "(.*)"$/m.exec(writer) ?? []
    expect(file).toMatch(/\/policy\/.*\/data\/policy-source\.js\?whole$/)
    expect(fileOf(file)).toBeUndefined()
    const source = readFileSync(
      new URL('../../../../packages/policy/src/data/policy-source.ts', import.meta.url),
      'utf8',
    )
    expect([...source.matchAll(/^export \w+ (\w+)/gm)].map(([, name]) => name)).toEqual(['policySource'])
  })
})

describe('the files of the Worker', () => {
  it.each([
    ['/a/packages/signatures/dist/tables/x86.js', 'tables-x86'],
    ['/a/packages/signatures/dist/texts/x86_64.js', 'tables-x86'],
    ['/a/packages/syscalls/dist/x32.js', 'tables-x86'],
    ['/a/packages/syscalls/dist/tables/names.js', 'engine'],
    ['/a/packages/signatures/dist/tables/all.js', 'engine'],
    ['/a/packages/compiler/dist/compile/compile.js', 'engine'],
    ['/a/node_modules/.pnpm/typescript@6.0.3/node_modules/typescript/lib/typescript.js', 'typescript'],
    ['/a/tools/site/dist/playground/typescript/service.js', undefined],
    ['/a/packages/signatures/dist/tables/mips64n32.js', undefined],
    ['/a/packages/syscalls/dist/sheb.js', undefined],
    ['/a/packages/presets/dist/index.js', undefined],
    ['/a/packages/presets/dist/container-default.js', 'container'],
    ['/a/packages/presets/dist/container-families.js', 'container'],
    ['/a/packages/seccompile/dist/draw/lifted.js', undefined],
    ['/a/packages/pass/dist/print-ir.js', undefined],
    ['/a/packages/pass/dist/pipeline.js', 'engine'],
    ['/a/tools/site/dist/playground/engine/x86-tables.js', 'tables-x86'],
    ['/a/tools/site/dist/playground/engine/container-default.js', undefined],
    ['/a/packages/compiler/dist/optimize/optimize.js', undefined],
    ['/a/tools/site/dist/playground/engine/picture.js', undefined],
  ])('have %s in %s', (id, name) => {
    expect(fileOf(id)).toBe(name)
  })
})
