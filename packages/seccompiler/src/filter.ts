/*
 * A filter of seccompiler as a policy.
 *
 * Rules of one call are alternatives, and the conditions of a rule hold together. A rule without conditions adds nothing to
 * a call that has rules with conditions: the backend then tests the conditions alone. A program of another architecture is
 * killed. Numbers of x32 are not told from other numbers without a rule, so they get the verdict of no match.
 * @see rust-vmm/seccompiler src/frontend/json.rs: make_seccomp_filter(); src/backend/filter.rs: append_syscall_chain()
 */
import { didYouMean, MAX_ERRNO, SECCOMP_DATA_ARGS, SECCOMP_RET_DATA } from '@seccompile/abi'
import {
  arrayAt,
  checkKnownKeys,
  field,
  integerAt,
  objectAt,
  requiredField,
  stringAt,
  unknownWord,
} from '@seccompile/oci/reading'
import type { JsonNode, JsonObject } from '@seccompile/oci/reading'
import { all, KILL_PROCESS, PolicyError, quote, sameAction, warning } from '@seccompile/policy'
import type { Action, Condition, Policy, PolicyRule, Warning } from '@seccompile/policy'
import { abis, isSyscallName, syscallNames } from '@seccompile/syscalls'
import { dword, LOW, qword } from './condition.ts'
import type { Compared } from './condition.ts'
import { ACTION_WORDS, ARCHITECTURES, DATA_WORDS, OPERATORS } from './words.ts'

const U32 = 0xffff_ffffn
const U64 = 0xffff_ffff_ffff_ffffn

/** A key by its name in rust-vmm's seccompiler, and by that in Firecracker's. */
interface ActionKey {
  readonly key: string
  readonly alias: string
}

const MISMATCH: ActionKey = { key: 'mismatch_action', alias: 'default_action' }
const MATCH: ActionKey = { key: 'match_action', alias: 'filter_action' }
const FILTER_KEYS = [MISMATCH.key, MISMATCH.alias, MATCH.key, MATCH.alias, 'filter']
const RULE_KEYS = ['syscall', 'args', 'comment']
const CONDITION_KEYS = ['index', 'type', 'op', 'val', 'comment']
const WIDTHS = ['dword', 'qword']

const AN_ACTION = 'an action such as "allow" or {"errno": 1}'

function readData(object: JsonObject, what: string, warnings: Warning[]): Action {
  const [member] = object.members
  if (member === undefined || object.members.length > 1)
    throw new PolicyError(
      'E_TYPE',
      `${what} has ${object.members.length} keys; expected ${AN_ACTION}`,
      object.source,
    )
  const action = DATA_WORDS.get(member.key)
  if (action === undefined) throw unknownWord('action', member.key, [...DATA_WORDS.keys()], member.source)
  const number = integerAt(member.value, quote(member.key), U32)
  const data = Number(number) & SECCOMP_RET_DATA
  if (number > BigInt(action === 'ERRNO' ? MAX_ERRNO : SECCOMP_RET_DATA)) {
    const got = Math.min(data, action === 'ERRNO' ? MAX_ERRNO : data)
    const who = action === 'ERRNO' ? 'the call fails with' : 'the tracer gets'
    const place = member.value.source
    warnings.push(warning('capped-number', `${quote(member.key)} is ${number}; ${who} ${got}`, place))
  }
  return { action, data }
}

function readAction(
  object: JsonObject,
  { key, alias }: ActionKey,
  what: string,
  warnings: Warning[],
): Action {
  const other = field(object, alias)
  if (other !== undefined && field(object, key) !== undefined)
    throw new PolicyError(
      'E_CONFLICT',
      `${what} has both ${quote(key)} and ${quote(alias)}; write one of them`,
      other.source,
    )
  const node = other ?? requiredField(object, key, what, AN_ACTION)
  if (node.kind === 'object') return readData(node, quote(other === undefined ? key : alias), warnings)
  const word = stringAt(node, quote(other === undefined ? key : alias), AN_ACTION)
  const action = ACTION_WORDS.get(word)
  if (action !== undefined) return { action, data: 0 }
  if (DATA_WORDS.has(word))
    throw new PolicyError('E_TYPE', `action ${quote(word)} has no number; write {"${word}": 1}`, node.source)
  throw unknownWord('action', word, [...ACTION_WORDS.keys()], node.source)
}

function readOperator(object: JsonObject): Pick<Compared, 'op' | 'mask'> {
  const node = requiredField(object, 'op', 'condition', 'an operator such as "eq" or {"masked_eq": 7}')
  if (node.kind === 'object') {
    checkKnownKeys(node, ['masked_eq'])
    const mask = requiredField(node, 'masked_eq', '"op"', 'a mask')
    return { op: 'MASKED_EQ', mask: integerAt(mask, '"masked_eq"', U64) }
  }
  const word = stringAt(node, '"op"', 'an operator such as "eq" or {"masked_eq": 7}')
  const op = OPERATORS.get(word)
  if (op !== undefined) return { op, mask: U64 }
  if (word === 'masked_eq')
    throw new PolicyError('E_TYPE', 'operator "masked_eq" has no mask; write {"masked_eq": 7}', node.source)
  throw unknownWord('operator', word, [...OPERATORS.keys(), 'masked_eq'], node.source)
}

