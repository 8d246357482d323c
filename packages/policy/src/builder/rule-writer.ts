/*
 * The methods that add rules to a policy, with checks of their arguments, since JavaScript has no types. Every method
 * returns a new builder and does not change the old one.
 */
import { didYouMean, quote, shown } from '@seccompile/shape'
import { isAtLeast, isSyscallName, syscallNames } from '@seccompile/syscalls'
import type { AbiToken, KernelVersion } from '@seccompile/syscalls'
import { ALLOW, DENIED, KILL_PROCESS, LOG, NOTIFY, TRAP } from '../data/action.ts'
import type { Action } from '../data/action.ts'
import type { Capability } from '../data/capability.ts'
import { conditionReader } from '../data/condition-shape.ts'
import type { ArgCondition } from '../data/condition.ts'
import { isErrnoName } from '../data/errno-name.ts'
import { symbolicName } from '../data/misplaced.ts'
import type { SymbolicName } from '../data/misplaced.ts'
import { PolicyError, readPolicy } from '../data/policy-error.ts'
import { actionReader, requirementReader, rulesReader, tokensReader } from '../data/policy-shape.ts'
import type { PolicyRule, Requirement } from '../data/policy.ts'
import { checkedRule } from '../data/rule-mark.ts'
import type { AnyName, RuleItem } from './call-arguments.ts'
import { conditionBy } from './condition-by.ts'
import { deepFrozen } from '../data/deep-frozen.ts'

/** Advice for a constant among the items of a rule. */
const howToWrite = ({ name, family }: SymbolicName): string =>
  family === 'errno' && name !== undefined
    ? `write errno("${name}")`
    : 'compare an argument with it: ({ family }) => family.eq(AF_UNIX)'

/** Advice for a text that names no call. */
const otherName = (text: string): string =>
  isErrnoName(text) ? `; write errno("${text}") for the errno` : didYouMean(text, syscallNames)

/** The item of a rule as a condition. @throws PolicyError E_TYPE where the item is no condition; the message says what it is */
function itemOf(item: unknown): ArgCondition {
  if (Array.isArray(item))
    throw new PolicyError('E_TYPE', `rule item is ${shown(item)}; write the names one by one: ...names`)
  if (isAction(item))
    throw new PolicyError('E_TYPE', 'rule item is an action; only deny takes one, and rule takes it first')
  const symbolic = symbolicName(item)
  if (symbolic !== undefined)
    throw new PolicyError('E_TYPE', `rule item is ${symbolic.text}; ${howToWrite(symbolic)}`)
  if (typeof item !== 'object' || item === null)
    throw new PolicyError(
      'E_TYPE',
      `rule item is ${shown(item)}; write the name of a call, or a condition such as arg(0).eq(5)`,
    )
  return readPolicy(conditionReader, item, 'condition')
}

const isAction = (item: unknown): item is Action =>
  typeof item === 'object' && item !== null && 'action' in item

/**
 * The rules that `write` adds.
 * @throws PolicyError E_TYPE where it does not return a list of rules
 */
export function rulesBy(write: (rules: RuleList) => RuleList, method: string): readonly PolicyRule[] {
  if (typeof write !== 'function')
    throw new PolicyError(
      'E_TYPE',
      `${method}: expected a function that writes the rules; got ${shown(write)}`,
    )
  const written: unknown = write(new RuleList([]))
  const rules =
    typeof written === 'object' && written !== null && 'rules' in written ? written.rules : undefined
  if (!Array.isArray(rules))
    throw new PolicyError(
      'E_TYPE',
      `${method}: the function returns ${shown(written)}; return the rules that it is given, with more added`,
    )
  return readPolicy(rulesReader, rules, `the rules of ${method}`)
}

/** An item of a rule, as JavaScript may pass it. */
type AnyItem = string | ArgCondition | ((args: never) => unknown) | Action

