import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const PACKAGES = new URL('../../', import.meta.url)

/** Packages whose functions take values that only their own functions make, node by node: no value comes from outside. */
const ENGINES: readonly string[] = ['cells', 'diagram', 'layout', 'outcomes', 'search']
/** A check of tests themselves, with tests of its own. */
const TEST_TOOLS: readonly string[] = ['testkit']

class Square {
  readonly side: number = 1
}
const whole = (value: unknown): void => {
  if (typeof value !== 'number') throw new TypeError('value: expected a number')
}
const module = {
  Square,
  LIMIT: 1,
  area: (side: number, unit?: string): string => {
    whole(side)
    if (unit !== undefined && typeof unit !== 'string') throw new TypeError('unit: expected text')
    return `${side * side} ${unit ?? ''}`
  },
  raw: (text: string): string => text.trim(),
}

it('finds a function that lets a wrong value through to the engine', async () => {
  const faults = await wrongValueFaults(module, { area: [1, mayOmit('m')], raw: ['a'] })
  expect(faults).toContain(
    "raw, argument 0 = null: TypeError: Cannot read properties of null (reading 'trim')",
  )
  expect(faults.filter((fault) => !fault.startsWith('raw'))).toEqual([])
})

it('tests every argument, and takes only errors of ours for refusals', async () => {
  const faults = await wrongValueFaults<object>(
    {
      second: (_: string, text: string): string => text.trim(),
      // A message that no engine has, of a class that is none of ours.
      own: (value: string): void => {
        if (value !== 'a') throw new SyntaxError('unexpected value')
      },
    },
    { second: ['a', 'a'], own: ['a'] },
  )
  expect(faults).toContain(
    "second, argument 1 = null: TypeError: Cannot read properties of null (reading 'trim')",
  )
  expect(faults).toContain('own, argument 0 = null: SyntaxError: unexpected value')
})

it('finds a function that the table does not have, a name that is no function, and right arguments that are wrong', async () => {
  const raw = unchecked('never called from outside')
  const area = [1, mayOmit()]
  const faultsOf = (table: object) => wrongValueFaults<object>(module, table)
  expect(await faultsOf({ area, raw })).toEqual([])
  expect(await faultsOf({ raw })).toEqual(['area is exported, and not in the table'])
  expect(await faultsOf({ area, raw, LIMIT: [] })).toEqual(['LIMIT is in the table, and no function'])
  expect(await faultsOf({ area: ['1', mayOmit()], raw })).toEqual([
    'area refuses the right arguments: TypeError: value: expected a number',
  ])
  expect(await faultsOf({ area: [1], raw })).toEqual(['area takes 2 arguments; its table has 1'])
  expect(await faultsOf({ area: [1, 'm'], raw })).toEqual([])
})

/** The published modules of the package in the folder `name`, without those of tests and of data. */
function modulesOf(name: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(new URL(`${name}/package.json`, PACKAGES), 'utf8')) as {
    readonly name: string
    readonly seccompile: { readonly effects?: readonly string[] }
    readonly publishConfig: { readonly exports: Readonly<Record<string, unknown>> }
  }
  // A module that is imported for what it does exports nothing.
  const { effects = [] } = manifest.seccompile
  const all = Object.keys(manifest.publishConfig.exports)
    .map((path) => path.slice(1))
    .filter((path) => !effects.includes(path.slice(1)))
  // A table for each ABI, or a file for each family of constants.
  const data = ['constants', 'signatures', 'syscalls'].includes(name) ? [''] : all
  return data
    .filter((path) => !/json$|arbitrary|main/.test(path))
    .map((path) => `from '${manifest.name}${path}'`)
}

it('is used by every package, for each of its modules', () => {
  const names = readdirSync(PACKAGES)
    .filter((name) => existsSync(new URL(`${name}/package.json`, PACKAGES)))
    // A pass is an object, and `conformance` of testkit tests it.
    .filter((name) => ![...ENGINES, ...TEST_TOOLS].includes(name) && !name.startsWith('pass-'))
  const missing = names.flatMap((name) => {
    const table = new URL(`${name}/test/every-export.test.ts`, PACKAGES)
    const text = existsSync(table) ? readFileSync(table, 'utf8') : ''
    return (
      modulesOf(name)
        // A table may run over all modules of its package, as that of filters does.
        .filter((line) => !text.includes(line) && !text.includes('it.each(modules)'))
        .map((line) => `${name}: ${line}`)
    )
  })
  expect(missing).toEqual([])
  expect(names.length).toBeGreaterThan(25)
})
