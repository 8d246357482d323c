/* The last step of reading: resolves a policy for a target. */
import type { Endianness } from '@seccompile/abi'
import { PolicyError, resolve } from '@seccompile/policy'
import type { Policy, Target, Warning } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'

/** A policy, resolved for a target. */
export interface PolicyMeaning {
  readonly policy: Policy
  /** The rules, as the prover takes them. */
  readonly leveled: { readonly level: 'rules'; readonly ir: RuleSet }
  readonly endianness: Endianness
  /** The ABIs of the target, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The warnings of the resolution. */
  readonly warnings: readonly Warning[]
}

/**
 * The meaning of `policy` for `abis`, the main one first.
 * @throws PolicyError if the policy is wrong for the target, or `abis` is empty
 */
export async function policyMeaning(
  policy: Policy,
  abis: readonly AbiTable[],
  target: Omit<Target, 'abis'> = {},
): Promise<PolicyMeaning> {
  expectList(abis, 'abis', 'token', 'endianness')
  expectObject(target, 'target')
  const [main, ...others] = abis
  if (main === undefined) throw new PolicyError('E_TARGET', 'the policy is for no ABI')
  const { constantFamilies } = await import('@seccompile/constants/all')
  const { rules, warnings } = resolve(policy, { abis, ...target }, { families: constantFamilies })
  return {
    policy,
    leveled: { level: 'rules', ir: rules },
    endianness: main.endianness,
    abis: [main, ...others],
    warnings,
  }
}
