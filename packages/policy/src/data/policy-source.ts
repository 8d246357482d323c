/*
 * A policy as the TypeScript that makes it again, with one import.
 *
 * The text uses methods of the builder where there are some, and plain data elsewhere: an imported policy may name
 * calls that no ABI has, and has the precedence of libseccomp.
 *
 * With comments, the lines are at most 80 characters long where they can be broken, as prettier breaks them with single
 * quotes and no semicolons. Without, a rule is a line: profiles have few rules with many names.
 */
import { assertNever, expectObject } from '@seccompile/shape'
import { formatKernelVersion, isSyscallName } from '@seccompile/syscalls'
import type { Constant } from '@seccompile/constants'
import type { Action } from './action.ts'
import type { ArgCondition } from './condition.ts'
import { integer, isIdentifier, literal, shortInteger } from './literal.ts'
import { comparisonsIn } from './named-condition.ts'
import type { ArgumentValue, Condition, NamedCondition } from './named-condition.ts'
import { policyOf } from './policy-shape.ts'
import type { Policy, PolicyRule } from './policy.ts'
import type { RuleComments, SourceComments } from './source-comments.ts'
import { laidOut, lineComment, parted } from './source-layout.ts'
import type { CodeTree } from './source-layout.ts'

/** The names in capitals that `seccompile` exports, other than constants. */
const OTHER_NAMES: readonly string[] = [
  'ALLOW',
  'CONTAINER_CAPS',
  'DENIED',
  'KILL_PROCESS',
  'KILL_THREAD',
  'LOG',
  'NOTIFY',
  'OBJECTIVES',
  'DEFAULT_PIPELINE',
  'GROUPS',
  'PRESETS',
  'TRAP',
]

/** The width of a line with comments, and without. */
const [WIDTH, ANY_WIDTH] = [80, Infinity]

/** The names that a source has to import. */
type Imports = Set<string>

/**
 * A constant by its name, or as data where `seccompile` exports no such name. A policy in plain data may hold any
 * text as a name.
 */
function constantSource(constant: Constant, imports: Imports): string {
  const name = constant.constant
  if (!/^[A-Z][A-Za-z0-9_]*$/.test(name) || OTHER_NAMES.includes(name)) return literal(constant)
  imports.add(name)
  return name
}

function valueSource(value: ArgumentValue, imports: Imports): CodeTree {
  // A bigint is a value that was seen or computed, and people know those in hexadecimal.
  if (typeof value === 'bigint') return value < 0n ? integer(value) : `0x${value.toString(16)}n`
  if (typeof value !== 'object') return integer(value)
  if ('bits' in value) {
    imports.add('bits')
    return parted(
      'bits(',
      value.bits.map((bit) => constantSource(bit, imports)),
    )
  }
  return constantSource(value, imports)
}

function byIndex(condition: ArgCondition, imports: Imports): CodeTree {
  imports.add('arg')
  const { index, op } = condition
  const subject = `arg(${index})`
  switch (op) {
    case 'MASKED_EQ':
      return `${subject}.maskedEq(${shortInteger(condition.value)}, ${shortInteger(condition.valueTwo)})`
    case 'IN':
    case 'NOT_IN': {
      const values = condition.values.map(({ lo, hi }) =>
        lo === hi ? shortInteger(lo) : `[${shortInteger(lo)}, ${shortInteger(hi)}]`,
      )
      return parted(`${subject}.${op === 'IN' ? 'in' : 'notIn'}(`, values)
    }
    default:
      return `${subject}.${op.toLowerCase()}(${shortInteger(condition.value)})`
  }
}

/** How the callback of a rule refers to an argument. */
type ArgumentWriter = (argument: string) => string

