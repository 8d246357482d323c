import { KILL_PROCESS, policySource } from '@seccompile/policy'
import { expectList } from '@seccompile/shape'
import type { AddedRule } from '../edit/edit.ts'
import { asRule } from '../edit/edit.ts'

/** Rules as calls of the builder, and the names that they need of `seccompile`. */
export interface BuilderLines {
  readonly lines: readonly string[]
  readonly imports: readonly string[]
}

/** The calls of the builder that add `rules`: `.allow('openat')`. */
export function builderLines(rules: readonly AddedRule[]): BuilderLines {
  expectList(rules, 'rules', 'names', 'args')
  const source = policySource({ defaultAction: KILL_PROCESS, rules: rules.map(asRule) })
  const [head = '', , , ...lines] = source.trimEnd().split('\n')
  const imports = (/\{ (.*) \}/.exec(head)?.[1] ?? '').split(', ')
  return {
    lines: lines.map((line) => line.trim()),
    imports: imports.filter((name) => name !== 'policy' && name !== 'KILL_PROCESS'),
  }
}
