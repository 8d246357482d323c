/*
 * The compiler with ABIs by name.
 *
 * The packages below take tables, so that a bundle holds only the tables that it uses. This module has every table,
 * with the signatures that conditions by names of arguments need.
 */
import { compile as compileFor, compileStack as compileStackFor } from '@seccompile/compiler'
import type { Compilation, CompileStackOptions, StackCompilation } from '@seccompile/compiler'
import type { CompileOptions } from '@seccompile/compiler'
import { PolicyError, policyTables, resolve as resolveFor } from '@seccompile/policy'
import type { Policy, Resolution, ResolveOptions, Target } from '@seccompile/policy'
import { shown } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** An ABI by its name, such as `x86_64`, or its table. */
export type Abi = AbiToken | AbiTable

/** Options with ABIs by name. */
export type WithAbis<Options> = Omit<Options, 'abis'> & {
  /** The main ABI first. Default: the ABIs of the policy, or x86_64 for a policy that names none. */
  readonly abis?: readonly Abi[] | undefined
}

/** Refuses options that have no fields to copy. The package below checks the fields. @throws PolicyError E_TYPE */
function checkObject(given: unknown, where: string): void {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return
  throw new PolicyError('E_TYPE', `${where}: expected an object; got ${shown(given)}`)
}

/**
 * The tables of `abis`; without `abis`, those of `policy`. @throws PolicyError where `abis` are no list; TypeError
 * for an unknown name
 */
function tablesOf(policy: Policy, abis: readonly Abi[] | undefined): readonly AbiTable[] {
  if (abis === undefined) return policyTables(policy, undefined, signedAbiTable)
  const given: unknown = abis
  if (!Array.isArray(given))
    throw new PolicyError('E_TYPE', `options.abis: expected a list such as ["x86_64"]; got ${shown(given)}`)
  return abis.map((abi) => (typeof abi === 'string' ? signedAbiTable(abi) : abi))
}

/**
 * A small, fast filter that means `policy`, with a proof: `compile` of `@seccompile/compiler`, with ABIs by name.
 * @throws PolicyError where the policy is wrong for the target; PassError for a fault of seccompile
 */
export function compile(policy: Policy, options: WithAbis<CompileOptions> = {}): Compilation {
  checkObject(options, 'options')
  return compileFor(policy, { ...options, abis: tablesOf(policy, options.abis) })
}

/**
 * The filters that together mean `policy`: `compileStack` of `@seccompile/compiler`, with ABIs by name.
 * @throws PolicyError where the policy is wrong for the target; PassError for a fault of seccompile
 */
export function compileStack(policy: Policy, options: WithAbis<CompileStackOptions> = {}): StackCompilation {
  checkObject(options, 'options')
  return compileStackFor(policy, { ...options, abis: tablesOf(policy, options.abis) })
}

/**
 * The rules of `policy` for a target, with warnings: `resolve` of `@seccompile/policy`, with ABIs by name.
 * @throws PolicyError where the policy is wrong for the target
 */
export function resolve(
  policy: Policy,
  target: WithAbis<Target> = {},
  options: ResolveOptions = {},
): Resolution {
  checkObject(target, 'target')
  return resolveFor(policy, { ...target, abis: tablesOf(policy, target.abis) }, options)
}
