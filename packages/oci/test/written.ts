import { refuses, verdictName } from '@seccompile/abi'
import { constantFamilies } from '@seccompile/constants/all'
import { lossText } from '@seccompile/notation'
import { parseProfile, profileAbis, writeProfile } from '@seccompile/oci'
import { policyTables, resolve } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import { asRules, changes, equal } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'

/** A policy that was written as a profile and read back. */
export interface ProfileRoundTrip {
  readonly text: string
  readonly losses: readonly string[]
  /** The verdicts that the profile gives to calls which it should refuse. */
  readonly more: readonly string[]
  readonly same: string
  readonly warnings: readonly Warning[]
  readonly abis: readonly AbiToken[]
}

/** `made`, written for the ABIs and read back. */
export function written(
  made: Policy,
  tokens: readonly [AbiToken, ...AbiToken[]] = ['x86_64'],
): ProfileRoundTrip {
  const abis = tokens.map(signedAbiTable)
  const { rules } = resolve(made, { abis }, { families: constantFamilies })
  const reading = asRules({ level: 'rules', ir: rules })
  if (reading.kind !== 'rules') throw new Error(reading.kind)
  const { text, losses } = writeProfile(reading.rules, { abis })
  const again = parseProfile(text, { file: 'written.json' })
  const back = resolve(again.policy, { abis: policyTables(again.policy, tokens[0]) }).rules
  return {
    text,
    losses: losses.map((loss) => lossText(loss, 'a profile')),
    more: rulesThatRun(rules, back),
    same: equal({ level: 'rules', ir: rules }, { level: 'rules', ir: back }).kind,
    warnings: again.warnings,
    abis: profileAbis(again, tokens[0]),
  }
}

/** The verdicts by which `back` lets calls do more than `rules` do. */
function rulesThatRun(rules: RuleSet, back: RuleSet): readonly string[] {
  const found = changes({ level: 'rules', ir: rules }, { level: 'rules', ir: back })
  if (found.kind === 'undecided') return ['undecided']
  return found.changes
    .filter(({ to }) => !refuses(to))
    .map(({ from, to }) => `${verdictName(from)} ${verdictName(to)}`)
}
