/* Random rules of one call in the form of a profile, and their meaning for libseccomp and for us. */
import { verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import type { Multiplexing } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import type { OverlapCondition } from '@seccompile/vectors'

/** A rule of a profile with one name. */
export interface TestRule {
  readonly name: string
  /** The errno of the rule; 0 lets the call run. */
  readonly errno: number
  readonly conditions: readonly OverlapCondition[]
}

/** The errno of calls that no rule matches. */
export const DEFAULT_ERRNO = 99

export const verdictOfErrno = (errno: number): Verdict =>
  errno === 0 ? verdictOf('ALLOW') : verdictOf('ERRNO', errno)

/** The `syscalls` of a profile with `rules`. */
export const syscalls = (rules: readonly TestRule[]): readonly object[] =>
  rules.map(({ name, errno, conditions }) => ({
    names: [name],
    ...(errno === 0 ? { action: 'SCMP_ACT_ALLOW' } : { action: 'SCMP_ACT_ERRNO', errnoRet: errno }),
    args: conditions.map(([index, op, value, valueTwo]) => ({
      index,
      op: `SCMP_CMP_${op}`,
      value,
      ...(op === 'MASKED_EQ' ? { valueTwo } : {}),
    })),
  }))

/** The resolved rules of a profile with `rules`; `undefined` where the profile is refused for an overlap. */
export function resolved(
  rules: readonly TestRule[],
  abi: AbiTable,
  multiplexers: Multiplexing = 'policy',
): RuleSet | undefined {
  const profile = {
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: DEFAULT_ERRNO,
    syscalls: syscalls(rules),
  }
  const { policy } = parseProfile(JSON.stringify(profile), { file: 'p.json' })
  try {
    return resolve(policy, { abis: [abi], multiplexers }).rules
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'E_CONFLICT') throw error
    return undefined
  }
}

/** Whether `condition` holds for `args` as they reach an ABI with such arguments. */
function holds([index, op, value, valueTwo]: OverlapCondition, args: readonly bigint[]): boolean {
  const [arg, given, two] = [args[index] ?? 0n, BigInt(value), BigInt(valueTwo)]
  switch (op) {
    case 'EQ':
      return arg === given
    case 'NE':
      return arg !== given
    case 'LT':
      return arg < given
    case 'LE':
      return arg <= given
    case 'GT':
      return arg > given
    case 'GE':
      return arg >= given
    default:
      return (arg & given) === (two & given)
  }
}

/** The rules that hold for `args`. */
export const matching = (rules: readonly TestRule[], args: readonly bigint[]): readonly TestRule[] =>
  rules.filter(({ conditions }) => conditions.every((condition) => holds(condition, args)))
