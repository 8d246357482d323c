import { expect, it } from 'vitest'
import { soakArguments } from '../src/arguments.ts'

const read = (...args: readonly string[]): unknown => soakArguments(args, ['a', 'b c'])

it('soaks everything for an hour unless told', () => {
  expect(read()).toEqual({
    minutes: 60,
    seed: undefined,
    rounds: undefined,
    only: [],
    list: false,
    help: false,
  })
})

it('takes minutes, a seed, rounds and properties', () => {
  const args = ['--minutes', '0.5', '--seed', '12', '--rounds', '3', '--only', 'a', '--only', 'b c']
  expect(read(...args)).toMatchObject({ minutes: 0.5, seed: 12, rounds: 3, only: ['a', 'b c'] })
})

it.each([
  [['--minutes', '0'], '--minutes takes a number above 0, up to 10080, not "0"'],
  [['--minutes', 'long'], '--minutes takes a number above 0, up to 10080, not "long"'],
  [['--minutes='], '--minutes takes a number above 0, up to 10080, not ""'],
  [['--minutes', 'Infinity'], '--minutes takes a number above 0, up to 10080, not "Infinity"'],
  [['--seed', '2147483648'], '--seed takes a whole number up to 2147483647, not "2147483648"'],
  [['--seed', '1.5'], '--seed takes a whole number up to 2147483647, not "1.5"'],
  [['--rounds=-0'], '--rounds takes a whole number above 0, not "-0"'],
  [['--only', 'c'], 'there is no property "c"; --list names them'],
])('refuses %j', (args, message) => {
  expect(() => read(...args)).toThrow(message)
})

it('refuses what it does not know', () => {
  expect(() => read('--hours', '1')).toThrow(/--hours/)
  expect(() => read('rules')).toThrow(/rules/)
})
