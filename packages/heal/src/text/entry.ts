import type { ArgCondition } from '@seccompile/policy'
import type { AddedRule } from '../edit/edit.ts'

/** A comparison of a profile. */
export interface EntryArg {
  readonly index: number
  readonly value: bigint
  readonly valueTwo?: bigint
  readonly op: string
}

/** An entry of the list of calls of a profile. */
export interface EditedEntry {
  readonly names: readonly string[]
  readonly action: string
  readonly args: readonly EntryArg[]
}

function argOf(condition: ArgCondition): EntryArg {
  // Conditions by index have one value each. Only the builder has sets, and its conditions are by name.
  if ('values' in condition) throw new Error('a profile has no set of values')
  const { index, value } = condition
  const op = `SCMP_CMP_${condition.op}`
  return condition.op === 'MASKED_EQ'
    ? { index, value, valueTwo: condition.valueTwo, op }
    : { index, value, op }
}

/** The entry for an added rule. */
export const entryOfRule = ({ names, args }: AddedRule): EditedEntry => ({
  names: names.toSorted(),
  action: 'SCMP_ACT_ALLOW',
  args: args.map(argOf),
})
