/* The filter of a policy. Its meaning is exact without a program, so a question can be about a policy that is too large for one. */
import type { Program } from '@seccompile/abi'
import { PolicyError, resolve } from '@seccompile/policy'
import type { Finding, Policy } from '@seccompile/policy'
import { expectList, expectObject } from '@seccompile/shape'
import type { PolicyFilter } from './filter.ts'

/** A policy that was read, and what its reader says of it. */
export interface PolicyToOpen {
  readonly policy: Policy
  readonly warnings?: readonly Finding[]
  readonly notes?: readonly string[] | undefined
  readonly artifact?: PolicyFilter['artifact'] | undefined
}

/** Compiles a policy for its target; `undefined` where it is too long for one program. */
export type ProgramMaker = (
  policy: Policy,
  target: PolicyFilter['target'],
) => Program | undefined | Promise<Program | undefined>

const noProgram: ProgramMaker = () => undefined

/**
 * The filter that a policy means on a target, whose first ABI is the main one.
 * @param read - a policy that was read, and what its reader says of it
 * @param toProgram - what compiles the policy where somebody asks for its program; if left out, the filter has none
 * @throws PolicyError if the policy is wrong for the target, or the target has no ABI
 */
export function policyFilter(
  name: string,
  read: PolicyToOpen,
  target: PolicyFilter['target'],
  toProgram: ProgramMaker = noProgram,
): PolicyFilter {
  expectObject(read, 'read', 'policy')
  const { policy, warnings: ofReader = [], notes = [], artifact } = read
  expectObject(policy, 'read.policy')
  expectObject(target, 'target', 'abis')
  const { families = [], ...wanted } = target
  expectList(wanted.abis, 'target.abis', 'token', 'endianness')
  const [main, ...others] = wanted.abis
  if (main === undefined) throw new PolicyError('E_TARGET', 'the policy is for no ABI')
  const { rules, warnings } = resolve(policy, wanted, { families })
  return {
    name,
    subject: { level: 'rules', ir: rules },
    endianness: main.endianness,
    abis: [main, ...others],
    arches: () => rules.sections.map(({ arch }) => arch),
    program: async () => toProgram(policy, target),
    policy,
    target,
    notes,
    findings: [...ofReader, ...warnings],
    ...(artifact === undefined ? {} : { artifact }),
  }
}