function readCondition(item: JsonNode, warnings: Warning[]): Condition {
  const object = objectAt(
    item,
    'item of "args"',
    'a condition, an object with "index", "type", "op" and "val"',
  )
  checkKnownKeys(object, CONDITION_KEYS)
  const anIndex = `the number of an argument, 0 to ${SECCOMP_DATA_ARGS - 1}`
  const indexNode = requiredField(object, 'index', 'condition', anIndex)
  const index = Number(integerAt(indexNode, '"index"', BigInt(SECCOMP_DATA_ARGS - 1), anIndex))
  const typeNode = requiredField(object, 'type', 'condition', '"dword" or "qword"')
  const type = stringAt(typeNode, '"type"', '"dword" or "qword"')
  if (!WIDTHS.includes(type)) throw unknownWord('type', type, WIDTHS, typeNode.source)
  const operator = readOperator(object)
  const valueNode = requiredField(object, 'val', 'condition', `an integer from 0 to ${U64}`)
  const value = integerAt(valueNode, '"val"', U64)
  const compared: Compared = { ...operator, index, value, source: object.source }
  if (type === 'qword') return qword(compared)
  if (value > LOW)
    warnings.push(
      warning(
        'wide-constant',
        `"val" is ${value}, and a dword is compared with its low 32 bits, ${value & LOW}`,
        valueNode.source,
      ),
    )
  return dword(compared)
}

interface ReadRule {
  readonly rule: PolicyRule
  readonly name: string
}

function readRule(item: JsonNode, action: Action, warnings: Warning[]): ReadRule {
  const object = objectAt(item, 'item of "filter"', 'a rule, an object with "syscall"')
  checkKnownKeys(object, RULE_KEYS)
  const node = requiredField(object, 'syscall', 'rule', 'the name of a system call')
  const name = stringAt(node, '"syscall"', 'the name of a system call')
  if (!isSyscallName(name))
    throw new PolicyError(
      'E_NAME',
      `unknown system call ${quote(name)}${didYouMean(name, syscallNames)}`,
      node.source,
    )
  const args = field(object, 'args')
  const conditions =
    args === undefined
      ? []
      : arrayAt(args, '"args"', 'an array of conditions').items.map((each) => readCondition(each, warnings))
  if (args !== undefined && conditions.length === 0)
    throw new PolicyError('E_EMPTY', '"args" has no condition; leave it out, or write one', args.source)
  return {
    name,
    rule: {
      names: [{ name, source: node.source }],
      action,
      args: [],
      ...(conditions.length === 0 ? {} : { when: all(...conditions) }),
      abis: ARCHITECTURES,
      source: object.source,
    },
  }
}

/** `rules` without those that the backend drops: a rule without conditions beside rules with some. */
function effective(rules: readonly ReadRule[], warnings: Warning[]): readonly PolicyRule[] {
  const conditional = new Set(rules.filter(({ rule }) => rule.when !== undefined).map(({ name }) => name))
  return rules.flatMap(({ rule, name }) => {
    if (rule.when !== undefined || !conditional.has(name)) return [rule]
    const what =
      `rule without "args" is ignored: other rules of ${quote(name)} have conditions, and seccompiler tests these; ` +
      `remove them to match every call of ${quote(name)}`
    warnings.push(warning('dead-rule', what, rule.source))
    return []
  })
}

/**
 * The policy of the filter in `node`, which messages call `what`.
 * @throws PolicyError as `parseSeccompiler` does
 */
export function readFilter(node: JsonNode, name: string, what: string, warnings: Warning[]): Policy {
  const object = objectAt(
    node,
    what,
    'a filter, an object with "mismatch_action", "match_action" and "filter"',
  )
  checkKnownKeys(object, FILTER_KEYS)
  const defaultAction = readAction(object, MISMATCH, what, warnings)
  const action = readAction(object, MATCH, what, warnings)
  if (sameAction(defaultAction, action))
    throw new PolicyError(
      'E_CONFLICT',
      `${what} has one action for calls that match and calls that do not; make them differ`,
      object.source,
    )
  const list = requiredField(object, 'filter', what, 'an array of rules')
  const items = arrayAt(list, '"filter"', 'an array of rules').items
  const rules = items.map((item) => readRule(item, action, warnings))
  const foreign = abis
    .map(({ token }) => token)
    .filter((token) => !ARCHITECTURES.includes(token) && token !== 'x32')
  return {
    name,
    defaultAction,
    badArch: KILL_PROCESS,
    rules: effective(rules, warnings),
    overlaps: 'first', // all rules have one action
    archMap: [{ main: 'x86_64', sub: ['x32'] }],
    notFor: [{ abis: foreign, reason: `seccompiler compiles for ${ARCHITECTURES.join(', ')}` }],
  }
}
