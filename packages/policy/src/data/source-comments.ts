/** Comments on a rule. */
export interface RuleComments {
  /** The lines above the rule. */
  readonly above?: readonly string[]
  /** The texts beside the names of the rule, by their index. */
  readonly beside?: readonly (string | undefined)[]
}

/** Comments in a source: lines of text without signs of a comment. */
export interface SourceComments {
  /** The lines at the head of the file. */
  readonly head?: readonly string[]
  /** Comments on the rules, by their index. */
  readonly rules?: readonly (RuleComments | undefined)[]
  /** The lines at the end of the file. */
  readonly end?: readonly string[]
}
