import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

describe('temporaryFolder', () => {
  const { at, file } = temporaryFolder()
  const early = file('early', 'one')
  const wasThere = existsSync(dirname(early))

  it('makes nothing where no test runs, as under vitest -t: then no hook runs that would remove it', () => {
    expect(wasThere).toBe(false)
  })

  it('writes what was to be written before, and what comes now', () => {
    expect(readFileSync(early, 'utf8')).toBe('one')
    expect(readFileSync(file('late', 'two'), 'utf8')).toBe('two')
    expect(dirname(at('late'))).toBe(dirname(early))
  })
})
