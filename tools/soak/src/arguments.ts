import { parseArgs } from 'node:util'
import { MAX_SEED } from './soak-loop.ts'

/** The options of a soak. */
export interface SoakArguments {
  readonly minutes: number
  /** At most `MAX_SEED`; if left out, each run has a new seed. */
  readonly seed: number | undefined
  readonly rounds: number | undefined
  /** The properties to try; empty for all. */
  readonly only: readonly string[]
  readonly list: boolean
  readonly help: boolean
}

/** The text of `--help`. */
export const USAGE = `usage: soak [--minutes N] [--seed N] [--rounds N] [--only PROPERTY]... [--list]

Random round trips through every level until time is up.

  --minutes N      how long; 60 by default
  --seed N         what the first round is drawn by; another each time by default
  --rounds N       stop after so many rounds, if time is not up before
  --only PROPERTY  try this property alone; may be given again
  --list           name the properties
`

const MOST_MINUTES = 7 * 24 * 60

function number(option: string, text: string, accept: (value: number) => boolean, what: string): number {
  // Number('') is 0.
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (accept(value)) return value
  throw new Error(`--${option} takes ${what}, not "${text}"`)
}

const isSeed = (value: number): boolean => value === (value & MAX_SEED)
const isMinutes = (value: number): boolean => value > 0 && value <= MOST_MINUTES
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0

/** The options on the command line, for properties with these names. @throws Error for bad usage */
export function soakArguments(args: readonly string[], names: readonly string[]): SoakArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '60' },
      seed: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const unknown = values.only.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`there is no property "${unknown}"; --list names them`)
  const { seed, rounds } = values
  return {
    minutes: number('minutes', values.minutes, isMinutes, `a number above 0, up to ${MOST_MINUTES}`),
    seed: seed === undefined ? undefined : number('seed', seed, isSeed, `a whole number up to ${MAX_SEED}`),
    rounds: rounds === undefined ? undefined : number('rounds', rounds, isCount, 'a whole number above 0'),
    only: values.only,
    list: values.list,
    help: values.help,
  }
}
