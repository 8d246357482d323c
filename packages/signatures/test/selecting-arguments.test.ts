/* The table of selecting arguments agrees with the signatures of every ABI. */
import { argumentOf, SELECTING_ARGUMENTS, signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { SelectingArgument } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const tables = abis.map(({ token }) => signedAbiTable(token))

/** Multiplexers: no header names their numbers. */
const WITHOUT_CONSTANTS: readonly string[] = ['socketcall', 'ipc']

const argumentsOfCall = (call: string): readonly string[] =>
  SELECTING_ARGUMENTS.filter((each) => each.call === call).map(({ argument }) => argument)

const nameOf = ({ call, argument }: SelectingArgument): string => `${call}.${argument}`

it.each(SELECTING_ARGUMENTS.map((row): [string, SelectingArgument] => [nameOf(row), row]))(
  '%s is an argument in one register that takes constants',
  (_, { call, argument }) => {
    const found = tables.flatMap((table) => argumentOf(table, call, argument) ?? [])
    expect(found.length).toBeGreaterThan(0)
    for (const { pointer, high } of found) expect([pointer, high]).toEqual([false, undefined])
    if (!WITHOUT_CONSTANTS.includes(call))
      for (const { families } of found) expect(families?.length).toBeGreaterThan(0)
  },
)

it('every ABI that has the call has its arguments, except where one address stands for all', () => {
  const missing = SELECTING_ARGUMENTS.flatMap(({ call, argument }) =>
    tables.flatMap((table) => {
      const args = signatureOf(table, call)?.args
      if (args === undefined || args.some(({ name }) => name === argument)) return []
      return [`${table.token} ${call} has ${args.map(({ name }) => name).join(', ')}`]
    }),
  )
  expect([...new Set(missing)]).toEqual([
    'x86 mmap has arg',
    'm68k mmap has arg',
    's390 mmap has arg',
    's390x mmap has arg',
    's390 mmap2 has arg',
  ])
})

it('bits that select are bits that the kernel reads, on every ABI', () => {
  for (const { call, argument, bits } of SELECTING_ARGUMENTS)
    for (const table of tables) {
      const found = argumentOf(table, call, argument)
      if (found === undefined || bits === undefined) continue
      expect(BigInt(bits) >> BigInt(found.width), `${call}.${argument} on ${table.token}`).toBe(0n)
    }
})

it('no argument is there twice, those of a call are in order, and each has a reason with a manual page', () => {
  const names = SELECTING_ARGUMENTS.map(nameOf)
  expect(new Set(names).size).toBe(names.length)
  for (const { call, reason } of SELECTING_ARGUMENTS) {
    expect(reason).toMatch(/: [a-z_0-9]+\([27]\)/)
    const order = argumentsOfCall(call)
    const args = tables.flatMap((table) => signatureOf(table, call)?.args ?? []).map(({ name }) => name)
    expect(order).toEqual([...new Set(args)].filter((name) => order.includes(name)))
  }
})

it('an argument that changes from run to run is not there', () => {
  for (const call of [
    'kill',
    'tgkill',
    'futex',
    'futex_time64',
    'openat',
    'madvise',
    'read',
    'clone3',
    'nosuch',
  ])
    expect(argumentsOfCall(call)).toEqual([])
  for (const { argument } of SELECTING_ARGUMENTS) expect(argument).not.toMatch(/fd$|^sig|time|len$|^pid/)
})
