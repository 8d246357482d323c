/* What libseccomp makes of lists of rules, beside what is written. */
import { decode } from '@seccompile/cbpf'
import { parseProfile } from '@seccompile/oci'
import { safeProfile } from '@seccompile/oci-runtime'
import { PolicyError, resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { compileBatch } from '@seccompile/vectors/libseccomp'

/** Whether the program of libseccomp means what is written. */
export type ListOutcome = 'equal' | 'different' | 'refused' | 'hung' | 'undecided'

/** A list, as it was judged. */
export interface JudgedList {
  /** A profile with the list, as JSON. */
  readonly text: string
  /** Whether the warning `unsafe-shape` is given. */
  readonly isFlagged: boolean
  readonly outcome: ListOutcome
}

/** A profile, and its meaning as it is written. */
interface ReadList {
  readonly text: string
  readonly rules: RuleSet
  readonly isFlagged: boolean
}

/** The profile `text` as we read it; `undefined` where rules overlap so that nothing is claimed. */
function read(text: string, abi: AbiTable): ReadList | undefined {
  const { policy } = parseProfile(text, { file: 'list.json' })
  try {
    const { rules, warnings } = resolve(policy, { abis: [abi] })
    return { text, rules, isFlagged: warnings.some(({ name }) => name === 'unsafe-shape') }
  } catch (error) {
    if (error instanceof PolicyError && error.code === 'E_CONFLICT') return undefined
    throw error
  }
}

const MINUTES = 10

/** Whether the program of libseccomp for each of `lists` means its rules. */
function outcomes(
  lists: readonly Pick<ReadList, 'text' | 'rules'>[],
  { auditArch, endianness }: AbiTable,
): readonly ListOutcome[] {
  const profiles = lists.map(
    ({ text }) => `{"arch":${auditArch},"optimize":1,"seconds":5,${text.slice(text.indexOf('{') + 1)}`,
  )
  return compileBatch(`[${profiles.join(',')}]`, MINUTES * 60_000).map((made, i) => {
    if (typeof made === 'string') return made
    const program = { level: 'program', ir: decode(made, endianness) } as const
    const { kind } = equal({ level: 'rules', ir: lists[i]!.rules }, program, { endianness })
    return kind === 'different' || kind === 'undecided' ? kind : 'equal'
  })
}

/** The lists of `texts` that our reader takes, judged on `abi`. */
export function judgedLists(texts: readonly string[], abi: AbiTable): readonly JudgedList[] {
  const lists = texts.flatMap((each) => read(each, abi) ?? [])
  return outcomes(lists, abi).map((outcome, i) => {
    const { text, isFlagged } = lists[i]!
    return { text, isFlagged, outcome }
  })
}

/** A list that `safeProfile` has written again; `outcome` is `left` where it knows no safe form. */
export interface RewrittenList {
  readonly text: string
  readonly outcome: ListOutcome | 'left'
}

/** The lists of `texts` that have another form, each written again by `safeProfile`, as libseccomp reads them. */
export function rewrittenLists(texts: readonly string[], abi: AbiTable): readonly RewrittenList[] {
  const lists = texts.flatMap((each) => read(each, abi) ?? []).filter(({ isFlagged }) => isFlagged)
  const written = lists.map(({ text, rules }) => {
    const made = safeProfile(text, { file: 'list.json', main: abi.token })
    return { text: made.text, rules, isLeft: made.left.length > 0 }
  })
  const safe = written.filter(({ isLeft }) => !isLeft)
  const judged = outcomes(safe, abi)
  return [
    ...safe.map(({ text }, i) => ({ text, outcome: judged[i]! })),
    ...written.filter(({ isLeft }) => isLeft).map(({ text }) => ({ text, outcome: 'left' as const })),
  ]
}
