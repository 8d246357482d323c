/* Entries of a profile that are taken out, and others in their place, whatever the white space between them. */
import { withEntries } from '@seccompile/oci/reading'
import { describe, expect, it } from 'vitest'

const entry = (...names: readonly string[]): object => ({ names, action: 'SCMP_ACT_ALLOW' })
const LOG = { names: ['read'], action: 'SCMP_ACT_LOG' } as const

describe.each([
  ['in one line', undefined],
  ['in lines of two spaces', 2],
  ['in lines of tabs', '\t'],
])('a profile %s', (_, indent) => {
  const textOf = (...syscalls: readonly object[]): string =>
    JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls }, null, indent)
  const read = entry('read')
  const write = entry('write')

  it.each([
    ['the first', [read, write], [write]],
    ['the last', [write, read], [write]],
    ['the only', [read], []],
    ['the second', [write, read, write], [write, write]],
    ['one of two names, and the last', [write, entry('read', 'write'), read], [write, write]],
  ])('loses %s entry', (__, syscalls, kept) => {
    const text = textOf(...syscalls)
    expect(JSON.parse(withEntries(text, ['read'], []))).toMatchObject({ syscalls: kept })
    expect(JSON.parse(withEntries(text, ['read'], [LOG]))).toMatchObject({ syscalls: [...kept, LOG] })
  })
})
