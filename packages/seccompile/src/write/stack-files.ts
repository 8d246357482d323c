import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { CliError } from '../io/cli-error.ts'
import { statOf } from '../io/inside.ts'

/** The files of `count` filters, in the order in which to attach them: `output`, or `output.1`, `output.2`, … */
export function filterFiles(output: string, count: number): readonly string[] {
  return count === 1 ? [output] : Array.from({ length: count }, (_, i) => `${output}.${i + 1}`)
}

/**
 * The number in the name of a file of a stack. A stack has some ten filters. A longer number, such as a date, is not
 * from a stack.
 */
const NUMBER = /^[1-9]\d?$/

/** The names in `folder`; none, if it cannot be listed. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Regular files whose names look like those of the new filters, but which are not among them. An earlier compilation
 * to the same output made another number of filters, and left them.
 */
export function staleFiles(output: string, count: number): readonly string[] {
  const start = `${basename(output)}.`
  const last = count === 1 ? 0 : count
  const numbers = namesIn(dirname(output))
    .filter((name) => name.startsWith(start) && NUMBER.test(name.slice(start.length)))
    .map((name) => Number(name.slice(start.length)))
    .filter((number) => number > last)
    .toSorted((a, b) => a - b)
  return [...(count > 1 ? [output] : []), ...numbers.map((number) => `${output}.${number}`)].filter(
    (file) => statOf(file)?.isFile() === true,
  )
}

/** The warning about {@link staleFiles}. */
export function staleWarning(files: readonly string[]): string {
  const [are, them] = files.length === 1 ? ['is', 'it'] : ['are', 'them']
  return `${files.join(', ')} ${are} left over from an earlier filter, and not part of this one; do not attach ${them}`
}

/**
 * Checks that `count` filters fit `output`. Standard output (`undefined`) holds one filter; so does an existing file
 * that is not regular, such as a pipe.
 * @throws CliError where there is more than one
 */
export function checkOneFits(output: string | undefined, count: number): void {
  if (count === 1) return
  if (output !== undefined && statOf(output)?.isFile() !== false) return
  const where = output === undefined ? 'standard output' : `${output}, which is not a regular file,`
  throw new CliError(
    `the policy needs ${count} filters, and ${where} can hold only one; name a file with -o, which writes FILE.1 to FILE.${count}`,
  )
}
