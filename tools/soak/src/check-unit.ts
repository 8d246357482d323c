/*
 * The reading of a unit by this project, compared with the filters that systemd attaches for it.
 *
 * Two methods that share no code compare them: the prover, over all calls, and the interpreter, on calls at the edges
 * of the rules of the unit.
 */
import { AUDIT_ARCH, SECCOMP_RET, verdictName } from '@seccompile/abi'
import type { Program, SeccompData, Verdict } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { meaning as run } from '@seccompile/interpreter'
import { policyTables, resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { meaning, ruleSet, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { parseSystemd } from '@seccompile/systemd'
import type { UnitStart } from './systemd-oracle.ts'

/** The rules of a unit, by the reader of this project. */
interface UnitRules {
  readonly state: UnitStart['state']
  readonly rules: RuleSet
}

const { ALLOW } = SECCOMP_RET
const OPEN: RuleSet = ruleSet({
  sections: [{ arch: AUDIT_ARCH.X86_64, rules: [], otherwise: ALLOW }],
  badArch: ALLOW,
})

/**
 * The rank of an action; the strongest action has the lowest. The kernel compares actions as signed numbers. @see
 * kernel/seccomp.c
 */
const strength = (verdict: Verdict): number => (verdict & 0xffff_0000) | 0

/** The verdict for a task with all of `filters`: the strongest action, from the newest filter that has it. */
function ofAll(filters: readonly Program[], data: SeccompData): Verdict {
  let strongest: Verdict = SECCOMP_RET.ALLOW
  for (const filter of filters.toReversed()) {
    const verdict = run(filter, data, 'little')
    if (strength(verdict) < strength(strongest)) strongest = verdict
  }
  return strongest
}

function readUnit(text: string): UnitRules {
  try {
    const { policy, warnings } = parseSystemd(text, { file: 'unit.service' })
    const { rules } = resolve(policy, { abis: policyTables(policy) })
    return { state: warnings.some(({ name }) => name === 'cannot-start') ? 'failed' : 'started', rules }
  } catch (error) {
    const { name, code, message } = error as { name?: string; code?: string; message?: string }
    if (name === 'PolicyError' && code === 'E_EMPTY') return { state: 'started', rules: OPEN }
    if (name === 'PolicyError' && code === 'E_SYNTAX') return { state: 'unloaded', rules: OPEN }
    throw new Error(`${name}: ${message}`, { cause: error })
  }
}

const callText = ({ arch, nr, args }: SeccompData): string =>
  `arch 0x${arch.toString(16)}, number ${nr}${args.some((each) => each !== 0n) ? `, arguments ${args.join(' ')}` : ''}`

const say = (data: SeccompData, ours: Verdict, theirs: Verdict): string =>
  `${callText(data)}: ${verdictName(ours)} as read, ${verdictName(theirs)} by systemd`

/** The difference between the unit `text` and the filters of systemd; `undefined` where there is none. */
export function unitDifference(text: string, systemd: UnitStart): string | undefined {
  const { state, rules } = readUnit(text)
  if (state !== systemd.state) return `${state} as read, ${systemd.state} by systemd`
  if (state !== 'started') return undefined
  const filters = systemd.filters.map((bytes) => decode(bytes, 'little'))
  for (const data of witnesses(rules)) {
    const [ours, theirs] = [meaning(rules, data), ofAll(filters, data)]
    if (ours !== theirs) return say(data, ours, theirs)
  }
  const stack = filters.map((ir) => ({ level: 'program', ir }) as const)
  const right =
    filters.length === 0 ? ({ level: 'rules', ir: OPEN } as const) : ({ level: 'stack', ir: stack } as const)
  const proof = equal({ level: 'rules', ir: rules }, right)
  switch (proof.kind) {
    case 'equal':
      return undefined
    case 'different':
      return say(proof.data, proof.left, proof.right)
    default:
      return `not decided: ${proof.kind}`
  }
}
