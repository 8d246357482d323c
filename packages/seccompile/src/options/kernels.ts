/* The options that take versions of the kernel, in a range. */
import type { KernelRange } from '@seccompile/policy'
import { formatKernelVersion, NEWEST_KERNEL, parseKernelVersion } from '@seccompile/policy'
import type { KernelVersion } from '@seccompile/policy'
import { isAtLeast } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'

/** The last release of each series that has ended. @see https://www.kernel.org/pub/linux/kernel/ */
const LAST_OF_SERIES: Readonly<Record<number, number>> = { 1: 3, 2: 6, 3: 19, 4: 20, 5: 19, 6: 19 }

/** @throws CliError for a version that lies between two releases: nothing is known of it */
function checkReleased({ major, minor }: KernelVersion, flag: string): void {
  const last = LAST_OF_SERIES[major]
  if (major === NEWEST_KERNEL.major || (last !== undefined && minor <= last)) return
  const series = [...Object.entries(LAST_OF_SERIES), [NEWEST_KERNEL.major, NEWEST_KERNEL.minor]]
  const known = series.map(([name, end]) => `${name}.0 to ${name}.${end}`).join(', ')
  throw new CliError(`${flag}: there is no Linux ${major}.${minor}; the tables know ${known}`)
}

/**
 * The kernels in `A..B`, or the one in `A`.
 * @throws CliError for a text that is no range, for one that ends before it begins, and for kernels that the tables do not know
 */
export function parseKernels(text: string, flag: string): KernelRange {
  const [first = '', last = first, ...more] = text.split('..')
  const [oldest, newest] = [parseKernelVersion(first), parseKernelVersion(last)]
  if (oldest === undefined || newest === undefined || more.length > 0)
    throw new CliError(`${flag}: expected MAJOR.MINOR..MAJOR.MINOR, for example 5.10..6.12; got "${text}"`)
  if (!isAtLeast(newest, oldest))
    throw new CliError(
      `${flag}: ${first} is newer than ${last}; write the oldest kernel first: ${last}..${first}`,
    )
  if (!isAtLeast(NEWEST_KERNEL, newest))
    throw new CliError(
      `${flag}: the tables end with the calls of Linux ${formatKernelVersion(NEWEST_KERNEL)}; got "${text}"`,
    )
  for (const version of [oldest, newest]) checkReleased(version, flag)
  return { oldest, newest }
}

/**
 * The kernels in `A..B`, of which A is known and B is new.
 * @throws CliError as {@link parseKernels} does, and for a single version
 */
export function parseNewKernel(text: string, flag: string): KernelRange {
  if (parseKernelVersion(text) !== undefined)
    throw new CliError(
      `${flag}: expected two kernels, the known one and the new one, for example 6.12..7.2; got "${text}"`,
    )
  return parseKernels(text, flag)
}