function byName(
  { argument, op, mask, values }: NamedCondition,
  written: ArgumentWriter,
  imports: Imports,
): CodeTree {
  const name = written(argument)
  const masked = (by: ArgumentValue): string =>
    laidOut(parted(`${name}.masked(`, [valueSource(by, imports)]), ANY_WIDTH, 0)
  return parted(
    `${mask === undefined ? name : masked(mask)}.${op}(`,
    values.map((value) => valueSource(value, imports)),
  )
}

function conditionSource(condition: Condition, written: ArgumentWriter, imports: Imports): CodeTree {
  if (!('kind' in condition)) return byIndex(condition, imports)
  switch (condition.kind) {
    case 'argument':
      return byName(condition, written, imports)
    case 'not':
      imports.add('not')
      return parted('not(', [conditionSource(condition.of, written, imports)])
    case 'all':
    case 'any':
      imports.add(condition.kind)
      return parted(
        `${condition.kind}(`,
        condition.of.map((part) => conditionSource(part, written, imports)),
      )
    default:
      return assertNever(condition)
  }
}

/** Names that a parameter must not have: reserved words, and functions that the source imports. */
const TAKEN =
  'all any arg bits errno not policy trace arguments await break case catch class const continue debugger default delete ' +
  'do else enum eval export extends false finally for function if implements import in instanceof interface let new null ' +
  'package private protected public return static super switch this throw true try typeof var void while with yield'
const isTaken = (name: string): boolean => TAKEN.split(' ').includes(name)

/** The callback that makes `condition`. It destructures the arguments where their names are valid for parameters. */
function testSource(condition: Condition, imports: Imports): CodeTree {
  const names = comparisonsIn(condition).flatMap((each) => ('kind' in each ? [each.argument] : []))
  const taken = [...new Set(names)]
  const arrow = (params: string, written: ArgumentWriter): CodeTree => ({
    arrow: params,
    body: conditionSource(condition, written, imports),
  })
  if (taken.length === 0) return arrow('()', String)
  if (taken.every((name) => isIdentifier(name) && !isTaken(name)))
    return arrow(`({ ${taken.join(', ')} })`, String)
  const member = (name: string): string => (isIdentifier(name) ? `args.${name}` : `args[${literal(name)}]`)
  return arrow('(args)', member)
}

function actionSource({ action, data }: Action, imports: Imports): string {
  switch (action) {
    case 'ERRNO':
      imports.add('errno')
      return `errno(${literal(data)})`
    case 'TRACE':
      imports.add('trace')
      return `trace(${data})`
    case 'USER_NOTIF':
      imports.add('NOTIFY')
      return 'NOTIFY'
    default:
      if (data !== 0) return literal({ action, data })
      imports.add(action)
      return action
  }
}

/** The methods of the builder for actions without data. */
const METHODS: Readonly<Partial<Record<Action['action'], string>>> = {
  ALLOW: 'allow',
  LOG: 'log',
  TRAP: 'trap',
  USER_NOTIF: 'notify',
  KILL_PROCESS: 'kill',
}

/** The call of a builder's method for `rule`, after `before`: `.allow('read')`. */
function ruleSource(
  before: string,
  rule: PolicyRule,
  comments: RuleComments | undefined,
  imports: Imports,
): CodeTree {
  const { names, action, args, when } = rule
  const items = [
    ...names.map(({ name }, i) => ({ code: literal(name), beside: comments?.beside?.[i] })),
    ...args.map((condition) => ({ code: byIndex(condition, imports) })),
    ...(when === undefined ? [] : [{ code: testSource(when, imports) }]),
  ]
  const written = (method: string, parts = items): CodeTree => ({
    open: `${before}.${method}(`,
    parts,
    close: ')',
  })
  const method = action.data === 0 ? METHODS[action.action] : undefined
  if (method !== undefined) return written(method)
  const ofAction = { code: actionSource(action, imports) }
  if (action.action !== 'ERRNO') return written('rule', [ofAction, ...items])
  return written('deny', action.data === 'EPERM' ? items : [...items, ofAction])
}

