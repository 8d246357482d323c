/*
 * A policy as the TypeScript that makes it again, with one import.
 *
 * What the builder has a method for is written with it. The rest is written as data: a policy of a profile may name
 * calls that no ABI has, and its precedence is that of libseccomp.
 */
import { assertNever } from '@seccompile/abi'
import { isSyscallName } from '@seccompile/syscalls'
import type { Action } from './action.ts'
import type { ArgCondition } from './condition.ts'
import type { ArgumentValue, Condition, NamedCondition } from './named-condition.ts'
import { comparisonsIn } from './named-condition.ts'
import { formatKernelVersion } from './kernel-version.ts'
import type { Policy, PolicyRule } from './policy.ts'

/** The names that a source has to import. */
type Imports = Set<string>

const literal = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each))
    .replaceAll(/"(\d+n)"/g, '$1')
    .replaceAll("'", "\\'")
    .replaceAll('"', "'")

const integer = (value: bigint): string =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) ? `${value}` : `${value}n`

function valueSource(value: ArgumentValue, imports: Imports): string {
  if (typeof value === 'bigint') return value < 0n ? `${value}n` : integer(value)
  if (typeof value === 'number') return `${value}`
  if ('bits' in value) {
    imports.add('bits')
    return `bits(${value.bits.map((bit) => valueSource(bit, imports)).join(', ')})`
  }
  imports.add(value.constant)
  return value.constant
}

function byIndex(condition: ArgCondition, imports: Imports): string {
  imports.add('arg')
  const { index, op } = condition
  const subject = `arg(${index})`
  switch (op) {
    case 'MASKED_EQ':
      return `${subject}.maskedEq(${integer(condition.value)}, ${integer(condition.valueTwo)})`
    case 'IN':
    case 'NOT_IN': {
      const values = condition.values.map(({ lo, hi }) =>
        lo === hi ? integer(lo) : `[${integer(lo)}, ${integer(hi)}]`,
      )
      return `${subject}.${op === 'IN' ? 'in' : 'notIn'}(${values.join(', ')})`
    }
    default:
      return `${subject}.${op.toLowerCase()}(${integer(condition.value)})`
  }
}

function byName({ argument, op, mask, values }: NamedCondition, imports: Imports): string {
  const subject = mask === undefined ? argument : `${argument}.masked(${valueSource(mask, imports)})`
  return `${subject}.${op}(${values.map((value) => valueSource(value, imports)).join(', ')})`
}

function conditionSource(condition: Condition, imports: Imports): string {
  if (!('kind' in condition)) return byIndex(condition, imports)
  switch (condition.kind) {
    case 'argument':
      return byName(condition, imports)
    case 'not':
      imports.add('not')
      return `not(${conditionSource(condition.of, imports)})`
    case 'all':
    case 'any':
      imports.add(condition.kind)
      return `${condition.kind}(${condition.of.map((part) => conditionSource(part, imports)).join(', ')})`
    default:
      return assertNever(condition)
  }
}

/** The callback that makes `condition`. */
function testSource(condition: Condition, imports: Imports): string {
  const names = comparisonsIn(condition).flatMap((each) => ('kind' in each ? [each.argument] : []))
  const taken = [...new Set(names)]
  const args = taken.length === 0 ? '()' : `({ ${taken.join(', ')} })`
  return `${args} => ${conditionSource(condition, imports)}`
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

/** A rule, within the methods that say for which targets it is. */
function placedSource(rule: PolicyRule, imports: Imports): string {
  const { abis, includes, excludes } = rule
  let source = ruleSource(rule, imports)
  if (excludes !== undefined) source = `.unless(${literal(excludes)}, (rules) => rules${source})`
  if (includes !== undefined) source = `.when(${literal(includes)}, (rules) => rules${source})`
  if (abis !== undefined) source = `.on(${literal(abis)}, (rules) => rules${source})`
  return source
}

function builderSource(policy: Policy, imports: Imports): string {
  const { defaultAction, rules, and = [], badArch, unknown, knownUpTo, ...rest } = policy
  imports.add('policy')
  const options = [
    ...Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}: ${literal(value)}`),
    `default: ${actionSource(defaultAction, imports)}`,
    ...(badArch === undefined ? [] : [`badArch: ${actionSource(badArch, imports)}`]),
    ...(unknown === undefined ? [] : [`unknown: ${actionSource(unknown, imports)}`]),
    ...(knownUpTo === undefined ? [] : [`knownUpTo: '${formatKernelVersion(knownUpTo)}'`]),
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
 * The TypeScript of a module that exports `policy`: `import { policy } from 'seccompile'` and the rules. Names that no
 * ABI has are left out: they mean nothing, and the type of a call does not have them.
 */
export function policySource(policy: Policy): string {
  const imports: Imports = new Set()
  const source = builderSource(policy, imports)
  return `import { ${[...imports].sort().join(', ')} } from 'seccompile'\n\nexport default ${source}\n`
}
