/*
 * Lint rules from modules that `--use` names.
 *
 * A module exports a list `lintRules`. Every lint rule, and every finding of its `check`, is read field by field: a
 * module is a program, and may yield any value.
 */
import { isUndecided } from '@seccompile/prover'
import { readFound, readLintRules } from '@seccompile/lint'
import type { LintRule } from '@seccompile/lint'
import { WARNINGS } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import { faultIn, loadOwnModules } from './own-modules.ts'
import type { NamedModule } from './own-modules.ts'

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value

/** `rule` of `module`. Its findings are read field by field, and its errors name the module. */
function guarded(rule: LintRule, module: NamedModule): LintRule {
  const whose = `lint rule ${quote(rule.name)}`
  return {
    ...rule,
    *check(on, looked) {
      try {
        const all: unknown = rule.check(on, looked)
        if (!isIterable(all))
          throw new CliError(
            `${module.name}: ${whose}: check yields no list of findings; write *check or return an array`,
          )
        for (const each of all) yield readFound(each, 'finding')
      } catch (error) {
        if (isUndecided(error)) throw error
        throw faultIn(module, error, `${whose}: `)
      }
    },
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
  const taken = new Map<string, string>([
    ...WARNINGS.map(({ name }) => [name, 'there is a warning of this name'] as const),
    ...builtIn.map(({ name }) => [name, 'there is a lint rule of this name'] as const),
  ])
  const modules = await loadOwnModules(specifiers, 'lint rule', taken, ({ lintRules: list }, module) => {
    if (!Array.isArray(list) || list.length === 0)
      throw new CliError(`${module.name}: exports no lint rule; export a list "lintRules" of lint rules`)
    return readLintRules(list, 'lintRules').map((rule) => guarded(rule, module))
  })
  return modules.flatMap(({ parts }) => parts)
}
