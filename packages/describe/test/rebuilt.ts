import type { Verdict } from '@seccompile/abi'
import { groupsOf } from '@seccompile/groups'
import type { AbiDifference, AbiList, GroupShare, ShortMeaning, VerdictCalls } from '@seccompile/describe'
import { contains } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** What an ABI does, rebuilt from the short form: the verdict of each call, or the cases of a call with conditions. */
export interface Rebuilt {
  readonly abi: AbiTable
  readonly outcomes: ReadonlyMap<string, Verdict | string>
  /** The verdict of a number that no call has, or its cases. */
  readonly unnamed: (nr: number) => Verdict | string
}

/** The group in which a call is counted, written down a second time: the smallest one, then the first by name. */
const groupOf = (call: string): string | undefined => {
  const all = groupsOf(call)
  const size = Math.min(...all.map(({ calls: of }) => of.length))
  return all.find(({ calls: of }) => of.length === size)?.name
}

function ofShare(
  { group, names, isAllBut, byArguments }: GroupShare,
  all: readonly string[],
): readonly string[] {
  if (!isAllBut) return names
  return all.filter((call) => groupOf(call) === group && !names.includes(call) && !byArguments.includes(call))
}

/** The calls of a part, which is about `all`; those that `isTaken` belong to other parts. */
function callsOf(
  { form, names, shares }: VerdictCalls,
  all: readonly string[],
  isTaken: (call: string) => boolean,
): readonly string[] {
  switch (form) {
    case 'names':
      return names
    case 'groups':
      return shares.flatMap((share) => ofShare(share, all))
    case 'all but':
      return all.filter((call) => !names.includes(call))
    case 'others but':
      return all.filter((call) => !names.includes(call) && !isTaken(call))
  }
}

const keyOf = (cases: AbiList['conditions'][number]['cases']): string =>
  JSON.stringify(cases.map(({ verdict, condition }) => [verdict, condition]))

function rebuiltAbi(
  part: AbiList | AbiDifference,
  parts: readonly (AbiList | AbiDifference)[],
  before: readonly Rebuilt[],
): Rebuilt {
  const { abi, otherwise } = part
  const all = calls(abi).map(({ name }) => name)
  const main = before.find(({ abi: { token } }) => token === part.like)
  const outcomes = new Map<string, Verdict | string>(
    all.map((call) => [call, main?.outcomes.get(call) ?? otherwise]),
  )
  const conditional = new Map<string, string>()
  for (const {
    abi: { token },
    conditions,
  } of parts)
    // prettier-ignore
    for (const { calls: names, abis, cases } of conditions)
      if (abis.includes(abi.token))
        for (const name of names) {
          conditional.set(name, keyOf(cases))
          if (token !== abi.token && token !== part.like && !part.asOn.some((on) => on.abi === token && on.calls.includes(name))) throw new Error(`${name}: ${abi.token} does not name ${token}`) // prettier-ignore
        }
  const put = (all_: readonly string[], group: readonly VerdictCalls[]): void => {
    const taken = new Set(conditional.keys())
    for (const each of group.toSorted(
      (a, b) => Number(a.form === 'others but') - Number(b.form === 'others but'),
    ))
      // prettier-ignore
      for (const name of callsOf(each, all_, (call) => taken.has(call))) {
        outcomes.set(name, each.verdict)
        taken.add(name)
      }
  }
  if (part.kind === 'difference') put(all.filter((name) => main?.outcomes.has(name) !== true), part.own) // prettier-ignore
  put(all, part.verdicts)
  for (const [name, key] of conditional) outcomes.set(name, key)
  const unnamed = (nr: number): Verdict | string => {
    const found = part.verdicts.find(({ numbers }) => contains(numbers, nr))
    const cases = part.conditions.find(({ numbers }) => contains(numbers, nr))
    return found?.verdict ?? (cases === undefined ? otherwise : keyOf(cases.cases))
  }
  return { abi, outcomes, unnamed }
}

/** What a filter does on each ABI, rebuilt from its short form. */
export function rebuilt(short: readonly ShortMeaning[]): readonly Rebuilt[] {
  const parts = short.filter((part) => part.kind !== 'arch')
  return parts.reduce<readonly Rebuilt[]>((before, part) => [...before, rebuiltAbi(part, parts, before)], [])
}
