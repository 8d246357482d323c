/*
 * A policy through a notation: written, recognised, read back, and proved to mean the same. Where the notation cannot
 * hold the policy, a call shows each loss that is named, no other call is lost, and the text is proved to let no call
 * run that the policy does not let run.
 */
import { refuses, SECCOMP_RET, verdictName } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { constantFamilies } from '@seccompile/constants/all'
import { policyFilter, rulesFilter as filterOfRules } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import { notationOf, opened, policyText } from '@seccompile/policy-files'
import type { PolicyNotation, PolicyText } from '@seccompile/policy-files'
import { subset } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { PolicyCase } from './arbitrary-policy.ts'
import { checkLosses, checkOpened } from './found-losses.ts'

/**
 * The result for a policy: `equal`; with losses, a text that refuses what it cannot hold (`denied`), or no text at
 * all (`unwritten`); `undecided` where a proof reached its bound.
 */
export type Passage = 'equal' | 'denied' | 'unwritten' | 'undecided'

/** Bounds of one proof. */
const PROOF_LIMITS = { maxNodes: 500_000, maxSteps: 5_000_000 }

/** `rules` with one verdict for every call that does not run, so that errno and kill are no difference. */
function asRefusals(rules: RuleSet): RuleSet {
  const of = (verdict: Verdict): Verdict => (refuses(verdict) ? SECCOMP_RET.KILL_PROCESS : verdict)
  return {
    sections: rules.sections.map((section) => ({
      ...section,
      otherwise: of(section.otherwise),
      rules: section.rules.map((rule) => ({ ...rule, verdict: of(rule.verdict) })),
    })),
    badArch: of(rules.badArch),
  }
}

/** The rules of a filter. @throws Error where the filter is a program */
export function rulesOf({ subject }: Filter): RuleSet {
  if (subject.level !== 'rules') throw new Error(`expected rules, got ${subject.level}`)
  return subject.ir
}

/** A filter of rules of any origin. */
export function rulesFilter(ir: RuleSet, tokens: readonly AbiToken[]): Filter {
  const [main, ...others] = tokens.map((token) => signedAbiTable(token))
  return filterOfRules('the rules', ir, [main!, ...others])
}

/** The filter of a policy. */
export function caseFilter({ policy, abis }: PolicyCase): Filter {
  return policyFilter(
    'the policy',
    { policy },
    { abis: abis.map(signedAbiTable), families: constantFamilies },
  )
}

const isOfNotation = (found: string | undefined, { name }: PolicyNotation): boolean =>
  found === name ||
  (found === 'minijail' && name === 'minijail-c') ||
  (found === 'seccompiler' && name === 'firecracker')

/** Whether a text of `notation` may give the call `name` a verdict that lets it run. */
function mayRun({ name }: PolicyNotation, { sections }: RuleSet): (call: string) => boolean {
  // A file of seccompiler or Firecracker has two verdicts, and neither of them need be a refusal.
  const verdicts = sections.flatMap(({ rules, otherwise }) => [
    otherwise,
    ...rules.map((rule) => rule.verdict),
  ])
  if ((name === 'seccompiler' || name === 'firecracker') && !verdicts.some(refuses)) return () => true
  return (call) => name === 'systemd' && call === 'write'
}

function checkLossy(
  filter: Filter,
  made: PolicyText,
  notation: PolicyNotation,
  abis: readonly AbiTable[],
): Passage {
  const [rules, back] = [rulesOf(filter), rulesOf(made.back)]
  const { changes, losses } = made
  const compared = { rules, back, abis, changes, losses }
  checkLosses(compared)
  checkOpened(compared, mayRun(notation, back))
  const included = subset(
    { level: 'rules', ir: asRefusals(back) },
    { level: 'rules', ir: asRefusals(rules) },
    PROOF_LIMITS,
  )
  if (included.kind === 'undecided') return 'undecided'
  const isWritten = opened(changes).length === 0
  if (isWritten && included.kind === 'weaker') {
    const { data, left, right } = included
    throw new Error(
      `the text that refuses what it cannot hold gives number ${data.nr} of ${data.arch} ${verdictName(left)}, and the policy ${verdictName(right)}`,
    )
  }
  return isWritten ? 'denied' : 'unwritten'
}

/** Takes `filter` through `notation`, for `abis`. @throws Error with the property that fails, and the text */
export async function throughNotation(
  filter: Filter,
  notation: PolicyNotation,
  abis: readonly AbiTable[],
): Promise<Passage> {
  const made = await policyText(filter, notation, abis, PROOF_LIMITS)
  if (made.kind === 'inexpressible') throw new Error(made.reason)
  if (made.kind === 'undecided') return 'undecided'
  try {
    const found = (await notationOf(made.text))?.name
    if (!isOfNotation(found, notation)) throw new Error(`the text is taken for ${found ?? 'no notation'}`)
    if (made.changes.length > 0) return checkLossy(filter, made, notation, abis)
    if (made.losses.length > 0) throw new Error('losses are named, and the text means the same')
    return 'equal'
  } catch (error) {
    throw new Error(`${notation.title}: ${(error as Error).message}\n${made.text}`, { cause: error })
  }
}
