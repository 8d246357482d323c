import { shown } from '@seccompile/shape'
import { isAtLeast, parseKernelVersion } from '@seccompile/syscalls'
import type { KernelSpan, KernelText, KernelVersion } from '@seccompile/syscalls'

/** @throws TypeError for a text that is no version */
function versionOf(text: KernelText): KernelVersion {
  const version = parseKernelVersion(text)
  if (version === undefined)
    throw new TypeError(`span of kernels: expected MAJOR.MINOR, such as 6.12; got ${shown(text)}`)
  return version
}

/** A version as tables of calls have it. */
type Since = readonly [major: number, minor: number]

/** Whether some kernel of the span is Linux `major.minor` or newer. */
export const reaches = ({ to }: KernelSpan, [major, minor]: Since): boolean =>
  to === undefined || isAtLeast(versionOf(to), { major, minor })

/** Whether some kernel of the span is older than Linux `major.minor`. */
export const beginsBefore = ({ from }: KernelSpan, [major, minor]: Since): boolean =>
  from === undefined || !isAtLeast(versionOf(from), { major, minor })
