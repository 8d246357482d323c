import { CliError } from '../cli-error.ts'

/** A parser of whole numbers, `least` or more. @throws CliError for another text */
export function wholeNumber(least: number): (text: string, flag: string) => number {
  return (text, flag) => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text)
    throw new CliError(`${flag}: expected a whole number, ${least} or more; got "${text}"`)
  }
}
