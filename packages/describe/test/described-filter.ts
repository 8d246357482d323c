import type { Filter } from '@seccompile/filter'
import type { Policy } from '@seccompile/policy'
import { resolve } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'

/** The rules of a policy on some ABIs of little-endian machines, as a filter with a name. */
export function describedFilter(
  name: string,
  policy: Policy,
  tokens: readonly [AbiToken, ...AbiToken[]],
): Filter {
  const [first, ...others] = tokens.map((token) => signedAbiTable(token))
  const abis = [first!, ...others] as const
  const { rules } = resolve(policy, { abis })
  return {
    name,
    subject: { level: 'rules', ir: rules },
    endianness: 'little',
    abis,
    arches: () => rules.sections.map(({ arch }) => arch),
    program: () => Promise.resolve(undefined),
    policy,
    target: { abis },
    notes: [],
    findings: [],
  }
}
