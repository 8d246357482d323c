import { formatKernelVersion } from '@seccompile/policy'
import type { ArgCondition, Requirement } from '@seccompile/policy'
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
  /** The number of an errno. */
  readonly errnoRet?: number
  readonly args: readonly EntryArg[]
  /** Requirements for the target, as the members of an object in JSON. */
  readonly includes?: EntryRequirement
  readonly excludes?: EntryRequirement
}

/** A requirement of an entry, with the keys of a profile. */
export interface EntryRequirement {
  readonly caps?: readonly string[]
  readonly arches?: readonly string[]
  readonly minKernel?: string
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

const requirementOf = ({ caps, arches, minKernel }: Requirement): EntryRequirement => ({
  ...(caps === undefined ? {} : { caps }),
  ...(arches === undefined ? {} : { arches }),
  ...(minKernel === undefined ? {} : { minKernel: formatKernelVersion(minKernel) }),
})

/** The entry for an added rule. A profile has the number of an errno, not its name. */
export function entryOfRule({ names, args, action, includes, excludes }: AddedRule): EditedEntry {
  return {
    names: names.toSorted(),
    action: `SCMP_ACT_${action?.action ?? 'ALLOW'}`,
    ...(action?.action === 'ERRNO' && typeof action.data === 'number' ? { errnoRet: action.data } : {}),
    args: args.map(argOf),
    ...(includes === undefined ? {} : { includes: requirementOf(includes) }),
    ...(excludes === undefined ? {} : { excludes: requirementOf(excludes) }),
  }
}
