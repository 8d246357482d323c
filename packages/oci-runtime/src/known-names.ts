/* The rules of a policy without the names that a libseccomp does not know. */
import type { Policy, PolicyName, PolicyRule, Source } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { lackedAbis, lackedNames } from './libseccomp-names.ts'
import type { LibseccompVersion } from './libseccomp-names.ts'

/** A name that a libseccomp does not know; `abis` where it lacks the number on some ABIs only. */
export interface LackedName {
  readonly name: string
  readonly abis?: readonly AbiToken[]
  readonly source?: Source
}

/** A policy as a libseccomp knows its names, and the names that are lost. */
export interface NamesKnown {
  readonly policy: Policy
  readonly lacked: readonly LackedName[]
}

const lackedName = ({ name, source }: PolicyName, abis: readonly AbiToken[]): LackedName => ({
  name,
  ...(abis.length === 0 ? {} : { abis }),
  ...(source === undefined ? {} : { source }),
})

/** `policy` without the rules for names that `version` lacks on `abis`. */
export function withKnownNames(
  policy: Policy,
  version: LibseccompVersion,
  abis: readonly AbiToken[],
): NamesKnown {
  const everywhere = lackedNames(version)
  const lacked: LackedName[] = []
  const rules = policy.rules.flatMap((rule): readonly PolicyRule[] => {
    const kept: PolicyName[] = []
    const narrowed: PolicyRule[] = []
    for (const each of rule.names) {
      if (everywhere.has(each.name)) {
        lacked.push(lackedName(each, []))
        continue
      }
      const partly = lackedAbis(version, each.name).filter((abi) => abis.includes(abi))
      if (partly.length === 0) {
        kept.push(each)
        continue
      }
      lacked.push(lackedName(each, partly))
      const others = abis.filter((abi) => !partly.includes(abi))
      if (others.length > 0) narrowed.push({ ...rule, names: [each], abis: others })
    }
    return [...(kept.length === 0 ? [] : [{ ...rule, names: kept }]), ...narrowed]
  })
  return { policy: { ...policy, rules }, lacked }
}
