/*
 * The builder of policies in TypeScript. Every method returns a new builder and does not change the old one. A
 * builder is itself a `Policy`: pass it to `resolve` as it is, or spread its parts.
 */
import { fail, oneOf, quote, record } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import type { AbiToken, KernelText, KernelVersion } from '@seccompile/syscalls'
import { actionName, ALLOW, DENIED, KILL_PROCESS, LOG, sameAction } from '../data/action.ts'
import type { Action } from '../data/action.ts'
import type { Capability } from '../data/capability.ts'
import { FinalMark } from '../data/final-mark.ts'
import { PolicyError, readPolicy } from '../data/policy-error.ts'
import { actionReader, policyFacts, policyOf, ruleReader } from '../data/policy-shape.ts'
import { policySource } from '../data/policy-source.ts'
import type { NotFor, Overlaps, Policy, PolicyRule, SubArchitectures } from '../data/policy.ts'
import { printPolicy } from '../data/print-policy.ts'
import { deepFrozen } from '../data/deep-frozen.ts'
import { commonAbis, rulesBy, RuleWriter } from './rule-writer.ts'
import type { RuleList } from './rule-writer.ts'

/** A word for the default of a policy: {@link ALLOW}, EPERM, {@link KILL_PROCESS} or {@link LOG}. */
export type DefaultWord = 'allow' | 'deny' | 'kill' | 'log'

const DEFAULTS: Readonly<Record<DefaultWord, Action>> = {
  allow: ALLOW,
  deny: DENIED,
  kill: KILL_PROCESS,
  log: LOG,
}

/** The options of {@link policy}. */
export interface PolicyOptions {
  /** The action for calls that no rule covers, or a word for it. */
  readonly default: Action | DefaultWord
  /** The ABIs that the policy is for, where a target names none; the first is the main one. */
  readonly abis?: readonly AbiToken[]
  /** The action for numbers that no table knows; the default where absent. */
  readonly unknown?: Action
  /**
   * The kernel whose calls the policy knows: `'6.1'`. Calls that came later get `unknown`, or ENOSYS where that is absent,
   * whatever rules let them run; a stricter rule keeps its effect.
   */
  readonly knownUpTo?: KernelVersion | KernelText
  /** The capabilities of the process. */
  readonly caps?: readonly Capability[]
  /** The kernel of the machine. */
  readonly kernel?: KernelVersion
  /** The action for calls of an ABI outside the target; KILL_THREAD where absent. */
  readonly badArch?: Action
  /** Which rule decides where several hold and differ in action; `'refuse'` where absent. */
  readonly overlaps?: Overlaps
  /** The name of the policy in messages. */
  readonly name?: string
  /** ABIs that programs may use beside the main one. */
  readonly archMap?: readonly SubArchitectures[]
  /** ABIs that the policy is for beside the main one, whatever the main one is. */
  readonly architectures?: readonly AbiToken[]
  /** ABIs whose calls all get `badArch`, also where a target names them. */
  readonly closed?: readonly AbiToken[]
  /** ABIs for which the policy makes no sense, with the reasons: a target that has one is refused. */
  readonly notFor?: readonly NotFor[]
}

/** The name of `policy` in messages. */
const nameOf = ({ name }: Policy): string => (name === undefined ? 'one policy' : quote(name))

/** The plain data of a policy, without methods. */
const dataOf = (policy: Policy): Policy => ({ ...policy })

/** The fields that must be equal in two policies that become one. */
type OneFact = 'badArch' | 'caps' | 'kernel' | 'knownUpTo' | 'overlaps' | 'unknown'

/**
 * The field `key` of one of two policies, where it is the same in both or one lacks it.
 * @throws PolicyError E_CONFLICT where both have it and differ
 */
function onlyOne<K extends OneFact>(
  method: 'extend' | 'intersect',
  one: Policy,
  other: Policy,
  key: K,
): Pick<Policy, K> {
  const [mine, theirs] = [JSON.stringify(one[key]), JSON.stringify(other[key])]
  if (mine !== undefined && theirs !== undefined && mine !== theirs)
    throw new PolicyError(
      'E_CONFLICT',
      `${method}: ${key} of ${nameOf(one)} is ${mine}, and of ${nameOf(other)} ${theirs}; give both the same, or none`,
    )
  const found = one[key] ?? other[key]
  return (found === undefined ? {} : { [key]: found }) as Pick<Policy, K> // the key is K
}

