/*
 * The builder that people write. Every call returns a new builder and leaves the old one as it was, and a builder is
 * itself a `Policy`: pass it to `resolve` as it is, or spread its parts.
 */
import { isSyscallName, suggest, syscallNames } from '@seccompile/syscalls'
import type { AbiToken, SyscallName } from '@seccompile/syscalls'
import { ALLOW, EPERM, errno } from './action.ts'
import type { Action } from './action.ts'
import type { Capability } from './capability.ts'
import type { ArgCondition } from './condition.ts'
import { isAtLeast } from './kernel-version.ts'
import type { KernelVersion } from './kernel-version.ts'
import { PolicyError, quote } from './policy-error.ts'
import type { Overlaps, Policy, PolicyRule, Requirement, SubArchitectures } from './policy.ts'

/** What a rule is written from: names of calls, and conditions that must all hold. */
export type RuleItem = SyscallName | ArgCondition

/** What {@link policy} starts from. */
export interface PolicyOptions {
  /** What happens to calls that no rule covers. */
  readonly default: Action
  /** What happens to calls of an ABI that is not a target; KILL_THREAD where absent. */
  readonly badArch?: Action
  /** Which rule decides where several hold that differ in action; `'refuse'` where absent. */
  readonly overlaps?: Overlaps
  /** How messages call the policy. */
  readonly name?: string
  /** ABIs that programs may use beside the main one. */
  readonly archMap?: readonly SubArchitectures[]
  /** ABIs that the policy is for beside the main one, whatever the main one is. */
  readonly architectures?: readonly AbiToken[]
}

function ruleOf(action: Action, items: readonly RuleItem[]): PolicyRule {
  const names: { readonly name: string }[] = []
  const args: ArgCondition[] = []
  for (const item of items) {
    if (typeof item !== 'string') {
      args.push(item)
      continue
    }
    if (!isSyscallName(item)) {
      const near = suggest(item, syscallNames)
      const hint = near === undefined ? '' : `; did you mean ${quote(near)}?`
      throw new PolicyError('E_NAME', `unknown system call ${quote(item)}${hint}`)
    }
    names.push({ name: item })
  }
  if (names.length === 0) throw new PolicyError('E_EMPTY', 'rule names no system call; write at least one')
  return { names, action, args }
}

/** The architectures in both lists, where a list that is absent or empty holds all. */
function commonArches(a: readonly string[] = [], b: readonly string[] = []): readonly string[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a
  const both = a.filter((name) => b.includes(name))
  if (both.length === 0)
    throw new PolicyError(
      'E_CONFLICT',
      `rules are wanted for one of ${a.join(', ')} and for one of ${b.join(', ')}; no architecture is both`,
    )
  return both
}

function requirement(
  caps: readonly Capability[],
  arches: readonly string[],
  minKernel: KernelVersion | undefined,
): Requirement {
  return {
    ...(caps.length > 0 ? { caps: [...new Set(caps)] } : {}),
    ...(arches.length > 0 ? { arches: [...new Set(arches)] } : {}),
    ...(minKernel === undefined ? {} : { minKernel }),
  }
}

/** Asks what both ask. */
function bothOf(a: Requirement, b: Requirement = {}): Requirement {
  const newer =
    a.minKernel === undefined || (b.minKernel !== undefined && isAtLeast(b.minKernel, a.minKernel))
      ? b.minKernel
      : a.minKernel
  return requirement([...(a.caps ?? []), ...(b.caps ?? [])], commonArches(a.arches, b.arches), newer)
}

/** Touched where one of the two is. */
function eitherOf(a: Requirement, b: Requirement = {}): Requirement {
  const older =
    a.minKernel === undefined || (b.minKernel !== undefined && isAtLeast(a.minKernel, b.minKernel))
      ? b.minKernel
      : a.minKernel
  return requirement(
    [...(a.caps ?? []), ...(b.caps ?? [])],
    [...(a.arches ?? []), ...(b.arches ?? [])],
    older,
  )
}

/** The ways to add rules; each returns a new builder. */
abstract class RuleWriter<Self> {
  abstract readonly rules: readonly PolicyRule[]

  /** This builder with `rules` in place of its own. */
  protected abstract with(rules: readonly PolicyRule[]): Self

