/*
 * Lint: every lint rule examines the filter. Each result becomes a finding with a name, a place and a call.
 *
 * One lint rule may find the same text on several ABIs; that is one finding. A lint rule whose questions exceed the
 * bounds of the prover is undecided. Its name is then in the answer, so that an empty list always means that nothing
 * was found.
 */
import type { Endianness } from '@seccompile/abi'
import { CONTAINER_CAPS, formatKernelVersion, NEWEST_KERNEL, WARNINGS } from '@seccompile/policy'
import { formatSource } from '@seccompile/policy/toolkit'
import type { Capability, Finding, KernelVersion, Policy, Source } from '@seccompile/policy'
import { inquire, isUndecided, STACK_LIMITS } from '@seccompile/prover'
import type { Subject, UndecidedAnswer } from '@seccompile/prover'
import { expectList, expectObject } from '@seccompile/shape'
import { nameOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { abisText, sidesOf } from './finding-parts.ts'
import { examinedAbi } from './examine/examined.ts'
import type { ExaminedFilter } from './examine/examined.ts'
import type { LintRule, RuleFinding } from './examine/lint-rule.ts'

/** A filter to lint, and the known facts about it. */
export interface LintSubject {
  readonly filter: Subject
  /** Tables of `@seccompile/signatures`, the main ABI first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The byte order of a program; `little` where absent. */
  readonly endianness?: Endianness
  /** The policy of the filter, for the places of findings. */
  readonly policy?: Policy
  /**
   * The warnings of `resolve` and of a reader of profiles. A finding of a lint rule with the same name about the same
   * call is left out.
   */
  readonly warnings?: readonly Finding[]
  /** `NEWEST_KERNEL` where absent. */
  readonly kernel?: KernelVersion | undefined
  /** `CONTAINER_CAPS` where absent. */
  readonly caps?: readonly Capability[] | undefined
  /** Whether a launcher attaches the filter before execve; true where absent. */
  readonly launched?: boolean
}

/** A lint rule that could not be decided. */
export interface UndecidedRule {
  readonly name: string
  readonly reason: string
}

/** The answer of {@link lint}. */
export interface LintReport {
  /** The findings, the worst first; those of one severity are in the order of the lint rules. */
  readonly findings: readonly Finding[]
  readonly undecided: readonly UndecidedRule[]
}

const RANK = { high: 0, medium: 1, low: 2 } as const

/** The place of the rule of `policy` that names `call`. */
function placeOf(policy: Policy | undefined, call: string | undefined): Source | undefined {
  for (const { names, source } of policy?.rules ?? []) {
    const named = names.find(({ name }) => name === call)
    if (named !== undefined) return named.source ?? source
  }
  return undefined
}

/** The findings of a lint rule, by the ABI on which they hold. */
type OnAbis = ReadonlyMap<AbiToken, RuleFinding>

function asFinding(rule: LintRule, onAbis: OnAbis, { policy, abis }: LintSubject): Finding {
  const tokens = [...onAbis.keys()]
  const [found, ...others] = [...onAbis.values()] as [RuleFinding, ...RuleFinding[]] // a finding is on some ABI
  const what = abis.length === 1 ? found.what : `${found.what}${abisText(tokens)}`
  const table = abis.find(({ token }) => token === found.call?.abi)
  const name = found.about ?? (table && found.call && nameOf(table, found.call.data.nr))
  const source = placeOf(policy, name)
  return {
    name: rule.name,
    severity: rule.severity,
    message: source === undefined ? what : `${formatSource(source)}: ${what}`,
    ...(source === undefined ? {} : { source }),
    ...sidesOf(found),
    abis: tokens,
    ...(others.length === 0 ? {} : { elsewhere: others.map(sidesOf) }),
    instead: found.instead ?? rule.remedy,
  }
}

/** A key for the subject of a finding, whatever its ABI. */
const keyOf = ({ name, message }: Finding): string => `${name}: ${message}`

/** Findings about all calls of an ABI: any of its calls shows them. */
const ABOUT_ABIS: readonly string[] = ['abi-open', 'x32-open']

/** Whether a warning of `resolve` says the same as `finding`. A warning without a call speaks of every call. */
function isSaid({ warnings = [], abis }: LintSubject, finding: Finding): boolean {
  const nameIn = ({ call }: Finding): string | undefined => {
    const table = abis.find(({ token }) => token === call?.abi)
    return table && call && nameOf(table, call.data.nr)
  }
  const isAlike = (each: Finding): boolean =>
    ABOUT_ABIS.includes(finding.name)
      ? each.call?.abi === finding.call?.abi
      : nameIn(each) === nameIn(finding)
  return warnings.some((each) => each.name === finding.name && (each.call === undefined || isAlike(each)))
}

/** The warning with its remedy. `resolve` has one remedy for all warnings of one name. */
function withRemedy(warning: Finding): Finding {
  const remedy = WARNINGS.find(({ name }) => name === warning.name)?.remedy
  return remedy === undefined || warning.instead !== undefined ? warning : { ...warning, instead: remedy }
}

/** The filter of `subject` for lint rules, or why its diagram is too large. */
export function examine(subject: LintSubject): ExaminedFilter | UndecidedAnswer {
  expectObject(subject, 'subject', 'filter', 'abis')
  expectList(subject.abis, 'subject.abis')
  const { filter, abis, endianness, kernel = NEWEST_KERNEL, caps = CONTAINER_CAPS, launched = true } = subject
  const inquiry = inquire(filter, {
    ...(endianness === undefined ? {} : { endianness }),
    ...(filter.level === 'stack' ? STACK_LIMITS : {}),
  })
  if (inquiry.kind === 'undecided') return inquiry
  const [main, ...others] = abis
  const version = formatKernelVersion(kernel)
  return {
    on: [examinedAbi(inquiry, main), ...others.map((abi) => examinedAbi(inquiry, abi))],
    inquiry,
    kernel,
    kernels: { from: version, to: version },
    caps,
    launched,
    verdict: ({ data }) => inquiry.verdict(data),
  }
}

/** The findings of `rule`, or why it is undecided. @throws whatever else the rule throws */
function foundBy(rule: LintRule, looked: ExaminedFilter): readonly OnAbis[] | string {
  const alike = new Map<string, Map<AbiToken, RuleFinding>>()
  try {
    for (const on of looked.on)
      for (const found of rule.check(on, looked)) {
        const known = alike.get(found.what) ?? new Map<AbiToken, RuleFinding>()
        alike.set(found.what, known)
        if (!known.has(on.abi.token)) known.set(on.abi.token, found)
      }
  } catch (error) {
    if (!isUndecided(error)) throw error
    return error.message
  }
  return [...alike.values()]
}

/**
 * The findings of `rules` in a filter, together with its warnings.
 * @throws IrError where the filter breaks an invariant of its level; RangeError where two lint rules have one name
 */
export function lint(subject: LintSubject, rules: readonly LintRule[]): LintReport {
  expectList(rules, 'rules', 'name')
  expectObject(subject, 'subject', 'filter', 'abis')
  const twice = rules.find(({ name }, index) => rules.findIndex((rule) => rule.name === name) < index)
  if (twice !== undefined) throw new RangeError(`two lint rules are called "${twice.name}"; rename one`)
  const looked = examine(subject)
  const warnings = (subject.warnings ?? []).map(withRemedy)
  if ('reason' in looked)
    return {
      findings: warnings,
      undecided: rules.map(({ name }) => ({ name, reason: looked.reason })),
    }
  const findings = new Map<string, Finding>()
  for (const warning of warnings) findings.set(keyOf(warning), warning)
  const undecided: UndecidedRule[] = []
  for (const rule of rules) {
    const found = foundBy(rule, looked)
    if (typeof found === 'string') {
      undecided.push({ name: rule.name, reason: found })
      continue
    }
    for (const each of found) {
      const finding = asFinding(rule, each, subject)
      if (!isSaid(subject, finding) && !findings.has(keyOf(finding))) findings.set(keyOf(finding), finding)
    }
  }
  const sorted = [...findings.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity])
  return { findings: sorted, undecided }
}
