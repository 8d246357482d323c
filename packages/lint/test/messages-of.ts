/* What one lint rule finds in a policy, as texts. */
import { policyTables, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { lint, lintRules } from '@seccompile/lint'
import type { LintExample } from '@seccompile/lint'

/** The messages of the lint rule `name` about `policy`, looked at on `abis`, or on those of the policy. */
export function messagesOf(
  name: string,
  policy: Policy,
  target: LintExample['target'] = {},
  looked?: readonly AbiToken[],
): readonly string[] {
  const rule = lintRules.find((each) => each.name === name)!
  const [main, ...others] = policyTables(policy, undefined, signedAbiTable)
  const { rules } = resolve(policy, { abis: [main!, ...others], ...target })
  const [first, ...rest] = looked?.map((token) => signedAbiTable(token)) ?? [main!, ...others]
  const { findings, undecided } = lint(
    { filter: { level: 'rules', ir: rules }, abis: [first!, ...rest], policy, ...target },
    [rule],
  )
  if (undecided.length > 0) throw new Error(undecided[0]!.reason)
  return findings.map(({ message }) => message)
}
