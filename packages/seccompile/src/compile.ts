/*
 * The compiler with ABIs by name.
 *
 * The packages below take tables, so that a bundle holds only those it uses. Here every table is at hand, with the
 * signatures that conditions by names of arguments need.
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
  /** The first is the main ABI. Default: the ABIs of the policy, which is for x86_64 where it names none. */
  readonly abis?: readonly Abi[] | undefined
}

/** Refuses what has no fields to copy: options of another type are checked by the function below. @throws PolicyError E_TYPE */
function checkObject(given: unknown, where: string): void {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return
  throw new PolicyError('E_TYPE', `${where}: expected an object; got ${shown(given)}`)
}

/** The tables of `abis`; those of `policy` where it is left out. @throws PolicyError where `abis` are no list; TypeError for an unknown name */
function tablesOf(policy: Policy, abis: readonly Abi[] | undefined): readonly AbiTable[] {
  if (abis === undefined) return policyTables(policy, undefined, signedAbiTable)
  const given: unknown = abis
  if (!Array.isArray(given))
    throw new PolicyError('E_TYPE', `options.abis: expected a list such as ["x86_64"]; got ${shown(given)}`)
  return abis.map((abi) => (typeof abi === 'string' ? signedAbiTable(abi) : abi))
}

/**
 * A small, fast filter that means `policy`, with a proof: `compile` of `@seccompile/compiler`, with ABIs by name.
 * @throws PolicyError where the policy is wrong for the target; PassError for a fault of ours
 */
export function compile(policy: Policy, options: WithAbis<CompileOptions> = {}): Compilation {
  checkObject(options, 'options')
  return compileFor(policy, { ...options, abis: tablesOf(policy, options.abis) })
}

/**
 * The filters that together mean `policy`: `compileStack` of `@seccompile/compiler`, with ABIs by name.
 * @throws PolicyError where the policy is wrong for the target; PassError for a fault of ours
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
