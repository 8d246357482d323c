/* Facts go from one ABI to another only where times have one size and all constants are there. */
import { valueOn } from '@seccompile/constants'
import { abis, abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { callsOfFunctions } from '../src/calls-of-functions.ts'
import { LIBCS, measuredVersion, portsOf } from '../src/libcs.ts'
import { readCalls } from '../src/read-calls.ts'
import { CONSTANTS } from '../src/table.ts'

it('an ABI gets no facts of one whose times have another size', () => {
  const hasShortTimes = (abi: AbiToken): boolean => abiTable(abi).numbers.has('clock_gettime64')
  for (const libc of LIBCS)
    for (const { token } of abis)
      for (const { function: name, measuredOn } of callsOfFunctions(libc, token))
        if (measuredOn !== undefined)
          expect(hasShortTimes(measuredOn), `${libc} ${name} on ${token}`).toBe(hasShortTimes(token))
})

it('the version of glibc is that of the ABI', () => {
  expect((['x86_64', 'mipsel', 'mipsel64'] as const).map((abi) => measuredVersion('glibc', abi))).toEqual([
    '2.41',
    '2.40',
    '2.40',
  ])
})

describe('a constant that an ABI lacks', () => {
  const lacking = Object.entries(CONSTANTS).flatMap(([name, constant]) =>
    abis.flatMap(({ token }) =>
      constant !== undefined && valueOn(constant, token) === undefined ? [{ name, token }] : [],
    ),
  )

  it('leaves the calls unknown that are made with it, first and after ENOSYS', () => {
    expect(lacking.length).toBeGreaterThan(0)
    for (const { name, token } of lacking) {
      expect(readCalls(`openat(flags=${name})`, token), `${name} ${token}`).toBeUndefined()
      expect(readCalls(`openat?openat(flags=${name})`, token), `${name} ${token}`).toBeUndefined()
    }
  })
})

it('musl has no port for PA-RISC and for 31-bit s390', () => {
  const without = abis.map(({ token }) => token).filter((token) => !portsOf('musl').includes(token))
  expect(without.toSorted()).toEqual(['parisc', 'parisc64', 's390'])
})