/** @throws PolicyError E_NAME, E_EMPTY, E_TYPE as {@link RuleWriter.rule} does */
function ruleOf(action: Action, items: readonly AnyItem[]): PolicyRule {
  const names: string[] = []
  const args: ArgCondition[] = []
  const tests: ((args: never) => unknown)[] = []
  for (const item of items) {
    if (typeof item === 'function') tests.push(item)
    else if (typeof item !== 'string') args.push(itemOf(item))
    else if (isSyscallName(item)) names.push(item)
    else throw new PolicyError('E_NAME', `unknown system call ${quote(item)}${otherName(item)}`)
  }
  if (names.length === 0) throw new PolicyError('E_EMPTY', 'rule names no system call; write at least one')
  const when = tests.map((test) => conditionBy(names, test as (args: unknown) => unknown)) // any name yields an argument
  const rule: PolicyRule = {
    names: names.map((name) => Object.freeze({ name })),
    action: readPolicy(actionReader, action, 'action'),
    args,
    ...(when.length === 0 ? {} : { when: when.length === 1 ? when[0]! : { kind: 'all', of: when } }),
  }
  // A join of several conditions nests one level deeper than each of them. No reader has checked that depth yet.
  return when.length < 2 ? checkedRule(rule) : deepFrozen(rule)
}

/**
 * The checked rule `rule` with the parts of `change`. Requirements are read; the other parts must be checked copies.
 */
function changed(rule: PolicyRule, change: Pick<PolicyRule, 'abis' | 'includes' | 'excludes'>): PolicyRule {
  // Without a prototype: a key that other code added to Object.prototype is not checked and not a part of the rule.
  const own: PolicyRule = Object.assign(Object.create(null) as object, rule)
  const abis = change.abis ?? own.abis
  const includes = change.includes ? readPolicy(requirementReader, change.includes, 'when') : own.includes
  const excludes = change.excludes ? readPolicy(requirementReader, change.excludes, 'unless') : own.excludes
  const { names, action, args, when, source } = own
  return checkedRule({
    names,
    action,
    args,
    ...(when && { when }),
    ...(abis && { abis }),
    ...(includes && { includes }),
    ...(excludes && { excludes }),
    ...(source && { source }),
  })
}

/**
 * The architectures in both lists; an absent or empty list stands for all architectures.
 * @throws PolicyError E_CONFLICT where no architecture is in both
 */
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

/**
 * The ABIs in both lists; an absent list stands for all.
 * @throws PolicyError E_CONFLICT where no ABI is in both
 */
export function commonAbis(
  outer: readonly AbiToken[],
  inner: readonly AbiToken[] = outer,
): readonly AbiToken[] {
  const both = outer.filter((token) => inner.includes(token))
  if (both.length === 0)
    throw new PolicyError(
      'E_CONFLICT',
      `rules are wanted on ${outer.join(', ') || 'no ABI'} and on ${inner.join(', ') || 'no ABI'}; no ABI is in both`,
    )
  return both
}

/** The requirement that is met where both are met. */
function bothOf(a: Requirement, b: Requirement = {}): Requirement {
  const newer =
    a.minKernel === undefined || (b.minKernel !== undefined && isAtLeast(b.minKernel, a.minKernel))
      ? b.minKernel
      : a.minKernel
  return requirement([...(a.caps ?? []), ...(b.caps ?? [])], commonArches(a.arches, b.arches), newer)
}

/** The requirement that rules out each target that one of the two rules out. */
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

/** The methods that add rules; each returns a new builder. */
export abstract class RuleWriter<Self> {
  abstract readonly rules: readonly PolicyRule[]

  /** This builder with `rules` in place of its own. */
  protected abstract with(rules: readonly PolicyRule[]): Self

  /**
   * Lets the named calls run, where all conditions hold.
   * @throws PolicyError as {@link rule} does
   */
  allow<const N extends AnyName>(...items: readonly RuleItem<N>[]): Self {
    return this.with([...this.rules, ruleOf(ALLOW, items)])
  }

  /**
   * Refuses the named calls, where all conditions hold: with the action given among `items`, else with EPERM.
   * @throws PolicyError as {@link rule} does, E_CONFLICT for two actions
   */
  deny<const N extends AnyName>(...items: readonly RuleItem<N, Action>[]): Self {
    const actions = items.filter(isAction)
    const rest = items.filter((item) => !isAction(item))
    if (actions.length > 1)
      throw new PolicyError('E_CONFLICT', `rule has ${actions.length} actions; write one`)
    return this.with([...this.rules, ruleOf(actions[0] ?? DENIED, rest)])
  }

  /**
   * Kills the process that makes one of the named calls, where all conditions hold.
   * @throws PolicyError as {@link rule} does
   */
  kill<const N extends AnyName>(...items: readonly RuleItem<N>[]): Self {
    return this.with([...this.rules, ruleOf(KILL_PROCESS, items)])
  }

