import { BPF, SECCOMP_DATA_BYTES } from '@seccompile/abi'
import type { Program, SeccompData } from '@seccompile/abi'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { ArgumentNames } from './argument-names.ts'

/** The option `--raw`, which asks for the machine's form, as typed. */
export interface RawOption {
  readonly raw?: boolean
}

/** The offset of the arguments in `seccomp_data`, in bytes. */
const ARGUMENTS_OFFSET = 16

/** Whether `program` loads an argument. Without one, a listing has no argument to name. */
export function readsArguments(program: Program): boolean {
  expectList(program, 'program', 'code', 'k')
  return program.some(({ code, k }) => code === BPF.LD_ABS && k >= ARGUMENTS_OFFSET && k < SECCOMP_DATA_BYTES)
}

/** Whether some argument of the call is not 0, so that there is an argument to name. */
export function hasArguments(call: Pick<SeccompData, 'args'>): boolean {
  expectObject(call, 'call', 'args')
  const { args } = call
  return args.some((value) => value !== 0n)
}

/**
 * The names of arguments and constants. `undefined` if `--raw` asks for no names, or if nothing that is shown could
 * have a name: reading the tables of constants takes longer than many commands.
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