/** The rules of a builder, with those that its methods have added. Only this module can create this object. */
class WrittenRules {
  readonly #rules: readonly PolicyRule[]

  constructor(rules: readonly PolicyRule[]) {
    this.#rules = deepFrozen(rules)
  }

  /** The rules in `written`; `undefined` where `written` is not a {@link WrittenRules}. */
  static in(written: WrittenRules | undefined): readonly PolicyRule[] | undefined {
    const value: unknown = written
    return typeof value === 'object' && value !== null && #rules in value ? value.#rules : undefined
  }
}

/** A policy with methods that add rules. Begin one with {@link policy}. */
export class PolicyBuilder extends RuleWriter<PolicyBuilder> implements Policy {
  declare readonly name?: string
  readonly defaultAction: Action
  declare readonly badArch?: Action
  declare readonly overlaps?: Overlaps
  declare readonly abis?: readonly AbiToken[]
  declare readonly unknown?: Action
  declare readonly knownUpTo?: KernelVersion
  declare readonly caps?: readonly Capability[]
  declare readonly kernel?: KernelVersion
  declare readonly and?: readonly Policy[]
  declare readonly archMap?: readonly SubArchitectures[]
  declare readonly architectures?: readonly AbiToken[]
  declare readonly closed?: readonly AbiToken[]
  declare readonly notFor?: readonly NotFor[]
  readonly rules: readonly PolicyRule[]

  /** Marks a policy that a builder has checked already, so that each method need not check all rules again. */
  readonly #isRead = true

  /**
   * The policy `given`. Where a method of a builder passes its rules as `written`, they replace the rules of `given`.
   * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where `given` is no policy
   */
  constructor(given: Policy, written?: WrittenRules) {
    super()
    const value: unknown = given
    const isRead = typeof value === 'object' && value !== null && #isRead in value
    const base = isRead ? given : deepFrozen(policyOf(given))
    this.defaultAction = base.defaultAction
    this.rules = WrittenRules.in(written) ?? deepFrozen(base.rules)
    if (base.name !== undefined) this.name = base.name
    if (base.badArch !== undefined) this.badArch = base.badArch
    if (base.overlaps !== undefined) this.overlaps = base.overlaps
    if (base.abis !== undefined) this.abis = base.abis
    if (base.unknown !== undefined) this.unknown = base.unknown
    if (base.knownUpTo !== undefined) this.knownUpTo = base.knownUpTo
    if (base.caps !== undefined) this.caps = base.caps
    if (base.kernel !== undefined) this.kernel = base.kernel
    if (base.and !== undefined) this.and = base.and
    if (base.archMap !== undefined) this.archMap = base.archMap
    if (base.architectures !== undefined) this.architectures = base.architectures
    if (base.closed !== undefined) this.closed = base.closed
    if (base.notFor !== undefined) this.notFor = base.notFor
    // A subclass outside this package may add fields of its own, and change its rules.
    if (new.target !== PolicyBuilder) return
    // Only a real builder's `written` rules are checked. Another object that calls these methods may pass any rules.
    if (isRead ? FinalMark.isOn(given) : written === undefined) new FinalMark(this)
    Object.freeze(this)
  }

  protected override with(rules: readonly PolicyRule[]): PolicyBuilder {
    // JavaScript can call this method with rules that no method has checked. Those of this builder are checked, or
    // resolve() reads them.
    const own = this.rules
    const checked = [...rules]
    for (let i = 0; i < checked.length; i += 1)
      if (i >= own.length || checked[i] !== own[i])
        checked[i] = readPolicy(ruleReader, checked[i], `rules[${i}]`)
    return new PolicyBuilder(this, new WrittenRules(checked))
  }

