/** What becomes of seen calls under a policy. */
export type EditOutcome =
  | 'refused'
  | 'allowed'
  /** The calls run, and a rule that refuses them has lost its effect: who reads the policy would think that it refuses them. */
  | 'rule-lost'
