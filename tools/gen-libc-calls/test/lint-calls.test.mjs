/* The calls of lint are those of the table, and the choices by hand are about calls that it has. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BESIDE, FUNCTIONS, NOT_MEASURED, WITHOUT_OLDER } from '../src/lint-choices.mjs'
import { firstCalls, LINT_CALLS, lintModule, measured, olderAfterEnosys } from '../src/lint-calls.mjs'

const seen = measured()
const insteadOf = (call) =>
  seen.filter(({ name }) => name === call).flatMap(({ instead }) => instead.map(({ name }) => name))

it('are in the module of lint as the table gives them', async () => {
  expect(await lintModule()).toBe(readFileSync(LINT_CALLS, 'utf8'))
})

it('join libraries that make one call, and name each that makes another', () => {
  const made = (libc, name, instead = []) => ({
    function: 'open',
    abi: 'x86_64',
    libc,
    name,
    fixed: [{ argument: 'dfd', values: [1n] }],
    instead: instead.map((other) => ({ name: other, fixed: [] })),
  })
  const callsOf = (...all) => firstCalls(all).map(({ abis, functions: [one] }) => [abis, ...one.calls])
  expect(callsOf(made('glibc', 'openat'), made('musl', 'openat'))).toEqual([])
  expect(callsOf(made('glibc', 'openat', ['creat']), made('musl', 'open'))).toEqual([
    [
      'x86_64',
      { text: 'openat', by: 'glibc', fallsBack: true },
      { text: 'open', by: 'musl' },
      { text: 'creat' },
    ],
  ])
  expect(callsOf(made('glibc', 'openat', ['open']), made('musl', 'openat'))).toEqual([
    ['x86_64', { text: 'openat', by: 'glibc and musl' }, { text: 'open' }],
  ])
})

it('leave out calls that the table has as newer ones', () => {
  const statx = { function: 'stat', abi: 'x86', libc: 'glibc', name: 'statx', fixed: [], instead: [{ name: 'fstatat64', fixed: [] }] } // prettier-ignore
  expect(firstCalls([statx])).toEqual([])
  expect(olderAfterEnosys([statx])).toContainEqual(['statx', ['fstatat64', 'stat']])
})

it('are chosen by names that the table has', () => {
  for (const { function: of, tests, beside = [] } of FUNCTIONS) {
    const own = seen.filter((one) => one.function === of)
    const names = own.flatMap(({ name, instead }) => [name, ...instead.map((other) => other.name)])
    expect(own, of).not.toEqual([])
    for (const name of beside) expect(names, of).toContain(name)
    if (tests !== undefined)
      expect(
        own.some(({ fixed }) => fixed.some(({ argument }) => argument === tests)),
        of,
      ).toBe(true)
  }
  for (const [call, names] of Object.entries(BESIDE))
    for (const name of names) expect(insteadOf(call), call).toContain(name)
  for (const call of WITHOUT_OLDER) expect(insteadOf(call), call).not.toEqual([])
})

it('are taken from sources only where the table has none', () => {
  for (const { call, older } of NOT_MEASURED) {
    expect(
      seen.some(({ name }) => name === call),
      call,
    ).toBe(true)
    expect(insteadOf(call), call).not.toContain(older)
  }
})
