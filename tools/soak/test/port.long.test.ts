/* Random policies that `port` takes to another ABI, beside what programs can do under them. */
import { expect, it } from 'vitest'
import { portTrial } from '../src/port/trial.ts'

it.each(Array.from({ length: 40 }, (_, index) => [index]))(
  'what a program there can do by its functions is what it could do here: policy %i',
  (index) => {
    const { wrong, what } = portTrial(1, index)
    expect(wrong, what).toEqual([])
  },
)
