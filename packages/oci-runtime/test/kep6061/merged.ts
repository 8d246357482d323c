/* Short forms of profiles for tests of merges, and the facts about a merge that tests compare. */
import { judgeMerge, mergeProfiles } from '@seccompile/oci-runtime/kep6061'
import type { MergeOptions } from '@seccompile/oci-runtime/kep6061'
import { parseProfile } from '@seccompile/oci'
import { jsonText } from '@seccompile/oci/reading'
import { expect } from 'vitest'

/** An entry of a profile as JSON. */
export interface ProfileEntry {
  readonly names: readonly string[]
  readonly action: string
  readonly errnoRet?: number
  readonly args?: readonly object[]
}

/** A condition with `EQ` in place of `SCMP_CMP_EQ`. */
export const arg = (index: number, op: string, value: number | bigint, valueTwo?: number) => ({
  index,
  op: `SCMP_CMP_${op}`,
  value,
  ...(valueTwo === undefined ? {} : { valueTwo }),
})
/** The entry of one call with `ALLOW` in place of `SCMP_ACT_ALLOW`. */
export const entry = (name: string, action: string, ...args: readonly object[]): ProfileEntry => ({
  names: [name],
  action: `SCMP_ACT_${action}`,
  ...(args.length === 0 ? {} : { args }),
})
/** A profile, parsed. */
export const profile = (defaultAction: string, syscalls: readonly ProfileEntry[], others: object = {}) =>
  parseProfile(jsonText({ defaultAction: `SCMP_ACT_${defaultAction}`, ...others, syscalls }), {
    file: 'p.json',
  })

/** An input of a merge. */
export type MergeInput = ReturnType<typeof profile>

/** The merge of `inputs`, checked to be a subset of each. A rule is written as `names action args`. */
export function merged(inputs: readonly MergeInput[], options: MergeOptions = {}) {
  const merge = mergeProfiles(inputs, options)
  const { inclusions, overDenied } = judgeMerge(inputs, merge, options)
  expect(inclusions.map(({ kind }) => kind)).toEqual(inputs.map(() => 'subset'))
  const rules = merge.profile.syscalls.map(({ names, action, errnoRet, args = [] }) =>
    [
      names.join(),
      action.replace('SCMP_ACT_', ''),
      ...(errnoRet === undefined ? [] : [errnoRet]),
      ...args.map(({ index, op, value, valueTwo }) =>
        [`a${index}`, op.replace('SCMP_CMP_', ''), value, ...(valueTwo === undefined ? [] : [valueTwo])].join(
          ' ',
        ),
      ),
    ].join(' '),
  )
  const more = overDenied.kind === 'changes' ? overDenied.changes.length : undefined
  return { ...merge, rules, more }
}

/** The rules of the merge, as `names action args`. */
export const rulesOf = (...inputs: readonly MergeInput[]) => merged(inputs).rules
