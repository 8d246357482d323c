/*
 * Readers of policies and their parts: of a policy that a module exports or a builder made, of the arguments of
 * the builder, and of parts of the target.
 *
 * A reader that ignored an unknown key would drop a condition: `include` for `includes` would allow a call for
 * every target. So every unknown key is an error. The value may be a builder, an object of a class, or a proxy;
 * the result is always a copy in plain data.
 */
import { SECCOMP_RET, SECCOMP_RET_DATA } from '@seccompile/abi'
import type { ActionName } from '@seccompile/abi'
import { errnoNames } from '@seccompile/constants/errno'
import type { ErrnoName } from '@seccompile/constants/errno'
import {
  didYouMean,
  fail,
  listOf,
  member,
  oneOf,
  optional,
  quote,
  record,
  suggest,
  text,
  whole,
} from '@seccompile/shape'
import type { At, Fields, Reader } from '@seccompile/shape'
import { abis, kernelOrTextReader, kernelReader } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import type { Action } from './action.ts'
import { CAPABILITIES, parseCapability } from './capability.ts'
import type { Capability } from './capability.ts'
import { conditionReader, sourceReader } from './condition-shape.ts'
import { isErrnoName } from './errno-name.ts'
import { namedConditionReader } from './named-condition-shape.ts'
import { readPolicy } from './policy-error.ts'
import type { NotFor, Policy, PolicyName, PolicyRule, Requirement, SubArchitectures } from './policy.ts'
import { checkedRule, RuleMark } from './rule-mark.ts'

const actionWord = oneOf(Object.keys(SECCOMP_RET) as ActionName[])

/** The data of an action: a number, or an errno by its name. */
const actionData: Reader<number | ErrnoName> = (at) => {
  const { value } = at
  if (typeof value !== 'string') return whole(SECCOMP_RET_DATA)(at)
  if (isErrnoName(value)) return value
  throw at.error(
    'name',
    at.where,
    `expected a number or the name of an errno; got ${quote(value)}${didYouMean(value, errnoNames)}`,
  )
}

const actionFields = record<Action>({ action: actionWord, data: actionData })

/**
 * An action with its data, as in a profile. An errno above 4095 is accepted; the kernel returns 4095 for it.
 * @see kernel/seccomp.c: __seccomp_filter()
 */
export const actionReader: Reader<Action> = (at) => {
  if (typeof at.value === 'string') fail(at, 'an action such as errno("EPERM")')
  const found = actionFields(at)
  return typeof found.data === 'number' || found.action === 'ERRNO'
    ? found
    : fail({ ...member(at, 'data') }, `a number, as data of ${found.action}`)
}

/** A capability by its name, in upper or lower case, with or without `CAP_`. */
const capability: Reader<Capability> = (at) => {
  const name = text(at)
  const found = parseCapability(name)
  if (found !== undefined) return found
  const meant = didYouMean(suggest(name, CAPABILITIES) ?? `CAP_${name}`, CAPABILITIES)
  throw at.error('name', at.where, `expected a name of capabilities(7); got ${quote(name)}${meant}`)
}

/** Capabilities by their names. */
export const capabilities: Reader<readonly Capability[]> = listOf(capability)

/** An architecture by its Go name, as in profiles and requirements. */
const goArch: Reader<string> = (at) => {
  const name = text(at)
  if (abis.some((abi) => abi.goArch === name)) return name
  const other = abis.find(({ token, scmpName }) => token === name || scmpName === name)
  const meant = didYouMean(other?.goArch ?? name, abis.map((abi) => abi.goArch)) // prettier-ignore
  throw at.error('name', at.where, `expected an architecture such as "amd64"; got ${quote(name)}${meant}`)
}

const requirementFields = record<Requirement>({
  caps: optional(capabilities),
  arches: optional(listOf(goArch)),
  minKernel: optional(kernelReader),
})

/**
 * A reader of requirements. A key with the value `undefined` is an error: the person meant a condition, and it is
 * lost.
 */
