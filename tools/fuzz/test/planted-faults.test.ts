import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../src/paths.ts'
import { planted } from '../src/planted.ts'
import { PLANTED_FAULTS } from '../src/planted-faults.ts'
import { fuzzTargets } from '../src/targets.ts'

describe('planted faults', () => {
  it('are one for each target', async () => {
    const names = (await fuzzTargets()).map(({ name }) => name)
    expect(PLANTED_FAULTS.map(({ target }) => target).toSorted()).toEqual(names.toSorted())
  })

  it.each(PLANTED_FAULTS)('fit the source: $target $fault', (fault) => {
    expect(planted(readFileSync(join(ROOT, fault.file), 'utf8'), fault)).toContain(fault.replace)
  })

  it('are refused where their text stands twice, or not at all', () => {
    const fault = { file: 'a.ts', find: 'x', replace: 'y' }
    expect(planted('1 x 2', fault)).toBe('1 y 2')
    expect(() => planted('x x', fault)).toThrow(
      'a.ts: "x" stands there 2 times, not once; edit the planted fault',
    )
    expect(() => planted('', fault)).toThrow('stands there 0 times')
  })
})
