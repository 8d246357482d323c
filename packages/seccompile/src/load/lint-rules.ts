/*
 * Lint rules from modules that `--use` names.
 *
 * A module exports a list `lintRules`. Each lint rule is read field by field, and so is what its `check` finds: a module is
 * a program, and may yield anything. An error of a module is a fault of the module, and the message names its line.
 */
import { isUndecided } from '@seccompile/prover'
import { readFound, readLintRules } from '@seccompile/lint'
import type { LintRule } from '@seccompile/lint'
import { WARNINGS } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'
import { findModule } from './find-module.ts'
import { loadModule, placeInModule } from './module.ts'

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
        for (const each of all) yield readFound(each, 'finding')
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
  return readLintRules(list, 'lintRules').map((rule) => guarded(rule, module, path))
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