export const requirementReader: Reader<Requirement> = (at) => {
  const found = requirementFields(at)
  for (const key of Object.keys(at.value as object))
    if (!Object.hasOwn(found, key)) fail({ ...member(at, key), value: undefined }, 'a value, or no such key')
  return found
}

const named = record<PolicyName>({ name: text, source: optional(sourceReader) })

/** The ABIs of a rule, at least one: a rule for no ABI would never apply. */
const someTokens: Reader<readonly AbiToken[]> = (at) => {
  const tokens = listOf((each) => tokenReader(each))(at)
  return tokens.length === 0 ? fail(at, 'one ABI or more, or no such key') : tokens
}

const ruleFields = record<PolicyRule>({
  names: listOf(named),
  action: actionReader,
  args: listOf(conditionReader),
  when: optional(namedConditionReader),
  abis: optional(someTokens),
  includes: optional(requirementReader),
  excludes: optional(requirementReader),
  source: optional(sourceReader),
})

/**
 * A reader of rules. It yields a copy that is marked as checked and cannot change, or the rule itself where it is such a
 * copy: a large policy is read many times, and its rules once.
 */
export const ruleReader: Reader<PolicyRule> = (at) =>
  RuleMark.isOn(at.value) ? (at.value as PolicyRule) : checkedRule(ruleFields(at)) // only checked rules have the mark

const TOKENS: readonly AbiToken[] = abis.map(({ token }) => token)

/** The rules of a policy. */
export const rulesReader: Reader<readonly PolicyRule[]> = listOf(ruleReader)

/** The token of an ABI. */
export const tokenReader: Reader<AbiToken> = (at: At) => {
  const token = TOKENS.find((known) => known === at.value)
  if (token !== undefined) return token
  const near = typeof at.value === 'string' ? suggest(at.value, TOKENS) : undefined
  return fail(
    at,
    `the token of an ABI, such as "x86_64"${near === undefined ? '' : `, and perhaps ${quote(near)}`}`,
    'name',
  )
}

const tokens: Reader<readonly AbiToken[]> = listOf((at) => tokenReader(at))

/** ABIs, at least one. */
export const tokensReader: Reader<readonly AbiToken[]> = (at) => {
  const found = tokens(at)
  return found.length > 0 ? found : fail(at, 'one ABI or more')
}

const subArchitectures = record<SubArchitectures>({ main: tokenReader, sub: listOf(tokenReader) })

const notFor = record<NotFor>({ abis: tokensReader, reason: text })

/** The fields that a policy and the options of the builder share: all except rules, default and `and`. */
export const policyFacts: Fields<Omit<Policy, 'and' | 'defaultAction' | 'rules'>> = {
  name: optional(text),
  abis: optional(tokensReader),
  unknown: optional(actionReader),
  knownUpTo: optional(kernelOrTextReader),
  caps: optional(capabilities),
  kernel: optional(kernelReader),
  badArch: optional(actionReader),
  overlaps: optional(oneOf(['refuse', 'libseccomp', 'first'])),
  architectures: optional(listOf(tokenReader)),
  archMap: optional(listOf(subArchitectures)),
  closed: optional(tokensReader),
  notFor: optional(listOf(notFor)),
}

/** Policies nest at most this deep by `and`. */
const MAX_DEPTH = 16

/** A reader of a policy that is nested in `depth` others. */
const policyAt =
  (depth: number): Reader<Policy> =>
  (at) =>
    depth > MAX_DEPTH
      ? fail(at, `a policy that nests at most ${MAX_DEPTH} deep`, 'number')
      : record<Policy>({
          defaultAction: actionReader,
          rules: rulesReader,
          and: optional(listOf(policyAt(depth + 1))),
          ...policyFacts,
        })(at)

/**
 * `value` as a policy in plain data. Names of calls are not looked up.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER with the wrong field: `rules[3].action.data: expected …`
 */
export function policyOf(value: unknown): Policy {
  return readPolicy(policyAt(0), value, '')
}
