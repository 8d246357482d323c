import { describe, expect, it } from 'vitest'
import { holderOf, holding, outsideImports, tableProblems } from '../src/bundles.ts'

describe('holderOf', () => {
  it('names the package of a module, and its table', () => {
    expect(holderOf('/tmp/x/node_modules/@seccompile/rules/dist/index.js')).toBe('rules')
    expect(holderOf('/tmp/node_modules/x/node_modules/seccompile/dist/index.js')).toBe('seccompile')
    expect(holderOf('/tmp/x/node_modules/jsonc-parser/lib/esm/main.js')).toBe('jsonc-parser')
    expect(holderOf('/tmp/x/node_modules/@seccompile/syscalls/dist/tables/arm.js')).toBe('syscalls:arm')
    expect(holderOf('/tmp/x/node_modules/@seccompile/signatures/dist/tables/arm.js')).toBe('signatures:arm')
  })
})

describe('holding', () => {
  it('sorts, and lets the module of all tables stand for each', () => {
    expect(holding(['rules', 'abi', 'rules', 'syscalls:abis'])).toEqual(['abi', 'rules'])
    expect(holding(['syscalls', 'syscalls:arm', 'syscalls:all', 'syscalls:x86'])).toEqual([
      'syscalls',
      'syscalls:all',
    ])
    expect(holding(['signatures:all', 'signatures:arm', 'syscalls:arm'])).toEqual(['signatures:all'])
  })
})

describe('outsideImports', () => {
  it('leaves out the files of the bundle itself', () => {
    const files = [
      { fileName: 'index.js', imports: ['shape-C99Xotro.js', 'koffi'] },
      { fileName: 'shape-C99Xotro.js', imports: [] },
    ]
    expect(outsideImports(files)).toEqual(['koffi'])
  })
})

describe('tableProblems', () => {
  const entry = '@seccompile/syscalls/arm'

  it('accepts one table alone, and anything in other entries', () => {
    expect(tableProblems({ entry, holds: ['syscalls', 'syscalls:arm'] })).toEqual([])
    expect(tableProblems({ entry: '@seccompile/syscalls', holds: ['syscalls', 'syscalls:all'] })).toEqual([])
  })

  it.each([
    [['syscalls']],
    [['syscalls', 'syscalls:arm', 'syscalls:x86']],
    [['syscalls', 'syscalls:all']],
    [['abi', 'syscalls:arm']],
  ])('rejects %j', (holds) => {
    expect(tableProblems({ entry, holds })).toEqual([
      `bundle of ${entry}: holds ${holds.join(', ')}, and should hold one table`,
    ])
  })

  it('wants the table of calls under that of signatures, of the same ABI', () => {
    const signed = '@seccompile/signatures/arm'
    const alone = ['signatures', 'signatures:arm', 'syscalls', 'syscalls:arm']
    expect(tableProblems({ entry: signed, holds: alone })).toEqual([])
    for (const holds of [['signatures:arm'], ['signatures:arm', 'syscalls:x86'], [...alone, 'abi']])
      expect(tableProblems({ entry: signed, holds })).toHaveLength(1)
    expect(tableProblems({ entry, holds: alone })).toHaveLength(1)
  })
})
