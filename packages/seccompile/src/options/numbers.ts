import { CliError } from '../io/cli-error.ts'

/** A parser of whole numbers from `least` to `most`. @throws CliError for another text */
export function wholeNumber(least: number, most: number = Infinity): (text: string, flag: string) => number {
  const range = most === Infinity ? `, ${least} or more` : ` from ${least} to ${most}`
  return (text, flag) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
    if (value >= least && value <= most) return value
    throw new CliError(`${flag}: expected a whole number${range}; got "${text}"`)
  }
}
