import { expectObject, fail, read, record, whole } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'

/** A version of the kernel, as far as its calls depend on it: 4.8 is `{ major: 4, minor: 8 }`. */
export interface KernelVersion {
  readonly major: number
  readonly minor: number
}

/** Kernels from the oldest to the newest. */
export interface KernelRange {
  readonly oldest: KernelVersion
  readonly newest: KernelVersion
}

const kernelFields = record<KernelVersion>({ major: whole(0xffff), minor: whole(0xffff) })

/** A reader of versions of the kernel. */
export const kernelReader: Reader<KernelVersion> = (at) =>
  typeof at.value === 'object' && at.value !== null
    ? kernelFields(at)
    : fail(at, 'an object such as { major: 6, minor: 1 }, which parseKernelVersion("6.1") yields')

/**
 * The newest kernel that the tables know. They are compared with its own by tools/gen-syscalls/cross-check.mjs.
 */
export const NEWEST_KERNEL: KernelVersion = Object.freeze({ major: 7, minor: 2 })

/** A version as text, such as `6.1`. */
export type KernelText = `${number}.${number}`

/** Versions of Linux, from one to another, both included; a side that is absent has no end. */
export interface KernelSpan {
  readonly from?: KernelText
  readonly to?: KernelText
}

/** Profiles of Docker before 20.10 have a third part, which Docker then compared too: 4.8.0 is 4.8. */
const VERSION = /^(\d{1,3})\.(\d{1,3})(?:\.0)?$/
const MAX_PART = 255

/**
 * The version that `text` writes as `MAJOR.MINOR`, each 0 to 255 and not both 0, or as `MAJOR.MINOR.0`; `undefined` for other
 * text.
 * @see moby/profiles seccomp/seccomp.go: KernelVersion.UnmarshalJSON()
 */
export function parseKernelVersion(text: string): KernelVersion | undefined {
  // Only text: the pattern would also accept a number, and the number 6.10 is 6.1.
  const match = typeof text === 'string' ? VERSION.exec(text) : null
  if (match === null) return undefined
  const major = Number(match[1])
  const minor = Number(match[2])
  if (major > MAX_PART || minor > MAX_PART || (major === 0 && minor === 0)) return undefined
  return { major, minor }
}

/** A reader of versions of the kernel, also as text: `'6.1'`. */
export const kernelOrTextReader: Reader<KernelVersion> = (at) => {
  if (typeof at.value !== 'string') return kernelReader(at)
  return parseKernelVersion(at.value) ?? fail(at, 'a version such as "6.1"', 'number')
}

/** The version as people write it: `4.8`. */
export function formatKernelVersion(given: KernelVersion): KernelText {
  expectObject(given, 'kernel', 'major', 'minor')
  const { major, minor } = given
  return `${major}.${minor}`
}

/**
 * Whether `kernel` is `minimum` or newer.
 * @throws TypeError, RangeError where an argument is no version; the text "6.1" is no version
 */
export function isAtLeast(kernel: KernelVersion, minimum: KernelVersion): boolean {
  read(kernelReader, kernel, 'kernel')
  read(kernelReader, minimum, 'minimum')
  return kernel.major !== minimum.major ? kernel.major > minimum.major : kernel.minor >= minimum.minor
}
