/*
 * Changes a merge where the multiplexers `socketcall` and `ipc` need it.
 *
 * Where an ABI has a multiplexer, libseccomp adds a rule for `socketcall` to a rule for `socket`: the number of the
 * operation replaces the condition on the first argument, and other conditions stay. So a merged rule for `socket`
 * may let an operation run that an input refuses. Two rules that differ only in their first argument become two rules
 * with one condition, which libseccomp refuses to load.
 *
 * So the rules that runc makes for a multiplexer are computed for each input and for the result. The result stays as
 * it is if runc can load it and no operation does more than in each input. Otherwise, the first of these changes is
 * made that achieves this:
 *
 *   1. the multiplexer has no rules of its own, and the rules for the calls behind it decide
 *   2. a rule without conditions refuses the multiplexer; libseccomp then drops all others for it, if it comes first
 *   3. the result is not for the ABIs with the multiplexer, unless the native one is among them
 *   4. neither the multiplexer nor a call behind it has rules
 *
 * The verdict of a rule of the second kind is not the default, since runc would skip the rule.
 * @see libseccomp src/syscalls.c: abi_rule_add(); security-profiles-merger seccomp/doc.go, Architectures
 */
import { SECCOMP_RET, strengthOf, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { conditionPredicate } from '@seccompile/policy/toolkit'
import { subset } from '@seccompile/prover'
import { all, ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { abiTable, MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiToken, Multiplexer } from '@seccompile/syscalls'
import { isSafe, NO_RULES, stricter, strictestOf } from './call-rules.ts'
import type { CallRules, RuleClause } from './call-rules.ts'
import { keyOf } from './conditions.ts'
import type { ArgumentCondition } from './conditions.ts'
import type { LoadedProfile } from './loaded.ts'

/** The rules of a multiplexer as runc makes them. All rules that hold for a call have one verdict. */
interface Path {
  readonly clauses: readonly RuleClause[]
  /** The verdict of a call for which no rule holds. */
  readonly rest: Verdict
  /** Whether these are exactly the verdicts of libseccomp. Otherwise they are the strictest that it may give. */
  readonly isExact: boolean
}

/**
 * The rules that libseccomp adds for operation `call` of a multiplexer, from the rules of the call with the same
 * effect.
 */
function copies({ always, clauses }: CallRules, call: number, otherwise: Verdict): Omit<Path, 'rest'> {
  const operation: ArgumentCondition = { op: 'EQ', index: 0, value: BigInt(call) }
  const whole = (verdict: Verdict, isExact: boolean) => ({
    clauses: [{ tests: [operation], verdict }],
    isExact,
  })
  if (always !== undefined) return whole(always, true)
  const others = new Map<string, RuleClause>()
  for (const { tests, verdict } of clauses) {
    const left = tests.filter(({ index }) => index !== 0)
    others.set(`${verdict} ${keyOf(left)}`, { tests: left, verdict })
  }
  const kept = [...others.values()]
  if (kept.every(({ tests }) => tests.length > 0) && isSafe(kept))
    return {
      clauses: kept.map(({ tests, verdict }) => ({ tests: [operation, ...tests], verdict })),
      isExact: true,
    }
  const [first] = kept
  const isOne = kept.every(({ verdict }) => verdict === first?.verdict)
  return isOne && kept.some(({ tests }) => tests.length === 0)
    ? whole(first!.verdict, true) // the rule without further tests is wider than the others
    : whole(strictestOf(otherwise, kept), false)
}

/** The rules that runc makes from `loaded` for the multiplexer. */
function pathOf({ calls, otherwise, collapsed }: LoadedProfile, { name, calls: behind }: Multiplexer): Path {
  const { always, clauses } = calls.get(name) ?? NO_RULES
  const isCollapsed = collapsed.has(name)
  if (always !== undefined && !isCollapsed) return { clauses: [], rest: always, isExact: true }
  const made = behind.flatMap((each) => {
    const rules = calls.get(each.name) ?? NO_RULES
    if (collapsed.has(each.name))
      return [copies({ always: rules.always ?? otherwise, clauses: [] }, each.call, otherwise)]
    return rules === NO_RULES ? [] : [copies(rules, each.call, otherwise)]
  })
  const added = made.flatMap((each) => each.clauses)
  if (added.length === 0) return { clauses, rest: always ?? otherwise, isExact: !isCollapsed }
  if (clauses.length === 0 && !isCollapsed)
    return { clauses: added, rest: otherwise, isExact: made.every(({ isExact }) => isExact) }
  const rest = strictestOf(stricter(otherwise, always ?? otherwise), [...clauses, ...added])
  return { clauses: [], rest, isExact: false }
}

/** A path as the rules of number 0. */
function rulesOf({ clauses, rest }: Path): RuleSet {
  const rules = clauses.map(({ tests, verdict }) => ({
    numbers: [{ lo: 0, hi: 0 }],
    when: all(tests.map((test) => conditionPredicate(test, 64))),
    verdict,
  }))
  return ruleSet({ sections: [{ arch: 0, rules, otherwise: rest }], badArch: SECCOMP_RET.ALLOW })
}

/** Whether `path` lets no call do more than `input` does; `false` where the proof does not decide. */
function isWithin(path: Path, input: Path): boolean {
  const [ir, other] = [rulesOf(path), rulesOf(input)]
  return subset({ level: 'rules', ir }, { level: 'rules', ir: other }).kind === 'subset'
}

/** The weakest verdict that is as strict as all of `paths`. It is not the default, since runc would skip the rule. */
function refusal(paths: readonly Path[], otherwise: Verdict): Verdict | undefined {
  const [first, ...others] = paths.map(({ clauses, rest }) => strictestOf(rest, clauses))
  const strictest = strictestOf(
    first!, // a merge has at least one input
    others.map((verdict) => ({ tests: [], verdict })),
  )
  const { KILL_THREAD, KILL_PROCESS } = SECCOMP_RET
  const known = [strictest, verdictOf('ERRNO', 38), verdictOf('ERRNO', 1), KILL_THREAD, KILL_PROCESS]
  return known.find((verdict) => verdict !== otherwise && strengthOf(verdict) <= strengthOf(strictest))
}

/** `merged`, in which each call of `changed` has the rules that `changed` gives it. */
function withRules(merged: LoadedProfile, changed: Readonly<Record<string, CallRules>>): LoadedProfile {
  return { ...merged, calls: new Map([...merged.calls, ...Object.entries(changed)]) }
}

/** The ABIs that a result is for. */
export interface ResultAbis {
  readonly native: AbiToken
  readonly architectures: readonly AbiToken[]
}

const has = (token: AbiToken, { name }: Multiplexer): boolean => abiTable(token).numbers.has(name)

/** `merged`, changed for one multiplexer where that is needed, and the remaining architectures. */
function settledFor(
  multiplexer: Multiplexer,
  inputs: readonly LoadedProfile[],
  merged: LoadedProfile,
  { native, architectures }: ResultAbis,
): { readonly merged: LoadedProfile; readonly architectures: readonly AbiToken[] } {
  const paths = inputs.map((input) => pathOf(input, multiplexer))
  const isSound = (result: LoadedProfile): boolean => {
    const path = pathOf(result, multiplexer)
    return path.isExact && paths.every((input) => isWithin(path, input))
  }
  const { name, calls: behind } = multiplexer
  const found = [merged, withRules(merged, { [name]: NO_RULES })].find(isSound)
  if (found !== undefined) return { merged: found, architectures }
  const verdict = refusal(paths, merged.otherwise)
  if (verdict !== undefined)
    return { merged: withRules(merged, { [name]: { always: verdict, clauses: [] } }), architectures }
  if (!has(native, multiplexer))
    return { merged, architectures: architectures.filter((token) => !has(token, multiplexer)) }
  const none = [name, ...behind.map((each) => each.name)].map((call) => [call, NO_RULES] as const)
  return { merged: withRules(merged, Object.fromEntries(none)), architectures }
}

/**
 * The result of a merge of `inputs`, changed where multiplexers need it, and the remaining architectures. runc loads
 * it, and no operation does more than in each input.
 */
export function settledPaths(
  inputs: readonly LoadedProfile[],
  merged: LoadedProfile,
  abis: ResultAbis,
): { readonly merged: LoadedProfile; readonly architectures: readonly AbiToken[] } {
  let left = { merged, architectures: abis.architectures }
  for (const multiplexer of MULTIPLEXERS)
    if ([abis.native, ...left.architectures].some((token) => has(token, multiplexer)))
      left = settledFor(multiplexer, inputs, left.merged, { ...abis, architectures: left.architectures })
  return left
}
