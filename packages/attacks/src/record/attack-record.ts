import type { KernelText } from '@seccompile/policy'
import type { AttackNeed } from './need.ts'

/** The kernels that have a fault. */
export interface AffectedKernels {
  /** The oldest affected version; absent where no source says it. */
  readonly from?: KernelText
  /**
   * The newest version of which some release is affected, so `7.0` for a fault that 7.0.5 corrects; absent where no source
   * says it. A route counts only if a kernel up to this one has its call.
   */
  readonly to?: KernelText
  /** The releases in words, as the sources have them: `before 6.6.138, 6.12.87, 6.18.28 and 7.0.5`. */
  readonly text: string
}

/** What is published about one attack on the kernel, and the calls that it cannot do without. */
export interface AttackRecord {
  /** The identifier, mostly of a CVE record; the name of the file too. */
  readonly id: string
  /** Further identifiers for which the same condition holds. */
  readonly alsoIds?: readonly string[]
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
