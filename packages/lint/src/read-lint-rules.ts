/*
 * Readers of lint rules from outside this package, and of their findings, field by field. A module may export
 * anything, and so may a lint rule yield anything.
 */
import { SECCOMP_DATA_ARGS, seccompData } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { CAPABILITIES, policyOf } from '@seccompile/policy'
import { readPolicy } from '@seccompile/policy/toolkit'
import type { KernelVersion, Policy, ShownCall } from '@seccompile/policy'
import { fail, listOf, oneOf, optional, record, text, u32, u64 } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import type { LintExample, LintRule, RuleFinding } from './examine/lint-rule.ts'

/** A name that fits into a list of names, and into a file of a baseline. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Text of one line, so that it stays one in a report. */
const line: Reader<string> = (at) => {
  const value = text(at)
  return value !== '' && !/[\n\r\u2028\u2029]/.test(value) ? value : fail(at, 'a line of text')
}

const name: Reader<string> = (at) => {
  const value = text(at)
  return NAME.test(value) ? value : fail(at, 'a name in lower case, with hyphens: width-gap', 'name')
}

const policyReader: Reader<Policy> = (at) => {
  try {
    return policyOf(at.value)
  } catch (error) {
    throw at.error('type', at.where, error instanceof Error ? error.message : String(error))
  }
}

const kernel: Reader<KernelVersion> = record<KernelVersion>({ major: u32, minor: u32 })

const example: Reader<LintExample> = record<LintExample>({
  policy: policyReader,
  target: optional(
    record<NonNullable<LintExample['target']>>({
      caps: optional(listOf(oneOf(CAPABILITIES))),
      kernel: optional(kernel),
    }),
  ),
})

type Check = LintRule['check']

const check: Reader<Check> = (at) =>
  typeof at.value === 'function' ? (at.value as Check) : fail(at, 'a function') // its results are read when it runs

const lintRule: Reader<LintRule> = record<LintRule>({
  name,
  severity: oneOf(['high', 'medium', 'low']),
  means: line,
  remedy: line,
  sources: listOf(line),
  check,
  caught: example,
  nearMiss: example,
})

/** The fields of a call. */
type CallFields = Omit<SeccompData, 'args'> & { readonly args: readonly bigint[] }

const callFields = record<CallFields>({ nr: u32, arch: u32, instruction_pointer: u64, args: listOf(u64) })

const data: Reader<SeccompData> = (at) => {
  const fields = callFields(at)
  return fields.args.length === SECCOMP_DATA_ARGS
    ? seccompData(fields)
    : fail(at, 'a call with six arguments')
}

const call: Reader<ShownCall> = record<ShownCall>({ abi: oneOf(abis.map(({ token }) => token)), data })

const found: Reader<RuleFinding> = record<RuleFinding>({
  what: line,
  call: optional(call),
  other: optional(call),
  instead: optional(line),
  about: optional(line),
})

/**
 * The lint rules in the list `value`, which messages call `where`.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER that names the field, and whatever a getter throws
 */
export function readLintRules(value: unknown, where: string): readonly LintRule[] {
  return readPolicy(listOf(lintRule), value, where)
}

/** The finding `value`, which messages call `where`. @throws PolicyError as {@link readLintRules} does */
export function readFound(value: unknown, where: string): RuleFinding {
  return readPolicy(found, value, where)
}