/** A rule, inside the calls of `on`, `when` and `unless` that limit it to its targets. */
function placedSource(rule: PolicyRule, comments: RuleComments | undefined, imports: Imports): CodeTree {
  const { abis, includes, excludes } = rule
  const limits = [
    ['on', abis],
    ['when', includes],
    ['unless', excludes],
  ] as const
  const used = limits.filter(([, limit]) => limit !== undefined)
  const start = ruleSource(used.length === 0 ? '' : 'rules', rule, comments, imports)
  return used.reduceRight<CodeTree>(
    (body, [method, limit], i) =>
      parted(`${i === 0 ? '' : 'rules'}.${method}(`, [literal(limit), { arrow: '(rules)', body }]),
    start,
  )
}

/** The layout of a policy: the width of lines, and the comments. */
interface SourceLayout {
  readonly width: number
  readonly rules?: SourceComments['rules']
}

function builderSource(policy: Policy, imports: Imports, layout: SourceLayout): string {
  const { name, abis, defaultAction, unknown, knownUpTo, badArch, rules, and = [] } = policy
  const { overlaps, caps, kernel, architectures, archMap, closed, notFor } = policy
  imports.add('policy')
  const written = (key: string, value: unknown): readonly string[] =>
    value === undefined ? [] : [`${key}: ${literal(value)}`]
  const acted = (key: string, action: Action | undefined): readonly string[] =>
    action === undefined ? [] : [`${key}: ${actionSource(action, imports)}`]
  // The order in which options are printed, whatever the order of the keys.
  const options = [
    ...written('name', name),
    ...written('abis', abis),
    ...acted('default', defaultAction),
    ...acted('unknown', unknown),
    ...written('knownUpTo', knownUpTo && formatKernelVersion(knownUpTo)),
    ...acted('badArch', badArch),
    ...written('overlaps', overlaps),
    ...written('caps', caps),
    ...written('kernel', kernel),
    ...written('architectures', architectures),
    ...written('archMap', archMap),
    ...written('closed', closed),
    ...written('notFor', notFor),
  ]
  const { width } = layout
  const known = rules.flatMap((rule, i) => {
    const comments = layout.rules?.[i]
    const kept = rule.names.map(({ name }) => isSyscallName(name))
    const names = rule.names.filter((_, at) => kept[at])
    if (names.length === 0) return []
    const beside = comments?.beside?.filter((_, at) => kept[at])
    const own = comments && { ...comments, ...(beside === undefined ? {} : { beside }) }
    const code = placedSource({ ...rule, names }, own, imports)
    return [...(comments?.above ?? []).map(lineComment), laidOut(code, width, 2)]
  })
  const methods = [
    ...known,
    ...and.map((part) => `.intersect(${builderSource(part, imports, { width: ANY_WIDTH })})`),
  ]
  const head = { ...parted('policy({', options, '})'), pad: ' ' as const }
  const room = width - 'export default '.length
  return [laidOut(head, room, 0), ...methods.map((method) => `  ${method}`)].join('\n')
}

/**
 * The TypeScript of a module that exports the policy `given`: `import { policy } from 'seccompile'` and the rules.
 * Names that no ABI has are left out: they have no effect, and TypeScript would refuse them.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where `given` is no policy
 */
export function policySource(given: Policy, comments?: SourceComments): string {
  const policy = policyOf(given)
  if (comments !== undefined) expectObject(comments, 'comments')
  const imports: Imports = new Set()
  const width = comments === undefined ? ANY_WIDTH : WIDTH
  const source = builderSource(policy, imports, { width, rules: comments?.rules })
  const names = { ...parted('import {', [...imports].sort(), "} from 'seccompile'"), pad: ' ' as const }
  const blocks = [
    ...(comments?.head ?? []).map(lineComment),
    `${laidOut(names, width, 0)}\n`,
    `export default ${source}`,
    ...(comments?.end === undefined ? [] : ['', ...comments.end.map(lineComment)]),
  ]
  return `${blocks.join('\n')}\n`
}
