/*
 * A policy as the TypeScript that makes it again, with one import.
 *
 * The text uses methods of the builder where there are some, and plain data elsewhere: an imported policy may name
 * calls that no ABI has, and has the precedence of libseccomp.
 */
import { assertNever } from '@seccompile/shape'
import { isSyscallName } from '@seccompile/syscalls'
import type { Constant } from '@seccompile/constants'
import type { Action } from './action.ts'
import type { ArgCondition } from './condition.ts'
import { formatKernelVersion } from './kernel-version.ts'
import { integer, isIdentifier, literal, shortInteger } from './literal.ts'
import { comparisonsIn } from './named-condition.ts'
import type { ArgumentValue, Condition, NamedCondition } from './named-condition.ts'
import { policyOf } from './policy-shape.ts'
import type { Policy, PolicyRule } from './policy.ts'

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

function valueSource(value: ArgumentValue, imports: Imports): string {
  if (typeof value !== 'object') return integer(value)
  if ('bits' in value) {
    imports.add('bits')
    return `bits(${value.bits.map((bit) => constantSource(bit, imports)).join(', ')})`
  }
  return constantSource(value, imports)
}

function byIndex(condition: ArgCondition, imports: Imports): string {
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
      return `${subject}.${op === 'IN' ? 'in' : 'notIn'}(${values.join(', ')})`
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
): string {
  const name = written(argument)
  const subject = mask === undefined ? name : `${name}.masked(${valueSource(mask, imports)})`
  return `${subject}.${op}(${values.map((value) => valueSource(value, imports)).join(', ')})`
}

function conditionSource(condition: Condition, written: ArgumentWriter, imports: Imports): string {
  if (!('kind' in condition)) return byIndex(condition, imports)
  switch (condition.kind) {
    case 'argument':
      return byName(condition, written, imports)
    case 'not':
      imports.add('not')
      return `not(${conditionSource(condition.of, written, imports)})`
    case 'all':
    case 'any':
      imports.add(condition.kind)
      return `${condition.kind}(${condition.of.map((part) => conditionSource(part, written, imports)).join(', ')})`
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
function testSource(condition: Condition, imports: Imports): string {
  const names = comparisonsIn(condition).flatMap((each) => ('kind' in each ? [each.argument] : []))
  const taken = [...new Set(names)]
  if (taken.length === 0) return `() => ${conditionSource(condition, String, imports)}`
  if (taken.every((name) => isIdentifier(name) && !isTaken(name)))
    return `({ ${taken.join(', ')} }) => ${conditionSource(condition, String, imports)}`
  const member = (name: string): string => (isIdentifier(name) ? `args.${name}` : `args[${literal(name)}]`)
  return `(args) => ${conditionSource(condition, member, imports)}`
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

function ruleSource(rule: PolicyRule, imports: Imports): string {
  const { names, action, args, when } = rule
  const items = [
    ...names.map(({ name }) => literal(name)),
    ...args.map((condition) => byIndex(condition, imports)),
    ...(when === undefined ? [] : [testSource(when, imports)]),
  ]
  const method = action.data === 0 ? METHODS[action.action] : undefined
  if (method !== undefined) return `.${method}(${items.join(', ')})`
  if (action.action === 'ERRNO') {
    const isDenied = action.data === 'EPERM'
    return `.deny(${[...items, ...(isDenied ? [] : [actionSource(action, imports)])].join(', ')})`
  }
  return `.rule(${[actionSource(action, imports), ...items].join(', ')})`
}

/** A rule, inside the calls of `on`, `when` and `unless` that limit it to its targets. */
function placedSource(rule: PolicyRule, imports: Imports): string {
  const { abis, includes, excludes } = rule
  let source = ruleSource(rule, imports)
  if (excludes !== undefined) source = `.unless(${literal(excludes)}, (rules) => rules${source})`
  if (includes !== undefined) source = `.when(${literal(includes)}, (rules) => rules${source})`
  if (abis !== undefined) source = `.on(${literal(abis)}, (rules) => rules${source})`
  return source
}

function builderSource(policy: Policy, imports: Imports): string {
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
  const known = rules
    .map((rule) => ({ ...rule, names: rule.names.filter(({ name }) => isSyscallName(name)) }))
    .filter(({ names }) => names.length > 0)
  const methods = [
    ...known.map((rule) => placedSource(rule, imports)),
    ...and.map((part) => `.intersect(${builderSource(part, imports)})`),
  ]
  return [`policy({ ${options.join(', ')} })`, ...methods.map((method) => `  ${method}`)].join('\n')
}

/**
 * The TypeScript of a module that exports the policy `given`: `import { policy } from 'seccompile'` and the rules.
 * Names that no ABI has are left out: they have no effect, and TypeScript would refuse them.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where `given` is no policy
 */
export function policySource(given: Policy): string {
  const policy = policyOf(given)
  const imports: Imports = new Set()
  const source = builderSource(policy, imports)
  return `import { ${[...imports].sort().join(', ')} } from 'seccompile'\n\nexport default ${source}\n`
}
