import { dataWords } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { runWords } from '@seccompile/interpreter'
import { meaning, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'

/** How many of the calls that stand at an edge of `rules` all `programs` decide as the rules do, and how many there are. */
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
