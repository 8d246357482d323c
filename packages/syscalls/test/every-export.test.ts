import * as syscalls from '@seccompile/syscalls'
import { unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const kernel = { major: 6, minor: 1 }
const reader = unchecked('a reader: shape calls it with a value and its place')
const x86_64 = syscalls.abiTable('x86_64')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(syscalls, {
      callName: [[x86_64], 1, 1],
      calls: [x86_64],
      nameInPlaceOf: [x86_64, 'read'],
      nameOf: [x86_64, 1],
      numberOf: [x86_64, 'read'],
      abiTable: ['x86_64'],
      abiByName: ['read'],
      isSyscallName: ['read'],
      otherDoorOf: [x86_64, 'read'],
      suggest: ['read', ['a']],
      abiNumbers: [x86_64],
      firstArgument: [x86_64],
      otherAbisOf: ['x86_64'],
      formatKernelVersion: [kernel],
      isAtLeast: [kernel, kernel],
      parseKernelVersion: ['read'],
      kernelOrTextReader: reader,
      kernelReader: reader,
      tableReader: reader,
    }),
  ).toEqual([])
})
