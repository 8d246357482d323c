/* The filter of a policy. Its meaning is exact without a program, so a question can be about a policy that is too large for one. */
import type { Program } from '@seccompile/abi'
import { PolicyError, resolve } from '@seccompile/policy'
import type { Finding, Policy, Target } from '@seccompile/policy'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { Filter } from './filter.ts'

/** A policy that was read, and what its reader says of it. */
export interface ReadPolicy {
  readonly policy: Policy
  readonly warnings?: readonly Finding[]
  readonly notes?: readonly string[]
  readonly artifact?: () => Promise<readonly Finding[]>
}

/** Compiles the policy of a filter; `undefined` where it is too long for one program. */
export type ProgramMaker = (filter: PolicyFilter) => Promise<Program | undefined>

/** The filter of a policy. */
export interface PolicyFilter extends Filter {
  readonly policy: Policy
  readonly leveled: Extract<Filter['leveled'], { readonly level: 'rules' }>
}

const noProgram: ProgramMaker = () => Promise.resolve(undefined)

/**
 * The filter that a policy means on `abis`, the main one first.
 * @param toProgram - what compiles the policy where somebody asks for its program; if left out, the filter has none
 * @throws PolicyError if the policy is wrong for the target, or `abis` is empty
 */
export async function policyFilter(
  name: string,
  { policy, warnings: ofReader = [], notes = [], artifact }: ReadPolicy,
  { abis, ...target }: Target,
  toProgram: ProgramMaker = noProgram,
): Promise<PolicyFilter> {
  expectObject(policy, 'policy')
  expectList(abis, 'abis', 'token', 'endianness')
  const [main, ...others] = abis
  if (main === undefined) throw new PolicyError('E_TARGET', 'the policy is for no ABI')
  const { constantFamilies } = await import('@seccompile/constants/all')
  const { rules, warnings } = resolve(policy, { abis, ...target }, { families: constantFamilies })
  const filter: PolicyFilter = {
    name,
    leveled: { level: 'rules', ir: rules },
    endianness: main.endianness,
    abis: [main, ...others],
    arches: () => rules.sections.map(({ arch }) => arch),
    program: () => toProgram(filter),
    policy,
    target,
    notes,
    findings: [...ofReader, ...warnings],
    ...(artifact === undefined ? {} : { artifact }),
  }
  return filter
}
