/* Random policies that `port` takes to another ABI, beside what programs can do under them. */
import { arg, errno, NEWEST_KERNEL, policy } from '@seccompile/policy'
import { argumentOf, signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { randomOf } from '../src/inputs/random.ts'
import { randomValue } from '../src/port/programs.ts'
import { judged, portTrial } from '../src/port/trial.ts'

it.each(Array.from({ length: 40 }, (_, index) => [index]))(
  'what a program there can do by its functions is what it could do here: policy %i',
  (index) => {
    const { wrong, what } = portTrial(1, index)
    expect(wrong, what).toEqual([])
  },
)

it('takes no ioctl for the fcntl64 of tmpfile(), whose arguments have the same names', () => {
  const refused = policy({ default: 'allow' }).deny('fcntl64', arg(2).ne(0x1000), errno('ENOSYS'))
  const kernels = { oldest: NEWEST_KERNEL, newest: NEWEST_KERNEL }
  const question = { from: 's390', to: ['mipsel'], libcs: ['musl'], kernels } as const
  for (let index = 0; index < 5; index += 1)
    expect(judged('deny-list', refused, question, randomOf(`values ${index}`)).wrong).toEqual([])
})

it('gives no flag that is 0 on one of the ABIs, which lacks it: MAP_UNINITIALIZED on parisc', () => {
  const flags = argumentOf(signedAbiTable('x86_64'), 'mmap', 'flags')!
  const given = (tokens: readonly AbiToken[]): readonly string[] =>
    Array.from({ length: 500 }, (_, index) => randomValue(randomOf(`flags ${index}`), flags, tokens)).flatMap(
      ({ constants }) => constants.map(({ constant }) => constant),
    )
  expect(given(['x86_64', 'loongarch64'])).toContain('MAP_UNINITIALIZED')
  expect(given(['parisc64', 'loongarch64'])).not.toContain('MAP_UNINITIALIZED')
})
