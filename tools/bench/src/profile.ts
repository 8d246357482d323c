/*
 * A policy as an OCI profile, which other tools read. A profile has no operator for a set of values. So each range of a
 * set becomes a rule of its own: a call is allowed where one of its rules holds.
 */
import { dataOf } from '@seccompile/abi'
import type { Action, ArgCondition, Policy, PolicyRule, Requirement } from '@seccompile/policy'
import { formatKernelVersion } from '@seccompile/policy'
import { actionOn, actionVerdict } from '@seccompile/policy/toolkit'

const LAST = 2n ** 64n - 1n

/** The ABI that gives a named errno its number: a profile has one number for all of its ABIs. */
const ERRNOS_OF = 'x86_64'

function actionOf(given: Action): { readonly action: string; readonly errnoRet?: number } {
  const { action } = given
  const data = dataOf(actionVerdict(actionOn(given, ERRNOS_OF)))
  const name = action === 'USER_NOTIF' ? 'NOTIFY' : action
  return { action: `SCMP_ACT_${name}`, ...(data === 0 ? {} : { errnoRet: data }) }
}

/** The comparison for the range `lo..hi`. @throws Error where the range needs two comparisons */
function rangeOf(index: number, lo: bigint, hi: bigint): unknown {
  if (lo === hi) return { index, value: lo, op: 'SCMP_CMP_EQ' }
  if (lo === 0n) return { index, value: hi, op: 'SCMP_CMP_LE' }
  if (hi === LAST) return { index, value: lo, op: 'SCMP_CMP_GE' }
  // libseccomp joins two comparisons of one argument by OR, and a range needs AND.
  throw new Error(`argument ${index}: a profile cannot express the range ${lo}..${hi}`)
}

/** `condition` as alternatives, each of them one comparison. */
function waysOf(condition: ArgCondition): readonly unknown[] {
  const { index } = condition
  switch (condition.op) {
    case 'IN':
      return condition.values.map(({ lo, hi }) => rangeOf(index, lo, hi))
    case 'NOT_IN': {
      const edges = condition.values.flatMap(({ lo, hi }) => [lo - 1n, hi + 1n])
      const bounds = [0n, ...edges, LAST]
      return bounds.flatMap((lo, i) => {
        const hi = bounds[i + 1]
        return i % 2 === 1 || hi === undefined || lo > hi ? [] : [rangeOf(index, lo, hi)]
      })
    }
    case 'MASKED_EQ':
      return [{ index, value: condition.value, valueTwo: condition.valueTwo, op: 'SCMP_CMP_MASKED_EQ' }]
    default:
      return [{ index, value: condition.value, op: `SCMP_CMP_${condition.op}` }]
  }
}

const requirementOf = ({ minKernel, ...rest }: Requirement): unknown => ({
  ...rest,
  ...(minKernel === undefined ? {} : { minKernel: formatKernelVersion(minKernel) }),
})

function rulesOf({ names, action, args, includes, excludes }: PolicyRule): readonly unknown[] {
  // Every combination of one alternative for each condition.
  const ways = args
    .map(waysOf)
    .reduce<readonly (readonly unknown[])[]>(
      (before, next) => before.flatMap((done) => next.map((way) => [...done, way])),
      [[]],
    )
  return ways.map((way) => ({
    names: names.map(({ name }) => name),
    ...actionOf(action),
    args: way,
    ...(includes === undefined ? {} : { includes: requirementOf(includes) }),
    ...(excludes === undefined ? {} : { excludes: requirementOf(excludes) }),
  }))
}

/** JSON text of `value`. JSON has numbers of 64 bits, but JSON.stringify writes none. */
function jsonText(value: unknown): string {
  const marked = (_key: string, item: unknown): unknown => (typeof item === 'bigint' ? `<${item}>` : item)
  return JSON.stringify(value, marked).replaceAll(/"<(\d+)>"/g, '$1')
}

/**
 * The JSON text of `policy` as a profile, without the ABIs of the policy and without its verdict for other ABIs.
 * @throws Error where `policy` tests a range that no profile can express
 */
export function profileText({ defaultAction, rules }: Policy): string {
  const { action, errnoRet } = actionOf(defaultAction)
  return jsonText({
    defaultAction: action,
    ...(errnoRet === undefined ? {} : { defaultErrnoRet: errnoRet }),
    syscalls: rules.flatMap(rulesOf),
  })
}
