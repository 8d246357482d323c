import { describe, expect, it } from 'vitest'
import { holderOf, holding, tableProblems } from '../src/bundles.ts'

describe('holderOf', () => {
  it('names the package of a module, and its table', () => {
    expect(holderOf('/tmp/x/node_modules/@seccompile/rules/dist/index.js')).toBe('rules')
    expect(holderOf('/tmp/node_modules/x/node_modules/seccompile/dist/index.js')).toBe('seccompile')
    expect(holderOf('/tmp/x/node_modules/jsonc-parser/lib/esm/main.js')).toBe('jsonc-parser')
    expect(holderOf('/tmp/x/node_modules/@seccompile/syscalls/dist/tables/arm.js')).toBe('syscalls:arm')
  })
})

describe('holding', () => {
  it('sorts, and lets the module of all tables stand for each', () => {
    expect(holding(['rules', 'abi', 'rules', 'syscalls:abis'])).toEqual(['abi', 'rules'])
    expect(holding(['syscalls', 'syscalls:arm', 'syscalls:all', 'syscalls:x86'])).toEqual([
      'syscalls',
      'syscalls:all',
    ])
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
})
