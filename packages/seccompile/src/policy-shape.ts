/*
 * A policy out of a value that somebody else's module exports.
 *
 * What is read is copied, field by field, into plain data: whatever the value was made of, a builder, a class of its
 * own or a proxy, the compiler sees a `Policy` and nothing else.
 */
import { MAX_ERRNO, SECCOMP_RET, SECCOMP_RET_DATA } from '@seccompile/abi'
import type { ActionName } from '@seccompile/abi'
import { parseCapability, quote } from '@seccompile/policy'
import type {
  Action,
  ArgCondition,
  Comparison,
  KernelVersion,
  Overlaps,
  Policy,
  PolicyRule,
  Requirement,
  Source,
  SubArchitectures,
} from '@seccompile/policy'
import { canonical, U64 } from '@seccompile/rules'
import { abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { CliError } from './cli-error.ts'

type Fields = Readonly<Record<string, unknown>>

/** A value, and where in the policy it stands: `rules[3].action`. */
interface At {
  readonly value: unknown
  readonly where: string
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'symbol') return 'a symbol'
  return String(value)
}

function fail({ value, where }: At, expected: string): never {
  throw new CliError(`${where}: expected ${expected}; got ${shown(value)}`)
}

const within = (at: At, name: string): At => ({
  value: objectAt(at)[name],
  where: at.where === '' ? name : `${at.where}.${name}`,
})

function objectAt(at: At): Fields {
  if (typeof at.value === 'object' && at.value !== null && !Array.isArray(at.value)) return at.value as Fields
  return fail(at, 'an object')
}

function listAt<T>(at: At, item: (at: At) => T): readonly T[] {
  const { value, where } = at
  if (!Array.isArray(value)) return fail(at, 'a list')
  // Not map(), which passes over the holes of a sparse list.
  return Array.from(value as readonly unknown[], (one, i) => item({ value: one, where: `${where}[${i}]` }))
}

function textAt(at: At): string {
  return typeof at.value === 'string' ? at.value : fail(at, 'text')
}

function integerAt(at: At, max: number): number {
  const { value } = at
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return value
  return fail(at, `a whole number, 0 to ${max}`)
}

function u64At(at: At): bigint {
  const { value } = at
  return typeof value === 'bigint' && value >= 0n && value <= U64.max
    ? value
    : fail(at, 'a bigint, 0n to 2n ** 64n - 1n')
}

/** `{ [name]: item }`, or nothing where the field is absent or undefined. */
function optional<Name extends string, T>(
  at: At,
  name: Name,
  item: (at: At) => T,
): { readonly [N in Name]?: T } {
  const field = within(at, name)
  return field.value === undefined ? {} : ({ [name]: item(field) } as { readonly [N in Name]?: T })
}

function actionAt(at: At): Action {
  const name = textAt(within(at, 'action'))
  if (!Object.hasOwn(SECCOMP_RET, name)) fail(within(at, 'action'), Object.keys(SECCOMP_RET).join(', '))
  const data = integerAt(within(at, 'data'), name === 'ERRNO' ? MAX_ERRNO : SECCOMP_RET_DATA)
  return { action: name as ActionName, data } // it was just looked up
}

function sourceAt(at: At): Source {
  const number = (name: string): number => integerAt(within(at, name), Number.MAX_SAFE_INTEGER)
  return { file: textAt(within(at, 'file')), line: number('line'), column: number('column') }
}

const COMPARISONS: readonly string[] = ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'] satisfies Comparison[]

function conditionAt(at: At): ArgCondition {
  const op = textAt(within(at, 'op'))
  const base = { index: integerAt(within(at, 'index'), 5), ...optional(at, 'source', sourceAt) }
  if (op === 'IN' || op === 'NOT_IN') {
    const ranges = listAt(within(at, 'values'), (range) => {
      const [lo, hi] = [u64At(within(range, 'lo')), u64At(within(range, 'hi'))]
      return lo <= hi ? { lo, hi } : fail(range, 'the lower end first')
    })
    return { ...base, op, values: canonical(U64, ranges) }
  }
  const value = u64At(within(at, 'value'))
  if (op === 'MASKED_EQ') return { ...base, op, value, valueTwo: u64At(within(at, 'valueTwo')) }
  if (!COMPARISONS.includes(op)) fail(within(at, 'op'), `${COMPARISONS.join(', ')}, MASKED_EQ, IN or NOT_IN`)
  return { ...base, op: op as Comparison, value } // it was just looked up
}

function kernelAt(at: At): KernelVersion {
  const number = (name: string): number => integerAt(within(at, name), 0xffff)
  return { major: number('major'), minor: number('minor') }
}

function requirementAt(at: At): Requirement {
  return {
    ...optional(at, 'caps', (caps) =>
      listAt(caps, (cap) => parseCapability(textAt(cap)) ?? fail(cap, 'a name of capabilities(7)')),
    ),
    ...optional(at, 'arches', (arches) => listAt(arches, textAt)),
    ...optional(at, 'minKernel', kernelAt),
  }
}

function ruleAt(at: At): PolicyRule {
  return {
    names: listAt(within(at, 'names'), (name) => ({
      name: textAt(within(name, 'name')),
      ...optional(name, 'source', sourceAt),
    })),
    action: actionAt(within(at, 'action')),
    args: listAt(within(at, 'args'), conditionAt),
    ...optional(at, 'includes', requirementAt),
    ...optional(at, 'excludes', requirementAt),
    ...optional(at, 'source', sourceAt),
  }
}

function tokenAt(at: At): AbiToken {
  const name = textAt(at)
  return abis.find(({ token }) => token === name)?.token ?? fail(at, 'the token of an ABI, such as "x86_64"')
}

const archMapAt = (at: At): SubArchitectures => ({
  main: tokenAt(within(at, 'main')),
  sub: listAt(within(at, 'sub'), tokenAt),
})

const OVERLAPS: readonly Overlaps[] = ['refuse', 'libseccomp', 'first']

const overlapsAt = (at: At): Overlaps =>
  OVERLAPS.find((word) => word === at.value) ?? fail(at, OVERLAPS.map(quote).join(', '))

function policyAt(at: At): Policy {
  return {
    ...optional(at, 'name', textAt),
    defaultAction: actionAt(within(at, 'defaultAction')),
    ...optional(at, 'badArch', actionAt),
    rules: listAt(within(at, 'rules'), ruleAt),
    ...optional(at, 'overlaps', overlapsAt),
    ...optional(at, 'architectures', (list) => listAt(list, tokenAt)),
    ...optional(at, 'archMap', (list) => listAt(list, archMapAt)),
  }
}

/**
 * The policy that `value` is, as plain data; messages call it `name`.
 * @throws CliError with the field where it is none
 */
export function policyOf(value: unknown, name: string): Policy {
  const what = 'a policy, such as policy({ default: errno(1) }).allow("read") of @seccompile/policy'
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CliError(`${name}: expected ${what}, as default export; got ${shown(value)}`)
  try {
    return policyAt({ value, where: '' })
  } catch (error) {
    // Reading a field may run code of theirs, which may throw anything.
    throw new CliError(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
