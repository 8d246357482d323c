import type { KernelSpan } from '@seccompile/syscalls'
import type { AttackNeed } from './need.ts'

/**
 * The kernels that have a fault. `from` is the oldest affected version, and `to` is the newest version of which some release is
 * affected, so `7.0` for a fault that 7.0.5 corrects. Each is absent where no source says it.
 */
export interface AffectedKernels extends KernelSpan {
  /** The releases in words, as the sources have them: `before 6.6.138, 6.12.87, 6.18.28 and 7.0.5`. */
  readonly text: string
}

/** What is published about one attack on the kernel, and the calls that it cannot do without. */
export interface AttackRecord<Id extends string = string> {
  /** The identifier, mostly of a CVE record; the name of the file too. */
  readonly id: Id
  /** Further identifiers for which the same condition holds. */
  readonly alsoIds?: readonly Id[]
  /** The name by which people know it, or the part of the kernel. */
  readonly name: string
  /** One sentence: what the fault is. */
  readonly summary: string
  readonly affected: AffectedKernels
  /** The privilege that the attacker has, in one clause. */
  readonly presumes: string
  /** The necessary condition. */
  readonly needs: AttackNeed
  /** Addresses, commits and files of the kernel that were read. */
  readonly sources: readonly [string, ...string[]]
  /** What would make the condition wrong, in one or two sentences. */
  readonly wrongIf: string
}
