/* The messages of a resolution: warnings about the whole target, and the names that an ABI lacks. */
import { quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { actionName } from '../data/action.ts'
import type { Policy } from '../data/policy.ts'
import { printCondition } from '../data/print-condition.ts'
import { cut, ofRule, warning } from '../data/warning.ts'
import type { Warning } from '../data/warning.ts'
import type { WideCondition, WideOnAbi } from './calls/conditional.ts'

/** Names in rules that take part and that an ABI does not have. */
export interface AbsentNames {
  readonly abi: AbiToken
  /** In the policy's order. */
  readonly names: readonly string[]
}

/** One warning for each condition with a wide constant. It names all ABIs on which the constant does not fit. */
export function wideWarnings(policy: Policy, found: readonly WideOnAbi[]): readonly Warning[] {
  const groups = new Map<WideCondition['condition'], (typeof found)[number][]>()
  for (const each of found) groups.set(each.condition, [...(groups.get(each.condition) ?? []), each])
  return [...groups.values()].map((group) => {
    const { condition, entry, effect, call } = group[0]!
    const abis = [...new Set(group.map(({ abi }) => abi))].join(', ')
    const calls = [...new Set(group.map((each) => each.call))]
    const more = calls.length > 1 ? ` and ${calls.length - 1} more` : ''
    return warning(
      'wide-constant',
      ofRule(policy, entry, {
        brief: `${cut(printCondition(condition))} of ${quote(call)} exceeds the 32 bits of ${group[0]!.abi}`,
        full:
          `${printCondition(condition)} of ${quote(call)}${more} has a constant beyond 32 bits, which is all ` +
          `an argument has on ${abis}: there ${effect}`,
      }),
      condition.source ?? entry.place,
    )
  })
}

/** An ABI with at most this many absent names has them listed; more are only counted. */
const FEW_NAMES = 3

/** The names in brackets, if there are only a few. */
const named = (names: readonly string[]): string =>
  names.length > FEW_NAMES ? '' : ` (${names.map(quote).join(', ')})`

/** One line that counts the names that the ABIs lack; `undefined` where they lack none. */
export function absentSummary(absent: readonly AbsentNames[]): string | undefined {
  const [first, ...others] = absent
  if (first === undefined) return undefined
  const many =
    first.names.length === 1
      ? '1 name is not a system call'
      : `${first.names.length} names are not system calls`
  const parts = [
    `${many} of ${first.abi}${named(first.names)}`,
    ...others.map(({ abi, names }) => `${names.length} not of ${abi}${named(names)}`),
  ]
  return parts.join(', ')
}

/** The warning that no rule of `policy` applies to the target; `isKnown` where unknown calls have an action of their own. */
export function emptyWarning({ name, defaultAction }: Policy, isKnown: boolean): Warning {
  const all = `every ${isKnown ? 'known ' : ''}call gets ${actionName(defaultAction)}`
  const whose = name === undefined ? 'no rule' : `no rule of ${quote(name)}`
  return warning('empty-policy', {
    brief: `no rule applies: ${all}`,
    full: `${whose} applies to the target; ${all}`,
  })
}
