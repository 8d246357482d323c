import * as libcCalls from '@seccompile/libc-calls'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(libcCalls, {
      callsOfFunctions: ['glibc', 'x86_64'],
      isLibc: ['musl'],
      measuredVersion: ['glibc', 'x86_64'],
      portsOf: ['musl'],
    }),
  ).toEqual([])
})
