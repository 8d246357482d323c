/*
 * Reads a filter of seccompiler, or of Firecracker, as a policy.
 *
 * Rules of one call are alternatives, and the conditions of a rule hold together. In seccompiler, a rule without
 * conditions has no effect where the call also has rules with conditions: the backend then tests only the conditions.
 * A program of another architecture is killed. Numbers of x32 count as numbers without a rule, and get the verdict
 * for calls that match no rule.
 *
 * Firecracker gives the rules to libseccomp. There, a rule without conditions decides alone, every comparison except
 * `eq` of type `dword` uses 64 bits, and a call of another architecture or of x32 kills its thread.
 * @see rust-vmm/seccompiler src/frontend/json.rs: make_seccomp_filter(); src/backend/filter.rs: append_syscall_chain()
 * @see firecracker-microvm/firecracker src/seccompiler/src/lib.rs: compile_bpf()
 */
import { MAX_ERRNO, SECCOMP_DATA_ARGS, SECCOMP_RET_DATA } from '@seccompile/abi'
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
import { all, PolicyError } from '@seccompile/policy'
import { sameAction, warning } from '@seccompile/policy/toolkit'
import type { Action, Policy, PolicyRule, Warning } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { abis, isSyscallName, syscallNames } from '@seccompile/syscalls'
import { dword, LOW, mayDiffer, qword, scmpArgument } from './condition.ts'
import type { SeccompilerComparison } from './condition.ts'
import { DIALECTS } from './dialect.ts'
import type { DialectFacts, SeccompilerDialect } from './dialect.ts'
import { DATA_WORDS, OPERATORS } from './words.ts'

const U64 = 0xffff_ffff_ffff_ffffn

/** The options of reading a filter. */
export interface FilterOptions {
  /** The dialect that the caller named. Without it, the keys of the filter decide. */
  readonly dialect?: SeccompilerDialect | undefined
}

/** A reading of a filter, with the warnings so far. */
interface FilterReading {
  readonly dialect: SeccompilerDialect
  /** Whether the file may be for the other compiler. */
  readonly isDoubtful: boolean
  readonly facts: DialectFacts
  readonly warnings: Warning[]
}

/** The dialect of a filter by its keys. Firecracker has only one pair of keys. */
function dialectOf({ members }: JsonObject): SeccompilerDialect {
  const { mismatch, match } = DIALECTS.firecracker.keys
  const has = (name: string): boolean => members.some(({ key }) => key === name)
  const isOwn = Object.values(DIALECTS.seccompiler.keys).some((key: string) => has(key))
  return has(mismatch) && has(match) && !isOwn ? 'firecracker' : 'seccompiler'
}

const RULE_KEYS = ['syscall', 'args', 'comment']
const CONDITION_KEYS = ['index', 'type', 'op', 'val', 'comment']
const WIDTHS = ['dword', 'qword']

const AN_ACTION = 'an action such as "allow" or {"errno": 1}'

function readData(object: JsonObject, what: string, { facts, warnings }: FilterReading): Action {
  const [member] = object.members
  if (member === undefined || object.members.length > 1)
    throw new PolicyError(
      'E_TYPE',
      `${what} has ${object.members.length} keys; expected ${AN_ACTION}`,
      object.source,
    )
  const action = DATA_WORDS.get(member.key)
  if (action === undefined) throw unknownWord('action', member.key, [...DATA_WORDS.keys()], member.source)
  const number = integerAt(member.value, quote(member.key), facts.maxData)
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
  which: keyof DialectFacts['keys'],
  what: string,
  reading: FilterReading,
): Action {
  const { keys, aliases, actionWords } = reading.facts
  const key = keys[which]
  const alias = aliases?.[which] ?? key
  const other = alias === key ? undefined : field(object, alias)
  if (other !== undefined && field(object, key) !== undefined)
    throw new PolicyError(
      'E_CONFLICT',
      `${what} has both ${quote(key)} and ${quote(alias)}; write one of them`,
      other.source,
    )
  const node = other ?? requiredField(object, key, what, AN_ACTION)
  if (node.kind === 'object') return readData(node, quote(other === undefined ? key : alias), reading)
  const word = stringAt(node, quote(other === undefined ? key : alias), AN_ACTION)
  const action = actionWords.get(word)
  if (action !== undefined) return { action, data: 0 }
  if (DATA_WORDS.has(word))
    throw new PolicyError('E_TYPE', `action ${quote(word)} has no number; write {"${word}": 1}`, node.source)
  throw unknownWord('action', word, [...actionWords.keys()], node.source)
}