  /**
   * Lets the named calls run, where all conditions hold.
   * @throws PolicyError E_NAME for an unknown name, E_EMPTY for none
   */
  allow(...items: readonly RuleItem[]): Self {
    return this.rule(ALLOW, ...items)
  }

  /**
   * Refuses the named calls, where all conditions hold: with the action given among `items`, else with EPERM.
   * @throws PolicyError E_NAME for an unknown name, E_EMPTY for none, E_CONFLICT for two actions
   */
  deny(...items: readonly (RuleItem | Action)[]): Self {
    const actions = items.filter((item): item is Action => typeof item === 'object' && 'action' in item)
    const rest = items.filter((item): item is RuleItem => typeof item === 'string' || !('action' in item))
    if (actions.length > 1)
      throw new PolicyError('E_CONFLICT', `rule has ${actions.length} actions; write one`)
    return this.rule(actions[0] ?? errno(EPERM), ...rest)
  }

  /**
   * Gives the named calls `action`, where all conditions hold.
   * @throws PolicyError E_NAME for an unknown name, E_EMPTY for none
   */
  rule(action: Action, ...items: readonly RuleItem[]): Self {
    return this.with([...this.rules, ruleOf(action, items)])
  }

  /**
   * Adds the rules that `write` writes for targets with all the capabilities, one of the architectures (Go names, of
   * the target's first ABI) and at least the kernel of `needed`. Nested, both must be met.
   * @throws PolicyError E_CONFLICT where nested architectures exclude each other
   */
  when(needed: Requirement, write: (rules: RuleList) => RuleList): Self {
    const written = write(new RuleList([])).rules
    return this.with([
      ...this.rules,
      ...written.map((rule) => ({ ...rule, includes: bothOf(needed, rule.includes) })),
    ])
  }

  /**
   * Adds the rules that `write` writes for all targets but those with one of the capabilities, one of the
   * architectures or at least the kernel of `ruledOut`. Nested, neither may be touched.
   */
  unless(ruledOut: Requirement, write: (rules: RuleList) => RuleList): Self {
    const written = write(new RuleList([])).rules
    return this.with([
      ...this.rules,
      ...written.map((rule) => ({ ...rule, excludes: eitherOf(ruledOut, rule.excludes) })),
    ])
  }
}

/** A list of rules on its own, to be written inside `when` and `unless`. */
export class RuleList extends RuleWriter<RuleList> {
  readonly rules: readonly PolicyRule[]

  constructor(rules: readonly PolicyRule[]) {
    super()
    this.rules = rules
  }

  protected override with(rules: readonly PolicyRule[]): RuleList {
    return new RuleList(rules)
  }
}

/** A policy with the ways to add rules to it. Begin one with {@link policy}. */
export class PolicyBuilder extends RuleWriter<PolicyBuilder> implements Policy {
  declare readonly name?: string
  readonly defaultAction: Action
  declare readonly badArch?: Action
  declare readonly overlaps?: Overlaps
  declare readonly archMap?: readonly SubArchitectures[]
  declare readonly architectures?: readonly AbiToken[]
  readonly rules: readonly PolicyRule[]

  /** The policy `base`, with `rules` in place of its own where they are given. */
  constructor(base: Policy, rules: readonly PolicyRule[] = base.rules) {
    super()
    this.defaultAction = base.defaultAction
    this.rules = rules
    if (base.name !== undefined) this.name = base.name
    if (base.badArch !== undefined) this.badArch = base.badArch
    if (base.overlaps !== undefined) this.overlaps = base.overlaps
    if (base.archMap !== undefined) this.archMap = base.archMap
    if (base.architectures !== undefined) this.architectures = base.architectures
  }

  protected override with(rules: readonly PolicyRule[]): PolicyBuilder {
    return new PolicyBuilder(this, rules)
  }
}

/**
 * A policy without rules, to be built on: `policy({ default: errno(1) }).allow('read', 'write')`.
 *
 * To go on from a policy of other origin, a preset or an imported profile, write `new PolicyBuilder(base)`.
 */
export function policy(options: PolicyOptions): PolicyBuilder {
  const { default: defaultAction, ...rest } = options
  return new PolicyBuilder({ ...rest, defaultAction, rules: [] })
}
