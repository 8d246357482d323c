/*
 * Lint rules from modules that `--use` names.
 *
 * A module exports a list `lintRules`. Each lint rule is read field by field, and so is what its `check` finds: a module is
 * a program, and may yield anything. An error of a module is a fault of the module, and the message names its line.
 */
import { SECCOMP_DATA_ARGS, seccompData } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import type { LintExample, LintRule, RuleFinding } from '@seccompile/lint'
import { CAPABILITIES, policyOf, quote, WARNINGS } from '@seccompile/policy'
import type { KernelVersion, Policy, ShownCall } from '@seccompile/policy'
import { fail, listOf, oneOf, optional, read, record, text, u32, u64 } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { isUndecided } from '../options/question.ts'
import { findModule } from './find-module.ts'
import { loadModule, placeInModule } from './module.ts'

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

const refuse =
  (whose: string) =>
  (_fault: unknown, where: string, message: string): CliError =>
    new CliError(`${whose}: ${where === '' ? message : `${where}: ${message}`}`)

const isOurs = (error: unknown): boolean => error instanceof Error && error.name === 'CliError'
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value

/** `rule` of the module `module`, whose findings are read, and whose errors name the module. */
function guarded(rule: LintRule, module: string, path: string): LintRule {
  const whose = `lint rule ${quote(rule.name)}`
  return {
    ...rule,
    *check(on, looked) {
      try {
        const all: unknown = rule.check(on, looked)
        if (!isIterable(all))
          throw new CliError(
            `${module}: ${whose}: check yields no list of findings; write *check or return an array`,
          )
        for (const each of all) yield read(found, each, 'finding', refuse(`${module}: ${whose}`))
      } catch (error) {
        if (isUndecided(error) || isOurs(error)) throw error
        throw new CliError(`${placeInModule(error, path, module)}: ${whose}: ${messageOf(error)}`, {
          cause: error,
        })
      }
    },
  }
}

function rulesOf(
  module: string,
  path: string,
  exports: Readonly<Record<string, unknown>>,
): readonly LintRule[] {
  const { lintRules: list } = exports
  if (!Array.isArray(list) || list.length === 0)
    throw new CliError(`${module}: exports no lint rule; export a list "lintRules" of lint rules`)
  return read(listOf(lintRule), list, 'lintRules', refuse(module)).map((rule) => guarded(rule, module, path))
}

/** {@link rulesOf}, with a CliError for whatever a getter of the module throws. */
function readRules(
  module: string,
  path: string,
  exports: Readonly<Record<string, unknown>>,
): readonly LintRule[] {
  try {
    return rulesOf(module, path, exports)
  } catch (error) {
    if (isOurs(error)) throw error
    throw new CliError(`${placeInModule(error, path, module)}: ${messageOf(error)}`, { cause: error })
  }
}

/**
 * The lint rules that the modules `specifiers`, paths or packages, export. No lint rule may have the name of one in
 * `builtIn`, or of a warning.
 * @throws CliError where a module cannot be loaded, exports a value that is no lint rule, or a name is taken
 */
export async function loadLintRules(
  specifiers: readonly string[],
  builtIn: readonly LintRule[],
): Promise<readonly LintRule[]> {
  const taken = new Map<string, string>()
  for (const warning of WARNINGS) taken.set(warning.name, 'there is a warning of this name')
  for (const rule of builtIn) taken.set(rule.name, 'there is a lint rule of this name')
  const rules: LintRule[] = []
  for (const module of new Set(specifiers)) {
    const path = findModule(module)
    for (const rule of readRules(module, path, await loadModule(path, module))) {
      const other = taken.get(rule.name)
      if (other !== undefined)
        throw new CliError(`${module}: lint rule ${quote(rule.name)}: ${other}; rename yours`)
      taken.set(rule.name, `${module} has a lint rule of this name`)
      rules.push(rule)
    }
  }
  return rules
}