  /**
   * Adds the rules of `other` after the rules of this policy. Also adds its other fields: those on further ABIs, on
   * ABIs that it is not for, on unknown calls, on capabilities and on the kernel.
   * @throws PolicyError E_CONFLICT where the two have different defaults or another precedence, since the rules of
   * one would mean something else in the other; and where both have one of the other fields with different values;
   * E_TYPE, E_NAME, E_NUMBER where `other` is no policy
   */
  extend(other: Policy): PolicyBuilder {
    const added = policyOf(other)
    if (!sameAction(added.defaultAction, this.defaultAction))
      throw new PolicyError(
        'E_CONFLICT',
        `extend: ${nameOf(this)} gives other calls ${actionName(this.defaultAction)} and ${nameOf(added)} gives them ` +
          `${actionName(added.defaultAction)}; intersect() joins policies with different defaults`,
      )
    const and = [...(this.and ?? []), ...(added.and ?? [])]
    // The precedence of a policy is `refuse` by default. A policy without rules takes that of the other policy.
    const precedence = (policy: Policy): Policy =>
      policy.overlaps === undefined && policy.rules.length > 0 ? { ...policy, overlaps: 'refuse' } : policy
    const { overlaps } = onlyOne('extend', precedence(dataOf(this)), precedence(added), 'overlaps')
    const facts = {
      ...onlyOne('extend', this, added, 'badArch'),
      ...onlyOne('extend', this, added, 'caps'),
      ...onlyOne('extend', this, added, 'kernel'),
      ...onlyOne('extend', this, added, 'knownUpTo'),
      ...onlyOne('extend', this, added, 'unknown'),
    }
    const rules = [...this.rules, ...added.rules]
    const notFor = [...(this.notFor ?? []), ...(added.notFor ?? [])]
    const closed = [...new Set([...(this.closed ?? []), ...(added.closed ?? [])])]
    return new PolicyBuilder({
      ...dataOf(this),
      ...facts,
      ...(overlaps === undefined ? {} : { overlaps }),
      rules,
      ...(closed.length === 0 ? {} : { closed }),
      ...(notFor.length === 0 ? {} : { notFor }),
      ...(and.length === 0 ? {} : { and }),
    })
  }

  /**
   * Gives each call the stricter of the verdicts of this policy and of `other`; for two errnos, that of this policy.
   * @throws PolicyError E_CONFLICT where the two are for different ABIs, capabilities or kernels; E_TYPE, E_NAME,
   * E_NUMBER where `other` is no policy
   */
  intersect(other: Policy): PolicyBuilder {
    const added = policyOf(other)
    const abis = this.abis && added.abis ? commonAbis(this.abis, added.abis) : (this.abis ?? added.abis)
    const common = {
      ...onlyOne('intersect', this, added, 'caps'),
      ...onlyOne('intersect', this, added, 'kernel'),
    }
    return new PolicyBuilder({
      ...dataOf(this),
      ...common,
      ...(abis === undefined ? {} : { abis }),
      and: [...(this.and ?? []), added],
    })
  }

  /**
   * Refuses what the rules of `write` refuse. Each call gets the stricter of two verdicts: that of this policy, and
   * that of those rules, which allow every call that they do not name.
   * @throws PolicyError E_TYPE where `write` returns no rules
   */
  restrict(write: (rules: RuleList) => RuleList): PolicyBuilder {
    return this.intersect({ defaultAction: ALLOW, badArch: ALLOW, rules: rulesBy(write, 'restrict') })
  }

  /** The policy as text for people, one rule on each line. */
  override toString(): string {
    return printPolicy(this)
  }

  /** The policy as the TypeScript that makes it again. */
  toTypeScript(): string {
    return policySource(this)
  }
}

const defaultReader: Reader<Action> = (at) => {
  if (at.value === undefined) fail(at, 'allow, deny, kill, log, or an action such as errno("EPERM")')
  if (typeof at.value !== 'string') return actionReader(at)
  return DEFAULTS[oneOf(Object.keys(DEFAULTS) as DefaultWord[])(at)]
}

const optionsReader = record<Omit<Policy, 'and' | 'defaultAction' | 'rules'> & { readonly default: Action }>({
  default: defaultReader,
  ...policyFacts,
})

/**
 * A policy without rules, to which you add rules: `policy({ default: 'deny' }).allow('read', 'write')`.
 *
 * To add rules to a preset or an imported profile, write `new PolicyBuilder(base)`.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where an option is unknown or wrong
 */
export function policy(options: PolicyOptions): PolicyBuilder {
  const { default: defaultAction, ...rest } = readPolicy(optionsReader, options, 'policy')
  return new PolicyBuilder({ ...rest, defaultAction, rules: [] })
}
