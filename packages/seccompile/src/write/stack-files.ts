import { existsSync } from 'node:fs'
import { CliError } from '../cli-error.ts'

/** The files of `count` filters, in the order in which to attach them: `output`, or `output.1`, `output.2`, … */
export function filterFiles(output: string, count: number): readonly string[] {
  return count === 1 ? [output] : Array.from({ length: count }, (_, i) => `${output}.${i + 1}`)
}

/**
 * Files that look as if they belong to the new filters, and do not. An earlier compilation to the same output left
 * them, because it made another number of filters.
 */
export function staleFiles(output: string, count: number): readonly string[] {
  const stale = count > 1 && existsSync(output) ? [output] : []
  for (let number = count === 1 ? 1 : count + 1; existsSync(`${output}.${number}`); number += 1)
    stale.push(`${output}.${number}`)
  return stale
}

/**
 * The value of `--max-filters`; no bound where it is left out.
 * @throws CliError for a text that is no count
 */
export function parseMaxFilters(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new CliError(`--max-filters: expected a whole number, 1 or more; got "${text}"`)
}

/** The warning about {@link staleFiles}. */
export function staleWarning(files: readonly string[]): string {
  const [are, them] = files.length === 1 ? ['is', 'it'] : ['are', 'them']
  return `${files.join(', ')} ${are} not part of this filter, but of another that was written there before; do not attach ${them}`
}

/**
 * Checks that `count` filters fit standard output, which holds one.
 * @throws CliError where there is more than one
 */
export function checkOneFits(count: number): void {
  if (count === 1) return
  throw new CliError(
    `the policy takes ${count} filters, and standard output holds one; name a file with -o, and they become FILE.1 to FILE.${count}`,
  )
}
