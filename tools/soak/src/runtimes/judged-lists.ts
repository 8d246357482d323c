/* What libseccomp makes of lists of rules, beside what is written. */
import { decode } from '@seccompile/cbpf'
import { parseProfile, profileOf } from '@seccompile/oci'
import { jsonText } from '@seccompile/oci/reading'
import type { JsonData } from '@seccompile/oci/reading'
import { PolicyError, resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { compileBatch } from '@seccompile/vectors/libseccomp'
import type { ListProfile } from './random-lists.ts'

/** Whether the program of libseccomp means what is written. */
export type ListOutcome = 'equal' | 'different' | 'refused' | 'hung' | 'undecided'

/** A list, as it was judged. */
export interface JudgedList {
  readonly profile: ListProfile
  /** Whether the warning `unsafe-shape` is given. */
  readonly isFlagged: boolean
  readonly outcome: ListOutcome
}

/** A profile, and its meaning as it is written; `undefined` where rules overlap so that nothing is claimed. */
interface ReadList {
  readonly profile: ListProfile
  readonly rules: RuleSet
  readonly isFlagged: boolean
}

function read(profile: ListProfile, abi: AbiTable): ReadList | undefined {
  const { policy } = parseProfile(jsonText(profile as unknown as JsonData), { file: 'list.json' })
  try {
    const { rules, warnings } = resolve(policy, { abis: [abi] })
    return { profile, rules, isFlagged: warnings.some(({ name }) => name === 'unsafe-shape') }
  } catch (error) {
    if (error instanceof PolicyError && error.code === 'E_CONFLICT') return undefined
    throw error
  }
}

/** Whether the program of libseccomp for each of `profiles` means the rules beside it. */
function outcomes(
  profiles: readonly { readonly profile: object; readonly rules: RuleSet }[],
  { auditArch: arch, endianness }: AbiTable,
): readonly ListOutcome[] {
  const text = jsonText(profiles.map(({ profile }) => ({ arch, optimize: 1, ...profile })))
  return compileBatch(text, 600_000).map((made, i) => {
    if (typeof made === 'string') return made
    const program = { level: 'program', ir: decode(made, endianness) } as const
    const { kind } = equal({ level: 'rules', ir: profiles[i]!.rules }, program, { endianness })
    return kind === 'different' || kind === 'undecided' ? kind : 'equal'
  })
}

/** The lists of `profiles` that our reader takes, judged on `abi`. */
export function judgedLists(profiles: readonly ListProfile[], abi: AbiTable): readonly JudgedList[] {
  const lists = profiles.flatMap((each) => read(each, abi) ?? [])
  return outcomes(lists, abi).map((outcome, i) => {
    const { profile, isFlagged } = lists[i]!
    return { profile, isFlagged, outcome }
  })
}

/** A list that was written again in safe forms; `outcome` is `loss` where no profile says what the list says. */
export interface RewrittenList {
  readonly profile: object
  readonly outcome: ListOutcome | 'loss'
}

/** The lists of `profiles`, each written again in safe forms, as libseccomp reads them. */
export function rewrittenLists(profiles: readonly ListProfile[], abi: AbiTable): readonly RewrittenList[] {
  const lists = profiles.flatMap((each) => read(each, abi) ?? [])
  const written = lists.map(({ rules }) => ({ rules, ...profileOf(rules, { abis: [abi] }) }))
  const clean = written.filter(({ losses }) => losses.length === 0)
  const judged = outcomes(clean, abi)
  return [
    ...clean.map(({ profile }, i) => ({ profile, outcome: judged[i]! })),
    ...written
      .filter(({ losses }) => losses.length > 0)
      .map(({ profile }) => ({ profile, outcome: 'loss' as const })),
  ]
}
