/* The findings of one lint rule in a policy as rules, as texts. */
import { policyTables, resolve } from '@seccompile/policy'
import type { Capability, KernelVersion, Policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { lint, lintRules } from '@seccompile/lint'

/** The options of {@link messagesOf}. */
interface MessageOptions {
  /** The ABIs of the rules; those of the policy by default. */
  readonly abis?: readonly AbiToken[]
  /** The ABIs that are examined; those of the rules by default. */
  readonly looked?: readonly AbiToken[]
  readonly kernel?: KernelVersion | undefined
  readonly caps?: readonly Capability[] | undefined
  readonly launched?: boolean
  /** Whether the warnings of `resolve` are in the report. */
  readonly warned?: boolean
}

/** The tables of the ABIs, the main one first. */
function tablesOf(tokens: readonly AbiToken[]): readonly [AbiTable, ...AbiTable[]] {
  const [main, ...others] = tokens.map((token) => signedAbiTable(token))
  return [main!, ...others]
}

/** The messages of the lint rule `name` about `policy`. */
export function messagesOf(name: string, policy: Policy, told: MessageOptions = {}): readonly string[] {
  const { abis: on, looked, launched, warned = false, ...target } = told
  const [main, ...others] = policyTables(policy, undefined, signedAbiTable)
  const abis = on === undefined ? ([main!, ...others] as const) : tablesOf(on)
  const { rules, warnings } = resolve(policy, { abis, ...target })
  const { findings, undecided } = lint(
    {
      filter: { level: 'rules', ir: rules },
      abis: looked === undefined ? abis : tablesOf(looked),
      policy,
      ...target,
      ...(launched === undefined ? {} : { launched }),
      ...(warned ? { warnings } : {}),
    },
    lintRules.filter((rule) => rule.name === name),
  )
  if (undecided.length > 0) throw new Error(undecided[0]!.reason)
  return findings.filter((each) => each.name === name).map(({ message }) => message)
}
