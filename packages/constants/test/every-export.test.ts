import { AF_UNIX } from '@seccompile/constants/af'
import * as constants from '@seccompile/constants'
import * as constantsAll from '@seccompile/constants/all'
import * as constantsErrno from '@seccompile/constants/errno'
import * as constantsSig from '@seccompile/constants/sig'
import { unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const READER = unchecked('a reader: shape calls it with a value and its place')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(constants, {
      bits: [AF_UNIX],
      valueOn: [AF_UNIX, 'x86_64'],
      bitsReader: READER,
      constantReader: READER,
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/all` by a message of ours', async () => {
  expect(
    await wrongValueFaults(constantsAll, {
      constantNamed: ['AF_UNIX'],
      constantsOf: ['af'],
      nameOfValue: ['af', 1, 'x86_64'],
      namesOfBits: ['clone', 1, 'x86_64'],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/errno` by a message of ours', async () => {
  expect(
    await wrongValueFaults(constantsErrno, {
      errnoOf: [0x5_0001, ['x86_64']],
      errnoOn: ['EPERM', 'x86_64'],
      verdictText: [0x5_0001, ['x86_64']],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/sig` by a message of ours', async () => {
  expect(
    await wrongValueFaults(constantsSig, {
      signalOn: ['SIGHUP', 'x86_64'],
    }),
  ).toEqual([])
})
