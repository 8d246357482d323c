/*
 * The conditions of a profile as libseccomp reads them for one width of arguments.
 *
 * Where an ABI passes 32 bits of an argument, libseccomp keeps the low 32 bits of every constant: `== 0x100000005` is there
 * `== 5`, and `>= 0x100000000` holds always. A masked comparison whose mask has no bit holds always, and a rule of such
 * comparisons alone is a rule without conditions: where a call has several of these, the first decides.
 *
 * Constants are cut only where conditions compare all bits that the ABI passes. With `widths: 'kernel'` they compare what
 * the kernel reads, and no value of 32 bits is `0x100000005`.
 *
 * Found by experiment with libseccomp 2.6.0, at both of its optimize levels.
 * @see libseccomp src/db.c: _db_rule_gen_32(), which takes D64_LO() of mask and datum
 */
import { LOW_WORD } from '@seccompile/rules'
import type { ArgCondition } from '../../data/condition.ts'
import type { Policy, PolicyRule } from '../../data/policy.ts'
import type { Widths } from '../../data/target.ts'

/** `condition` with the low word of its constants. Sets are no conditions of a profile. */
function cut(condition: ArgCondition): ArgCondition {
  if ('values' in condition) return condition
  const value = condition.value & LOW_WORD
  if (condition.op !== 'MASKED_EQ') return value === condition.value ? condition : { ...condition, value }
  const valueTwo = condition.valueTwo & LOW_WORD
  return value === condition.value && valueTwo === condition.valueTwo
    ? condition
    : { ...condition, value, valueTwo }
}

const asksNothing = (condition: ArgCondition): boolean =>
  condition.op === 'MASKED_EQ' && condition.value === 0n

/** `condition` as runc with libseccomp compares it on an ABI whose arguments have `wordSize` bits. */
export function libseccompCondition<C extends ArgCondition>(condition: C, wordSize: 32 | 64): C {
  return (wordSize === 64 ? condition : cut(condition)) as C // cut() keeps the operator
}

function ruleRead(rule: PolicyRule, wordSize: 32 | 64): PolicyRule {
  const args = rule.args
    .map((condition) => libseccompCondition(condition, wordSize))
    .filter((condition) => !asksNothing(condition))
  const isSame = args.length === rule.args.length && args.every((each, i) => each === rule.args[i])
  return isSame ? rule : { ...rule, args }
}

/**
 * `policy` with its conditions as libseccomp reads them on an ABI whose arguments have `wordSize` bits, if the policy
 * has libseccomp's precedence. The same object where the reading changes nothing.
 */
export function asLibseccompReads(policy: Policy, wordSize: 32 | 64, widths: Widths): Policy {
  if (policy.overlaps !== 'libseccomp') return policy
  const rules = policy.rules.map((rule) => ruleRead(rule, widths === 'profile' ? wordSize : 64))
  return rules.every((rule, i) => rule === policy.rules[i]) ? policy : { ...policy, rules }
}
