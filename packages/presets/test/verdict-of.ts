/* The verdict of a policy on a call of an ABI, with the arguments of the call by name. */
import { seccompData, verdictName, verdictOf } from '@seccompile/abi'
import { constantFamilies } from '@seccompile/constants/all'
import { errnoOn } from '@seccompile/constants/errno'
import type { ErrnoName } from '@seccompile/constants/errno'
import { policyTables, resolve } from '@seccompile/policy'
import type { Policy, Resolution } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abis, numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken, SyscallName } from '@seccompile/syscalls'

/** Every ABI. */
export const TOKENS: readonly AbiToken[] = abis.map(({ token }) => token)

/** The errnos of presets that are printed by name; others are printed as SECCOMP_RET_ERRNO with a number. */
const ERRNOS: readonly ErrnoName[] = ['EPERM', 'EACCES', 'EAFNOSUPPORT', 'ENOSYS']

/** A policy on an ABI. */
export interface On {
  readonly abi: AbiTable
  readonly resolution: Resolution
  /** The verdict on a call by number, with whole registers. */
  readonly ofNumber: (nr: number, args?: readonly bigint[]) => string
  /**
   * The verdict on the call `name`, with arguments by name and the others 0: an action, the name of an errno, or
   * `absent` where the ABI does not have the call. An argument that the call lacks is an error.
   */
  readonly of: (name: SyscallName, args?: Readonly<Record<string, bigint | number>>) => string
}

/** `policy` on the ABI `token`. */
export function on(policy: Policy, token: AbiToken): On {
  const target = { abis: policyTables(policy, token, signedAbiTable) }
  const resolution = resolve(policy, target, { families: constantFamilies, strict: true })
  const abi = signedAbiTable(token)
  const named = new Map(ERRNOS.map((errno) => [verdictOf('ERRNO', errnoOn(errno, token)), errno]))
  const ofNumber: On['ofNumber'] = (nr, args = []) => {
    const verdict = meaning(resolution.rules, seccompData({ nr, arch: abi.auditArch, args }))
    return named.get(verdict) ?? verdictName(verdict)
  }
  const of: On['of'] = (name, args = {}) => {
    const nr = numberOf(abi, name)
    if (nr === undefined) return 'absent'
    const registers = Array<bigint>(6).fill(0n)
    for (const [key, value] of Object.entries(args)) {
      const argument = abi.signatures?.get(name)?.args.find((each) => each.name === key)
      if (argument === undefined) throw new Error(`${name} of ${token} has no argument "${key}"`)
      registers[argument.index] = BigInt.asUintN(64, BigInt(value))
    }
    return ofNumber(nr, registers)
  }
  return { abi, resolution, ofNumber, of }
}
