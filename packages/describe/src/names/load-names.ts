import { BPF, SECCOMP_DATA_BYTES } from '@seccompile/abi'
import type { Program, SeccompData } from '@seccompile/abi'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { ArgumentNames } from './argument-names.ts'

/** The option for the machine's form, as typed. */
export interface RawOption {
  readonly raw?: boolean
}

/** Where the arguments begin in `seccomp_data`. */
const ARGUMENTS_OFFSET = 16

/** Whether `program` loads an argument, so that a listing has something to name. */
export function readsArguments(program: Program): boolean {
  expectList(program, 'program', 'code', 'k')
  return program.some(({ code, k }) => code === BPF.LD_ABS && k >= ARGUMENTS_OFFSET && k < SECCOMP_DATA_BYTES)
}

/** Whether a call has an argument to name. */
export function hasArguments(call: Pick<SeccompData, 'args'>): boolean {
  expectObject(call, 'call', 'args')
  const { args } = call
  return args.some((value) => value !== 0n)
}

/**
 * The names of arguments and constants; `undefined` where `--raw` asks for none, or nothing is shown that could have a
 * name: to read the tables of constants takes longer than many a command.
 */
export async function loadArgumentNames(
  abis: readonly AbiTable[],
  options: RawOption,
  isNeeded: boolean = true,
): Promise<ArgumentNames | undefined> {
  expectObject(options, 'options')
  const { raw = false } = options
  if (raw || !isNeeded) return undefined
  const { argumentNames } = await import('./argument-names.ts')
  return argumentNames(abis)
}
