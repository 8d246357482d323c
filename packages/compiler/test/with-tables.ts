/* The compilers with a default for `abis`: the tables of the policy. */
import { compile as compileFor, compileStack as compileStackFor } from '@seccompile/compiler'
import type { Compilation, CompileOptions, CompileStackOptions, StackCompilation } from '@seccompile/compiler'
import { policyTables } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'

export type TableOptions = Partial<CompileOptions>
export type StackOptions = Partial<CompileStackOptions>

export function compile(policy: Policy, options: TableOptions = {}): Compilation {
  return compileFor(policy, { abis: policyTables(policy), ...options })
}

export function compileStack(policy: Policy, options: StackOptions = {}): StackCompilation {
  return compileStackFor(policy, { abis: policyTables(policy), ...options })
}
