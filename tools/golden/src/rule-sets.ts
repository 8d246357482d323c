/*
 * Untidy rule sets: repeated rules, shadowed rules, overlapping ranges, and masks on one argument.
 *
 * The policies of the corpus are tidy, so passes that tidy rules have little to do there. A generator makes these untidy
 * rule sets. They are the same in every run.
 */
import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { all, ALWAYS, argument, ruleSet } from '@seccompile/rules'
import type { Predicate, Rule, RuleSet } from '@seccompile/rules'

const VERDICTS: readonly Verdict[] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1), verdictOf('LOG')]

/** A generator of whole numbers below a bound. */
type Draw = (bound: number) => number

/** A generator by multiplication with carry. Its period is far longer than the draws of a run. */
function drawFrom(seed: number): Draw {
  let state = BigInt(seed) * 0x9e37_79b9n + 1n
  return (bound) => {
    state = (state & 0xffff_ffffn) * 0xffff_ff1fn + (state >> 32n)
    return Number(((state & 0xffff_ffffn) * BigInt(bound)) >> 32n)
  }
}

function condition(draw: Draw): Predicate {
  const index = draw(2)
  const mask = [0xffff_ffff_ffff_ffffn, 0xffff_ffffn, 0xfn, 0x6n][draw(4)]!
  const lo = BigInt(draw(8)) & mask
  const hi = draw(3) === 0 ? (lo | 0x3n) & mask : lo
  return argument(index, [{ lo, hi }], mask)
}

function rule(draw: Draw): Rule {
  const lo = draw(12)
  const when = [ALWAYS, ALWAYS, condition(draw), all([condition(draw), condition(draw)])][draw(4)]!
  return { numbers: [{ lo, hi: lo + [0, 0, 1, 6][draw(4)]! }], when, verdict: VERDICTS[draw(3)]! }
}

function rulesOf(draw: Draw): readonly Rule[] {
  const rules: Rule[] = []
  for (let left = 2 + draw(8); left > 0; left -= 1)
    rules.push(rules.length > 0 && draw(4) === 0 ? rules[draw(rules.length)]! : rule(draw))
  return rules
}

/** Rule set number `seed`, of one architecture. */
export function untidyRules(seed: number): RuleSet {
  const draw = drawFrom(seed)
  return ruleSet({
    sections: [{ arch: AUDIT_ARCH.X86_64, rules: rulesOf(draw), otherwise: VERDICTS[1 + draw(2)]! }],
    badArch: verdictOf('KILL_THREAD'),
  })
}
