/*
 * Lists of rules of a profile that have no form which libseccomp is known to compile as written. `resolve` takes the
 * rules as they are written. In the filter of libseccomp too, each call gets the verdict of one of the rules, or the
 * default, but maybe another one.
 * @see security-profiles-merger docs/api.md, Merge semantics
 */
import { letsRun } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { quote } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { ArgCondition } from '../../data/condition.ts'
import { firstOf, warning } from '../../data/warning.ts'
import type { ShownCall, Warning } from '../../data/warning.ts'
import type { CallRule, PolicyCall } from '../calls/call-rules.ts'
import { isExactList } from '../calls/exact-lists.ts'
import { callText, grouped, shownCall, tokensOf, verdictOn } from './warning-subject.ts'
import type { PolicyOnAbi, WarningSubject } from './warning-subject.ts'

type ValueCondition = Extract<ArgCondition, { readonly value: bigint }>

/** The comparisons of a rule by ascending argument. */
const comparisonsOf = ({ rule }: CallRule): readonly ValueCondition[] =>
  rule.args.filter((each): each is ValueCondition => 'value' in each).toSorted((a, b) => a.index - b.index)

/** A call whose rules have no such form. */
interface UnsafeList {
  readonly abi: AbiTable
  readonly call: PolicyCall
  readonly on: PolicyOnAbi
}

function unsafeOn(on: PolicyOnAbi): readonly UnsafeList[] {
  const { abi, policy, calls } = on
  if (policy.overlaps !== 'libseccomp') return []
  return [...calls.values()]
    .filter(
      ({ name, always, sometimes }) =>
        always === undefined && abi.numbers.has(name) && !isExactList(sometimes.map(comparisonsOf)),
    )
    .map((call) => ({ abi, call, on }))
}

/** Most comparisons, and most calls at their edges, that the search for an example tries. */
const MAX_COMPARED = 64
const MAX_TRIED = 512

/** Calls at the edges of the comparisons of the rules. */
function* edges({ abi, call }: UnsafeList): Generator<ShownCall> {
  const values: bigint[][] = Array.from({ length: 6 }, () => [0n])
  for (const { index, op, value, ...others } of call.sometimes
    .flatMap(comparisonsOf)
    .slice(0, MAX_COMPARED)) {
    const edge = op === 'MASKED_EQ' && 'valueTwo' in others ? others.valueTwo : value
    for (const each of [edge, edge + 1n, edge - 1n])
      if (each >= 0n && each < 2n ** BigInt(abi.wordSize) && !values[index]!.includes(each))
        values[index]!.push(each)
  }
  const count = values.reduce((product, { length }) => product * length, 1)
  for (let i = 0; i < Math.min(count, MAX_TRIED); i += 1) {
    let rest = (i + 1) % count // the call whose arguments are all 0 comes last
    const args = values.map((list) => {
      const value = list[rest % list.length]!
      rest = Math.floor(rest / list.length)
      return value
    })
    yield shownCall(abi, call.name, args)
  }
}

/** One warning for each list of rules; it names the calls and ABIs with this list. */
export function unsafeShapes({ on, rules }: WarningSubject): readonly Warning[] {
  const found = on.flatMap(unsafeOn)
  const keyOf = ({ call }: UnsafeList): string => call.sometimes.map(({ index }) => index).join()
  return grouped(found, keyOf).map((group): Warning => {
    const [first] = group
    const { abi, call, on: own } = first
    const verdicts = [own.otherwise, ...call.sometimes.map(({ verdict }) => verdict)]
    const mayOpen = verdicts.some(letsRun) && !verdicts.every(letsRun)
    const names = new Set(group.map((each) => each.call.name))
    const more = names.size > 1 ? ` and ${names.size - 1} more` : ''
    const shown = mayOpen ? [...edges(first)].find((each) => !letsRun(verdictOn(rules, each))) : undefined
    const example =
      shown === undefined
        ? ''
        : `; as written, ${callText(abi, call.name, shown.data.args)} on ${abi.token} gets ${verdictText(verdictOn(rules, shown), [abi.token])}`
    const brief = `libseccomp may compile ${firstOf([...names].map(quote))} otherwise`
    const full =
      `the ${call.sometimes.length} rules of ${quote(call.name)}${more} on ${tokensOf(group)} have a form that libseccomp ` +
      `may compile to another meaning than the written one, so under runc a call may get ${mayOpen ? 'what another rule or the default gives, and run' : 'another verdict'}${example}`
    const made = {
      ...warning('unsafe-shape', { brief, full }, call.sometimes[0]?.place, shown),
      calls: [...names],
    }
    return mayOpen ? made : { ...made, severity: 'medium' }
  })
}