function readOperator(object: JsonObject): Pick<SeccompilerComparison, 'op' | 'mask'> {
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

/** A comparison, and the width that the file gives it. */
interface ReadCondition {
  readonly compared: SeccompilerComparison
  readonly type: 'dword' | 'qword'
}

function readCondition(item: JsonNode, { dialect, isDoubtful, warnings }: FilterReading): ReadCondition {
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
  if (type !== 'dword' && type !== 'qword') throw unknownWord('type', type, WIDTHS, typeNode.source)
  const operator = readOperator(object)
  const valueNode = requiredField(object, 'val', 'condition', `an integer from 0 to ${U64}`)
  const value = integerAt(valueNode, '"val"', U64)
  const compared: SeccompilerComparison = { ...operator, index, value, source: object.source }
  const isWhole = type === 'qword' || (dialect === 'firecracker' && operator.op !== 'EQ')
  if (!isWhole && value > LOW)
    warnings.push(
      warning(
        'wide-constant',
        {
          brief: `of "val" ${value}, only the low 32 bits count`,
          full: `"val" is ${value}, and a dword is compared with its low 32 bits, ${value & LOW}`,
        },
        valueNode.source,
      ),
    )
  if (isDoubtful && type === 'dword' && mayDiffer(compared))
    warnings.push(
      warning(
        'two-dialects',
        {
          brief: 'seccompiler compares 32 bits of the argument, Firecracker 64',
          full:
            'all 64 bits of the argument are compared, as Firecracker does, though the type is "dword"; seccompiler compares the low ' +
            '32; say the dialect',
        },
        object.source,
      ),
    )
  return { compared, type }
}

/** The conditions of a rule, in the form of the dialect. */
function conditionsIn(
  read: readonly ReadCondition[],
  { dialect }: FilterReading,
): Pick<PolicyRule, 'args' | 'when'> {
  if (dialect === 'seccompiler') {
    const parts = read.map(({ compared, type }) => (type === 'qword' ? qword(compared) : dword(compared)))
    return { args: [], ...(parts.length === 0 ? {} : { when: all(...parts) }) }
  }
  const indices = read.map(({ compared }) => compared.index)
  const twice = read.find(({ compared }, i) => indices.indexOf(compared.index) < i)
  if (twice !== undefined)
    throw new PolicyError(
      'E_CONFLICT',
      `rule compares argument ${twice.compared.index} twice, which libseccomp refuses; write one comparison`,
      twice.compared.source,
    )
  return { args: read.map(({ compared, type }) => scmpArgument(compared, type)) }
}

interface ReadRule {
  readonly rule: PolicyRule
  readonly name: string
}

function readRule(item: JsonNode, action: Action, reading: FilterReading): ReadRule {
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
      : arrayAt(args, '"args"', 'an array of conditions').items.map((each) => readCondition(each, reading))
  if (args !== undefined && conditions.length === 0 && reading.dialect === 'seccompiler')
    throw new PolicyError('E_EMPTY', '"args" has no condition; leave it out, or write one', args.source)
  return {
    name,
    rule: {
      names: [{ name, source: node.source }],
      action,
      ...conditionsIn(conditions, reading),
      abis: reading.facts.architectures,
      source: object.source,
    },
  }
}

const isConditional = ({ when, args }: PolicyRule): boolean => when !== undefined || args.length > 0

/**
 * The rules that take effect. In seccompiler, a rule without conditions has no effect where other rules of its call have
 * conditions.
 */
function effective(
  rules: readonly ReadRule[],
  { dialect, isDoubtful, warnings }: FilterReading,
): readonly PolicyRule[] {
  const conditional = new Set(rules.filter(({ rule }) => isConditional(rule)).map(({ name }) => name))
  return rules.flatMap(({ rule, name }) => {
    if (isConditional(rule) || !conditional.has(name)) return [rule]
    if (dialect === 'seccompiler') {
      const brief = `rule without "args" is ignored: others of ${quote(name)} have them`
      const full =
        `rule without "args" is ignored: other rules of ${quote(name)} have conditions, and seccompiler tests these; ` +
        `remove them to match every call of ${quote(name)}`
      warnings.push(warning('dead-rule', { brief, full }, rule.source))
      return []
    }
    const brief = `seccompiler ignores a rule without "args" of ${quote(name)}`
    const full =
      `rule without "args" matches every call of ${quote(name)}, as Firecracker reads it; seccompiler ignores it, since other rules ` +
      'of the call have conditions; say the dialect'
    if (isDoubtful) warnings.push(warning('two-dialects', { brief, full }, rule.source))
    return [rule]
  })
}

/**
 * The policy of the filter in `node`, which messages call `what`.
 * @throws PolicyError as `parseSeccompiler` does
 */
export function readFilter(
  node: JsonNode,
  name: string,
  what: string,
  { dialect: asked }: FilterOptions,
): { readonly policy: Policy; readonly dialect: SeccompilerDialect; readonly warnings: readonly Warning[] } {
  const object = objectAt(
    node,
    what,
    'a filter, an object with "mismatch_action", "match_action" and "filter"',
  )
  const dialect = asked ?? dialectOf(object)
  const facts = DIALECTS[dialect]
  const warnings: Warning[] = []
  const reading: FilterReading = {
    dialect,
    isDoubtful: asked === undefined && dialect === 'firecracker',
    facts,
    warnings,
  }
  const { keys, aliases = keys } = facts
  checkKnownKeys(object, [...new Set([keys.mismatch, aliases.mismatch, keys.match, aliases.match]), 'filter'])
  const defaultAction = readAction(object, 'mismatch', what, reading)
  const action = readAction(object, 'match', what, reading)
  if (sameAction(defaultAction, action))
    throw new PolicyError(
      'E_CONFLICT',
      `${what} has one action for calls that match and calls that do not; make them differ`,
      object.source,
    )
  const list = requiredField(object, 'filter', what, 'an array of rules')
  const items = arrayAt(list, '"filter"', 'an array of rules').items
  const rules = effective(
    items.map((item) => readRule(item, action, reading)),
    reading,
  )
  const { title, architectures } = facts
  const isSeccompiler = dialect === 'seccompiler'
  const foreign = abis
    .map(({ token }) => token)
    .filter((token) => !architectures.includes(token) && !(isSeccompiler && token === 'x32'))
  const policy: Policy = {
    name,
    defaultAction,
    badArch: facts.badArch,
    rules,
    overlaps: isSeccompiler ? 'first' : 'libseccomp', // all rules have one action
    ...(isSeccompiler ? { archMap: [{ main: 'x86_64', sub: ['x32'] }] } : {}),
    notFor: [{ abis: foreign, reason: `${title} compiles for ${architectures.join(', ')}` }],
  }
  return { policy, dialect, warnings }
}
