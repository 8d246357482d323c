/** The threat that a preset is against, and its limits. Each text is one sentence or more. */
export interface FilterNote {
  /** What the filter does, in one line without a full stop. */
  readonly summary: string
  /** The attack that the preset is against. */
  readonly against: string
  /** Ways that stay open, the most important one first. */
  readonly leavesOpen: readonly string[]
  /** Functions of honest programs that stop working. */
  readonly breaks: readonly string[]
  /** The kernel that the preset needs, and why. */
  readonly needs: string
  /** The sources of the facts: a manual page, a file of the kernel, a CVE, or the address of a page. */
  readonly sources: readonly string[]
}
