/*
 * Turns the spec of a SeccompProfile into the profile that the operator writes on a node.
 *
 * A spec has fewer keys than a profile, and Kubernetes drops other keys before the operator sees them. An absent
 * value of a condition is 0. An errno of 0 is dropped, so the call gets EPERM, the errno of runc. Versions before v1
 * had the errno as text.
 * @see security-profiles-operator api/seccompprofile/v1/seccompprofile_types.go, v1beta1/seccompprofile_types.go
 */
import { field, warningsOfIgnoredKeys } from '@seccompile/oci/reading'
import type { JsonMember, JsonNode, JsonObject } from '@seccompile/oci/reading'
import { PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import { warning } from '@seccompile/policy/toolkit'
import type { Warning } from '@seccompile/policy'

/** The keys of a profile that a spec has. */
const SPEC_KEYS = ['defaultAction', 'architectures', 'flags', 'listenerPath', 'listenerMetadata', 'syscalls']
/** Keys of a spec that do not affect the filter, or that are read elsewhere. */
const OTHER_SPEC_KEYS = ['baseProfileName', 'state', 'disabled']
const RULE_KEYS = ['names', 'action', 'errnoRet', 'args']
/** The conditions of rules that only Docker's engine reads. */
const REQUIREMENT_KEYS = ['includes', 'excludes']
const CONDITION_KEYS = ['index', 'value', 'valueTwo', 'op']

/** The largest value of a signed 64-bit integer, the type of values in the resource. */
export const MAX_VALUE: bigint = 2n ** 63n - 1n

/**
 * Checks the numbers of a condition.
 * @throws PolicyError E_NUMBER for a number that the API server would not store
 */
function checkSigned({ members }: JsonObject): void {
  for (const { key, value } of members) {
    if (value.kind !== 'number' || !/^\d+$/.test(value.text) || BigInt(value.text) <= MAX_VALUE) continue
    throw new PolicyError(
      'E_NUMBER',
      `${quote(key)} is ${value.text}; expected at most ${MAX_VALUE}: a SeccompProfile has signed integers of 64 bits`,
      value.source,
    )
  }
}

/** `object` without the keys that Kubernetes drops. Warnings tell of them. */
function pruned(object: JsonObject, known: readonly string[], warnings: Warning[]): JsonObject {
  const isKept = ({ key }: JsonMember): boolean => known.includes(key)
  const members = object.members.filter(isKept)
  const dropped = object.members.filter((member) => !isKept(member))
  const isCondition = (key: string): boolean => known === RULE_KEYS && REQUIREMENT_KEYS.includes(key)
  const said = { noun: 'key', done: 'dropped', why: ': a SeccompProfile has none' }
  warnings.push(...warningsOfIgnoredKeys({ members: dropped, known, ...said, isCondition }))
  return members.length === object.members.length ? object : { ...object, members }
}

/** `node`, with each object changed by `change`: `node` itself, or the items of an array. */
function each(node: JsonNode, change: (object: JsonObject) => JsonObject): JsonNode {
  if (node.kind !== 'array') return node // the reader of profiles reports other kinds
  return { ...node, items: node.items.map((item) => (item.kind === 'object' ? change(item) : item)) }
}

function withMember(
  object: JsonObject,
  key: string,
  change: (value: JsonNode) => JsonNode | undefined,
): JsonObject {
  const members = object.members.flatMap((member): readonly JsonMember[] => {
    if (member.key !== key) return [member]
    const value = change(member.value)
    return value === undefined ? [] : [{ ...member, value }]
  })
  return { ...object, members }
}

function condition(object: JsonObject, warnings: Warning[]): JsonObject {
  const own = pruned(object, CONDITION_KEYS, warnings)
  checkSigned(own)
  if (field(own, 'value') !== undefined) return own
  const { source } = own
  const others = own.members.filter(({ key }) => key !== 'value')
  return {
    ...own,
    members: [...others, { key: 'value', source, value: { kind: 'number', source, text: '0' } }],
  }
}

/** The errno as a number, also where it is text; `undefined` where it is 0. */
function errno(value: JsonNode): JsonNode | undefined {
  const text = value.kind === 'string' ? value.value : value.kind === 'number' ? value.text : undefined
  if (text === '' || text === '0') return undefined
  return value.kind === 'string' && /^\d{1,9}$/.test(value.value)
    ? { kind: 'number', source: value.source, text: value.value }
    : value
}

function rule(object: JsonObject, warnings: Warning[]): JsonObject {
  const own = pruned(object, RULE_KEYS, warnings)
  const withErrno = withMember(own, 'errnoRet', errno)
  return withMember(withErrno, 'args', (args) => each(args, (item) => condition(item, warnings)))
}

/** `node` without `SCMP_ARCH_NATIVE`, which every filter has anyway. */
const withoutNative = (node: JsonNode): JsonNode =>
  node.kind === 'array'
    ? {
        ...node,
        items: node.items.filter((item) => item.kind !== 'string' || item.value !== 'SCMP_ARCH_NATIVE'),
      }
    : node

/** The profile that the operator makes from `spec`, as a tree for the reader of profiles. */
export function profileIn(spec: JsonObject, warnings: Warning[]): JsonObject {
  const base = field(spec, 'baseProfileName')
  if (base?.kind === 'string' && base.value !== '')
    warnings.push(
      warning(
        'ignored-key',
        {
          brief: '"baseProfileName" is ignored: it is another file',
          full: `"baseProfileName" is ignored: the operator adds the calls of ${quote(base.value)}, which is another file`,
        },
        base.source,
      ),
    )
  const known = pruned(spec, [...SPEC_KEYS, ...OTHER_SPEC_KEYS], warnings)
  const own = { ...known, members: known.members.filter(({ key }) => SPEC_KEYS.includes(key)) }
  const withRules = withMember(own, 'syscalls', (rules) => each(rules, (item) => rule(item, warnings)))
  return withMember(withRules, 'architectures', withoutNative)
}
