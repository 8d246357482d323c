import { shown } from '@seccompile/shape'
import { isAtLeast, parseKernelVersion } from '@seccompile/syscalls'
import type { KernelText, KernelVersion } from '@seccompile/syscalls'

/** Versions of Linux, from one to another; a side that is absent has no end. */
export interface KernelSpan {
  /** A route of older kernels alone does not count. */
  readonly from?: KernelText
  /** A route counts only if a kernel up to this one has its call. */
  readonly to?: KernelText
}

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
