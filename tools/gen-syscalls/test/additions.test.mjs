import { describe, expect, it } from 'vitest'
import { ADDITIONS, withAdditions } from '../src/additions.mjs'
import { parseCsv } from '../src/csv.mjs'
import { SAMPLE } from './sample.mjs'

const fresh = { call: 'fresh', nr: 5, columns: ['arm'], source: 'fs/fresh.c of Linux 9.9' }

describe('withAdditions', () => {
  it('adds a call to its columns and to the names, and changes no other', () => {
    const source = parseCsv(SAMPLE)
    const { columns, names } = withAdditions(source, [fresh])
    expect(columns.get('arm').get('fresh')).toBe(5)
    expect(columns.get('mips')).toEqual(source.columns.get('mips'))
    expect(names).toEqual(['_llseek', 'fresh', 'nowhere', 'read', 'set_tls', 'write'])
    expect(source.columns.get('arm').has('fresh')).toBe(false)
  })

  it.each([
    ['a column that the source lacks', { columns: ['vax'] }, 'fresh 5 of vax: the source has no such column'],
    [
      'a call that the source has',
      { call: 'read' },
      'read 5 of arm: the source has the call; remove the addition',
    ],
    ['a number that is taken', { nr: 4 }, 'fresh 4 of arm: the number belongs to "write"'],
  ])('rejects %s', (_what, changed, message) => {
    expect(() => withAdditions(parseCsv(SAMPLE), [{ ...fresh, ...changed }])).toThrow(message)
  })

  it('has a source with a version for each call', () => {
    for (const { source } of ADDITIONS) expect(source).toMatch(/Linux \d+\.\d+/)
  })
})
