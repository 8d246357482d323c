/*
 * What a command takes for a program: a raw file of `sock_filter`s, or whatever a policy is taken from, compiled.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { decode, verify } from '@seccompile/cbpf'
import { compile } from '@seccompile/compiler'
import type { Warning } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'
import { abiTable } from '@seccompile/syscalls'
import { parseAbis } from './abi-option.ts'
import { CliError } from './cli-error.ts'
import { readInput } from './input.ts'
import { inputName, loadPolicy, PRESET, readProfile, targetAbis } from './load-policy.ts'
import type { AbiOptions, LoadedPolicy } from './load-policy.ts'

/** A program, and the ABIs whose names it is shown with. */
export interface LoadedProgram {
  readonly program: Program
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly endianness: Endianness
  readonly warnings: readonly Warning[]
}

/** A profile begins, after spaces, with `{`; as a `sock_filter` that would be no code that seccomp accepts. */
function looksLikeProfile(bytes: Uint8Array): boolean {
  return /^\s*\{/.test(
    Buffer.from(bytes.subarray(0, 64))
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  )
}

function compiled({ policy, warnings }: LoadedPolicy, options: AbiOptions): LoadedProgram {
  const compilation = compile(policy, { abis: targetAbis(policy, options) })
  const [first, ...others] = compilation.abis
  if (first === undefined) throw new CliError('the policy is for no ABI')
  const said = [...warnings, ...compilation.warnings]
  return {
    program: compilation.program,
    abis: [first, ...others],
    endianness: compilation.endianness,
    warnings: said,
  }
}

function decoded(name: string, bytes: Uint8Array, options: AbiOptions): LoadedProgram {
  const abis = options.abi === undefined ? ([abiTable('x86_64')] as const) : parseAbis(options.abi)
  const { endianness } = abis[0]
  try {
    return { program: decode(bytes, endianness), abis, endianness, warnings: [] }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new CliError(`${name}: is no raw filter: ${what}`, { cause: error })
  }
}

/**
 * The program in a raw file, or that of a policy compiled as `compile` does; `-` is standard input.
 * @throws CliError or PolicyError where it cannot be had
 */
export function loadProgram(argument: string, options: AbiOptions): LoadedProgram {
  if (argument.startsWith(PRESET)) return compiled(loadPolicy(argument), options)
  const name = inputName(argument)
  const bytes = readInput(argument)
  if (looksLikeProfile(bytes)) return compiled(readProfile(bytes, name), options)
  return decoded(name, bytes, options)
}

/** {@link loadProgram}, but only a program that the kernel accepts. @throws CliError naming instruction and rule */
export function loadAcceptedProgram(argument: string, options: AbiOptions): LoadedProgram {
  const loaded = loadProgram(argument, options)
  const [problem] = verify(loaded.program)
  if (problem === undefined) return loaded
  const { where, message, invariant } = problem
  throw new CliError(`${argument}: the kernel would refuse this program: ${where}: ${message} (${invariant})`)
}