  /**
   * Sends SIGSYS to the thread that makes one of the named calls, where all conditions hold.
   * @throws PolicyError as {@link rule} does
   */
  trap<const N extends AnyName>(...items: readonly RuleItem<N>[]): Self {
    return this.with([...this.rules, ruleOf(TRAP, items)])
  }

  /**
   * Lets the named calls run and logs them, where all conditions hold.
   * @throws PolicyError as {@link rule} does
   */
  log<const N extends AnyName>(...items: readonly RuleItem<N>[]): Self {
    return this.with([...this.rules, ruleOf(LOG, items)])
  }

  /**
   * Sends the named calls to the process that listens on the filter, where all conditions hold.
   * @throws PolicyError as {@link rule} does
   */
  notify<const N extends AnyName>(...items: readonly RuleItem<N>[]): Self {
    return this.with([...this.rules, ruleOf(NOTIFY, items)])
  }

  /**
   * Gives the named calls `action`, where all conditions hold.
   * @throws PolicyError E_NAME for an unknown name, E_EMPTY where no name is given, E_TYPE for an item that is
   * neither name nor condition, and for a condition that a callback makes and does not return
   */
  rule<const N extends AnyName>(action: Action, ...items: readonly RuleItem<N>[]): Self {
    return this.with([...this.rules, ruleOf(action, items)])
  }

  /**
   * Adds the rules of `write` for the ABIs `tokens` alone. For rules in nested `on`s, the ABI must be in both lists.
   * @throws PolicyError E_NAME for an unknown ABI, E_CONFLICT where nested lists have no ABI in common, E_TYPE where
   * `write` returns no rules
   */
  on(tokens: readonly AbiToken[], write: (rules: RuleList) => RuleList): Self {
    const wanted = readPolicy(tokensReader, tokens, 'on')
    return this.with([
      ...this.rules,
      ...rulesBy(write, 'on').map((rule) => changed(rule, { abis: commonAbis(wanted, rule.abis) })),
    ])
  }

  /**
   * Adds the rules of `write` for targets that meet `needed`: all its capabilities, one of its architectures
   * (the Go name of the target's first ABI), and at least its kernel. For rules in nested `when`s, both
   * requirements must be met.
   * @throws PolicyError E_CONFLICT where nested architectures exclude each other; E_TYPE, E_NAME, E_NUMBER where `needed`
   * has an unknown key or a wrong value, or `write` returns no rules
   */
  when(needed: Requirement, write: (rules: RuleList) => RuleList): Self {
    const required = asked(needed, 'when')
    return this.with([
      ...this.rules,
      ...rulesBy(write, 'when').map((rule) => changed(rule, { includes: bothOf(required, rule.includes) })),
    ])
  }

  /**
   * Adds the rules of `write` for all targets that `ruledOut` does not rule out. It rules out each target that has
   * one of its capabilities, is of one of its architectures, or has at least its kernel. Nested `unless`es rule out
   * the targets of both.
   * @throws PolicyError E_TYPE, E_NAME, E_NUMBER as {@link when} does
   */
  unless(ruledOut: Requirement, write: (rules: RuleList) => RuleList): Self {
    const excluded = asked(ruledOut, 'unless')
    return this.with([
      ...this.rules,
      ...rulesBy(write, 'unless').map((rule) =>
        changed(rule, { excludes: eitherOf(excluded, rule.excludes) }),
      ),
    ])
  }
}

/**
 * The requirement `given` to `when` or `unless`, read; messages call it `where`.
 * @throws PolicyError E_TYPE where the requirement is empty: the rules would then apply to every target
 */
function asked(given: Requirement, where: string): Requirement {
  const found = readPolicy(requirementReader, given, where)
  const { caps = [], arches = [], minKernel } = found
  if (caps.length === 0 && arches.length === 0 && minKernel === undefined)
    throw new PolicyError('E_TYPE', `${where}: asks nothing; name capabilities, architectures or a kernel`)
  return found
}

/** The list of rules that the functions of `when` and `unless` get and return. */
export class RuleList extends RuleWriter<RuleList> {
  readonly rules: readonly PolicyRule[]

  constructor(rules: readonly PolicyRule[]) {
    super()
    this.rules = deepFrozen(rules)
  }

  protected override with(rules: readonly PolicyRule[]): RuleList {
    return new RuleList(rules)
  }
}
