import { dataWords } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { runWords } from '@seccompile/interpreter'
import { meaning, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'

/**
 * The number of witnesses of `rules` for which all `programs` give the verdict of the rules, and the number of all
 * witnesses.
 */
export function agreement(
  rules: RuleSet,
  programs: readonly Program[],
): { readonly agree: number; readonly of: number } {
  const calls = witnesses(rules)
  const agree = calls.filter((call) => {
    const expected = meaning(rules, call)
    const words = dataWords(call)
    return programs.every((program) => runWords(program, words).verdict === expected)
  })
  return { agree: agree.length, of: calls.length }
}
